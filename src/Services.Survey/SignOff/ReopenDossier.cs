using Ptce.ServiceDefaults.Access;
using Ptce.Survey.Dossiers;

namespace Ptce.Survey.SignOff;

/// <summary>Why a signed dossier is opened again, and which sections go back.</summary>
internal sealed record ReopenRequest(string? Reason, IReadOnlyList<string>? Sections);

/// <summary>Use case: open a signed dossier for a correction; its signed version stays.</summary>
internal static class ReopenDossier
{
    public static async Task<IResult> HandleAsync(Guid id, ReopenRequest request, Caller caller, DossierDesk desk, CancellationToken ct)
    {
        if (request.Reason?.Trim() is not { Length: > 0 and <= 2000 } reason || request.Sections is not { Count: > 0 } sections)
            return DossierProblems.ReasonMissing.With();
        return await desk.ChangeAsync(id, caller, Permissions.DossiersReview, open => Task.FromResult<IResult>(
            open.Dossier.Reopen([.. sections], reason) is { } refused
                ? refused.With()
                : Results.Ok(new SectionMoved(sections[0], SectionState.Returned.Name(), open.Dossier.State.Name()))), ct);
    }
}
