using Microsoft.EntityFrameworkCore;
using Ptce.Contracts.Survey;
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
internal sealed record VersionView(int Version, int Attempt, string Digest, string Record, string? Previous, DateTime SignedAt, string Signatory, string? SignedAs, string Statement, bool ConsentSheet, IReadOnlyList<SignedNote> Notes)
{
    public static VersionView Of(SignedVersion v) => new(v.Number, v.Attempt, v.Digest, v.Record, v.Previous, v.SignedAt, v.Signatory, v.SignatoryName.Length == 0 ? null : v.SignatoryName, v.Statement, v.ConsentSheet, v.Notes);
}

/// <summary>
/// Use case: the leader signs the candidate that was shown (validation par le responsable). Owners are asked one last time whether anything is newer;
/// then one commit decides, and what it announces follows from it.
/// </summary>
internal static class SignOffDossier
{
    private const int LongestName = 200;
    private const int LongestStatement = 1000;

    public static Task<IResult> HandleAsync(Guid id, SignOffRequest request, Caller caller, DossierDesk desk, OwnerHeads heads, SurveyDb db, TimeProvider time, CancellationToken ct) =>
        desk.ChangeAsync(id, caller, Permissions.DossiersRead, open => SignAsync(open, request, caller, heads, db, time, ct), ct);

    private static async Task<IResult> SignAsync(OpenDossier open, SignOffRequest request, Caller caller, OwnerHeads heads, SurveyDb db, TimeProvider time, CancellationToken ct)
    {
        var dossier = open.Dossier;
        if (!caller.IsPerson || !caller.Can(Permissions.DossiersSignOff, dossier.PoleKey))
            return SignOffProblems.OnlyPeopleSign.With();
        if (request.Statement?.Trim() is not { Length: > 0 and <= LongestStatement } statement || request.SignedAs?.Length > LongestName)
            return SignOffProblems.StatementMissing.With();
        if (await db.Versions.AsNoTracking().SingleOrDefaultAsync(v => v.DossierId == dossier.Id && v.Attempt == request.Attempt && v.Digest == request.Digest, ct) is { } done)
            return Results.Ok(VersionView.Of(done));
        if (SignOffRules.Refusal(dossier, request.Attempt, request.Digest) is { } refused)
            return Explain(refused, dossier);
        if (await heads.LearnAsync(dossier, dossier.Sections, ct) is { } silent)
            return silent;
        // An owner was ahead of its news: the candidate went stale just now.
        if (SignOffRules.Refusal(dossier, request.Attempt, request.Digest) is { } late)
            return Explain(late, dossier);
        var notes = await db.DataNotes.AsNoTracking().Where(n => n.DossierId == dossier.Id && n.WithdrawnAt == null).OrderBy(n => n.Section).ThenBy(n => n.Id).ToListAsync(ct);
        var signature = new Signature(caller.Subject, request.SignedAs?.Trim() ?? "", statement, request.ConsentSheet);
        return Results.Ok(VersionView.Of(dossier.Sign(signature, [.. notes.Select(n => n.Signed())], time.GetUtcNow().UtcDateTime)));
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
