using Microsoft.EntityFrameworkCore;
using Ptce.ServiceDefaults.Access;
using Ptce.ServiceDefaults.Problems;
using Ptce.Survey.Dossiers;
using Ptce.Survey.Sections;
using Ptce.Survey.Storage;

namespace Ptce.Survey.SignOff;

/// <summary>What the leader signs.</summary>
/// <param name="Attempt">Number of the candidate that was read.</param>
/// <param name="Digest">Its digest.</param>
/// <param name="Statement">"Je valide ces données."</param>
/// <param name="SignedAs">Name and function to print on the certificate.</param>
/// <param name="ConsentSheet">The pole consents to the publication of its named sheet.</param>
internal sealed record SignOffRequest(int Attempt, string Digest, string? Statement, string? SignedAs, bool ConsentSheet);

/// <summary>A signed version as clients read it.</summary>
internal sealed record VersionView(int Version, int Attempt, string Digest, string Record, string? Previous, DateTime SignedAt, string Signatory, string? SignedAs, string Statement, bool ConsentSheet)
{
    public static VersionView Of(SignedVersion v) => new(v.Number, v.Attempt, v.Digest, v.Record, v.Previous, v.SignedAt, v.Signatory, v.SignatoryName.Length == 0 ? null : v.SignatoryName, v.Statement, v.ConsentSheet);
}

/// <summary>
/// Use case: the leader signs the candidate that was shown (validation par le responsable). Owners are asked one last time whether anything is newer;
/// then one commit decides, and what it announces follows from it.
/// </summary>
internal static class SignOffDossier
{
    private const int LongestName = 200;
    private const int LongestStatement = 1000;

    public static async Task<IResult> HandleAsync(Guid id, SignOffRequest request, Caller caller, DossierDesk desk, OwnerHeads heads, SurveyDb db, TimeProvider time, CancellationToken ct)
    {
        if (await desk.FindAsync(id, caller, Permissions.DossiersRead, ct) is not { Dossier: var dossier } open)
            return DossierProblems.NotFound.With();
        if (!caller.IsPerson || !caller.Can(Permissions.DossiersSignOff, dossier.PoleKey))
            return SignOffProblems.OnlyPeopleSign.With();
        if (request.Statement?.Trim() is not { Length: > 0 and <= LongestStatement } statement || request.SignedAs?.Length > LongestName)
            return SignOffProblems.StatementMissing.With();
        if (await db.Versions.AsNoTracking().SingleOrDefaultAsync(v => v.DossierId == id && v.Attempt == request.Attempt && v.Digest == request.Digest, ct) is { } done)
            return Results.Ok(VersionView.Of(done));
        if (SignOffRules.Refusal(dossier, request.Attempt, request.Digest, openQueries: 0) is { } refused)
            return Explain(refused, dossier);
        if (await heads.LearnAsync(dossier, dossier.Sections, ct) is { } silent)
            return silent;
        if (dossier.Candidate!.State == CandidateState.Stale)
        {
            await desk.AnnounceAsync(open, ct);
            await db.SaveChangesAsync(ct);
            return Explain(SignOffProblems.Stale, dossier);
        }
        var version = dossier.Sign(new Signatory(caller.Subject, request.SignedAs?.Trim() ?? ""), statement, request.ConsentSheet, time.GetUtcNow().UtcDateTime);
        await desk.AnnounceAsync(open, ct);
        await db.SaveChangesAsync(ct);
        return Results.Ok(VersionView.Of(version));
    }

    // A stale candidate says which sections moved on, a refused one which section could not be copied.
    private static ProblemResult Explain(Problem problem, Dossier dossier) => problem.With([.. dossier.Sections
        .Where(s => s.State == SectionState.InReview && s.Reason is not null)
        .Select(s => new FieldError(s.Reason!, new LocalText($"Volet « {s.Section} », révision {s.Revision}.", $"Section \"{s.Section}\", revision {s.Revision}."))
        {
            Pointer = "/sections/" + s.Section,
            Value = s.Section,
        })]);
}
