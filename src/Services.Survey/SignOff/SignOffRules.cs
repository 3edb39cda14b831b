using Ptce.ServiceDefaults.Problems;
using Ptce.Survey.Dossiers;

namespace Ptce.Survey.SignOff;

/// <summary>What refuses a signature, apart from who signs and from what owners say at the last moment.</summary>
internal static class SignOffRules
{
    /// <summary>Why the candidate with this attempt and digest cannot be signed now, or null.</summary>
    /// <param name="dossier">The dossier with its current candidate.</param>
    /// <param name="attempt">Attempt that the leader read.</param>
    /// <param name="digest">Digest that the leader read.</param>
    public static Problem? Refusal(Dossier dossier, int attempt, string digest)
    {
        if (dossier.IsSigned)
            return DossierProblems.Signed;
        if (dossier.Candidate is not { } candidate)
            return SignOffProblems.NoCandidate;
        if (candidate.Attempt != attempt)
            return SignOffProblems.Other;
        return candidate.State switch
        {
            CandidateState.DrawingUp => SignOffProblems.DrawingUp,
            CandidateState.Stale => SignOffProblems.Stale,
            CandidateState.Refused => SignOffProblems.Refused,
            _ when candidate.Digest != digest => SignOffProblems.Other,
            _ when dossier.OpenQueries > 0 => SignOffProblems.OpenQuery,
            _ => null,
        };
    }
}
