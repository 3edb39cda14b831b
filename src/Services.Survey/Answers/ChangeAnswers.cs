using Ptce.ServiceDefaults.Access;
using Ptce.ServiceDefaults.Problems;
using Ptce.Survey.Dossiers;

namespace Ptce.Survey.Answers;

/// <summary>Use case: a batch of changes, each with its own fate.</summary>
internal static class ChangeAnswers
{
    private const int Most = 500;

    public static async Task<IResult> HandleAsync(Guid id, ChangesRequest request, Caller caller, HttpContext http, DossierDesk desk, AnswerWriter writer, CancellationToken ct)
    {
        if (request.Changes.Count > Most)
            return AnswerProblems.TooManyChanges.With();
        if (await desk.FindAsync(id, caller, Permissions.DossiersFill, ct) is not { } seen)
            return DossierProblems.NotFound.With();
        var act = caller.Can(Permissions.DossiersReview, seen.Dossier.PoleKey) ? SectionAct.Correct : SectionAct.Fill;
        var language = Languages.Of(http.Request);
        return await writer.WriteAsync(id, caller.Subject, async (open, sheets, now) =>
        {
            var results = new List<ChangeAnswer>(request.Changes.Count);
            foreach (var change in request.Changes)
                results.Add(Answer(await ApplyAsync(open, sheets, change, act, caller.Subject, now, ct), language));
            var revisions = (await sheets.AllAsync(ct)).ToDictionary(s => s.Section.Section,
                s => s.Sheet.Revision + (s.IsChanged ? 1 : 0), StringComparer.Ordinal);
            return new ChangesAnswer(results, revisions);
        }, ct) is { } answer ? Results.Ok(answer) : DossierProblems.NotFound.With();
    }

    private static async Task<ChangeResult> ApplyAsync(OpenDossier open, OpenSheets sheets, ChangeRequest sent, SectionAct act, string by, DateTime now, CancellationToken ct)
    {
        if (await sheets.WithItemAsync(sent.Item, ct) is not { } sheet)
            return ChangeResult.Refused(sent.Id, AnswerProblems.UnknownItem with { Value = sent.Item });
        var place = sheet.Index.Find(sent.Item)!;
        if (AnswerReading.Read(sent, place, out var content) is { } refused)
            return ChangeResult.Refused(sent.Id, refused);
        var change = new SheetChange(sent.Id, sent.Item, sent.Row, place.Table?.Code, sent.Base, sent.After, content!);
        var past = sheet.Content.NeedsHistory(change) ? await sheets.PastAsync(sheet, ct) : null;
        // What was stored before the section was handed in stays stored: only news is refused.
        if (sheet.Content.Repeated(change, past) is { } repeated)
            return repeated;
        if (SectionTransitions.Refusal(act, open.Campaign.State, open.Dossier.IsSigned, open.Dossier.Reopened, sheet.Section.State) is { } closed)
            return ChangeResult.Refused(sent.Id, AnswerProblems.Refused(closed));
        return sheet.Content.Apply(change, by, now, past);
    }

    private static ChangeAnswer Answer(ChangeResult result, string language) => new(
        result.Id, result.Outcome, result.Revision,
        result is { Outcome: "conflict", Cell: { } cell } ? AnswerView.Of(cell) : null,
        result.Refusal?.Code, result.Refusal?.Message.In(language), result.Refusal?.Remedy?.In(language));
}
