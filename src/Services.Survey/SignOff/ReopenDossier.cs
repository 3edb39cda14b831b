using Ptce.ServiceDefaults.Access;
using Ptce.Survey.Dossiers;
using Ptce.Survey.Storage;

namespace Ptce.Survey.SignOff;

/// <summary>Why a signed dossier is opened again, and which sections go back.</summary>
internal sealed record ReopenRequest(string? Reason, IReadOnlyList<string>? Sections);

/// <summary>Use case: open a signed dossier for a correction; its signed version stays.</summary>
internal static class ReopenDossier
{
    public static async Task<IResult> HandleAsync(Guid id, ReopenRequest request, Caller caller, DossierDesk desk, SurveyDb db, CancellationToken ct)
    {
        if (await desk.FindAsync(id, caller, Permissions.DossiersReview, ct) is not { } open)
            return DossierProblems.NotFound.With();
        if (request.Reason?.Trim() is not { Length: > 0 and <= 2000 } reason || request.Sections is not { Count: > 0 } sections)
            return DossierProblems.ReasonMissing.With();
        if (open.Dossier.Reopen([.. sections], reason) is { } refused)
            return refused.With();
        await desk.AnnounceAsync(open, ct);
        await db.SaveChangesAsync(ct);
        return Results.Ok(new SectionMoved(sections[0], SectionState.Returned.Name(), open.Dossier.State.Name()));
    }
}
