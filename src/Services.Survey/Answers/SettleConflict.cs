using Ptce.ServiceDefaults.Access;
using Ptce.ServiceDefaults.Problems;
using Ptce.Survey.Dossiers;

namespace Ptce.Survey.Answers;

/// <summary>Which of two answers stands: <c>server</c> or <c>sent</c>.</summary>
internal sealed record SettleRequest(string Keep);

/// <summary>Use case: a person chooses between two answers.</summary>
internal static class SettleConflict
{
    private static readonly Problem NoChoice = new("survey.answer.no-choice", 400,
        fr: "Dites laquelle garder : « server » ou « sent ».", en: "Say which to keep: \"server\" or \"sent\".");

    public static async Task<IResult> HandleAsync(Guid id, Guid changeId, SettleRequest request, Caller caller, DossierDesk desk, AnswerWriter writer, CancellationToken ct)
    {
        if (request.Keep is not ("server" or "sent"))
            return NoChoice.With();
        if (await desk.FindAsync(id, caller, Permissions.DossiersFill, ct) is not { } seen)
            return DossierProblems.NotFound.With();
        var act = caller.Can(Permissions.DossiersReview, seen.Dossier.PoleKey) ? SectionAct.Correct : SectionAct.Fill;
        return await writer.WriteAsync<IResult>(id, caller.Subject, async (open, sheets, now) =>
        {
            var all = await sheets.AllAsync(ct);
            if (all.FirstOrDefault(s => s.Content.Cells.Any(c => c.Conflicts.Any(l => l.Id == changeId))) is not { } sheet)
                return AnswerProblems.ConflictNotFound.With();
            if (SectionTransitions.Refusal(act, open.Campaign.State, open.Dossier.IsSigned, open.Dossier.Reopened, sheet.Section.State) is { } closed)
                return closed.With();
            return Results.Ok(AnswerView.Of(sheet.Content.Choose(changeId, request.Keep == "sent", caller.Subject, now)!));
        }, ct) ?? DossierProblems.NotFound.With();
    }
}
