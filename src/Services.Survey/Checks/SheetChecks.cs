using Ptce.Grid.Answers;
using Ptce.Grid.Rules;
using Ptce.ServiceDefaults.Problems;
using Ptce.Survey.Answers;

namespace Ptce.Survey.Checks;

/// <summary>Runs the rules of a section's definition, and those that every section has, on its answers.</summary>
internal static class SheetChecks
{
    /// <summary>Rule of an answer that is missing: it keeps a section from being complete and is not an error of what was entered.</summary>
    public const string Required = "grid.rule.required";

    private static readonly LocalText OpenConflict = new(
        "Deux personnes ont répondu différemment : choisissez l'une des réponses.", "Two people answered differently: choose one of the answers.");

    private static readonly LocalText Unconfirmed = new(
        "Réponse reprise de l'année précédente : confirmez-la ou corrigez-la.", "Answer taken over from last year: confirm or correct it.");

    /// <summary>Findings and counts.</summary>
    /// <param name="index">The section's version.</param>
    /// <param name="sheet">Its answers.</param>
    /// <param name="day">Day that <c>today()</c> gives in rules: the campaign's reference date, so that a check says the same on every day.</param>
    public static SheetFindings Run(SectionIndex index, SheetContent sheet, DateOnly day)
    {
        var report = Evaluate(index, sheet, day).Report;
        var findings = report.Errors.Select(Finding).ToList();
        foreach (var cell in sheet.Cells)
        {
            if (cell.Conflicts.Count > 0)
                findings.Add(new Finding("survey.check.open-conflict", true, cell.Item, cell.Row, OpenConflict));
            if (cell.Content is { Provenance: Provenances.PreviousYear, State: not (AnswerStates.Empty or AnswerStates.Removed) })
                findings.Add(new Finding("survey.check.unconfirmed", false, cell.Item, cell.Row, Unconfirmed));
        }
        return new SheetFindings([.. findings.OrderByDescending(f => f.Blocking)], report.Answered, report.Expected, report.Errors.All(e => e.Code != Required));
    }

    /// <summary>The rules over the answers.</summary>
    public static SectionEvaluation Evaluate(SectionIndex index, SheetContent sheet, DateOnly day)
    {
        var answers = new SectionAnswers();
        foreach (var cell in sheet.Cells.OrderBy(c => c.Row))
        {
            if (index.Find(cell.Item) is not { IsTable: false } place || (cell.Row is { } row && sheet.IsRowRemoved(place.Table!.Code, row)))
                continue;
            answers.Set(cell.Item, cell.Row?.ToString(), cell.Content.State switch
            {
                AnswerStates.Answered when cell.Content.Value is { } value => Answer.Of(value),
                AnswerStates.NotApplicable => Answer.NotApplicable,
                AnswerStates.Unknown => Answer.Unknown,
                _ => Answer.Empty,
            });
        }
        return index.Rules.Evaluate(answers, day);
    }

    private static Finding Finding(GridError error) => new(error.Code, true, error.Item, error.Row is null ? null : Guid.Parse(error.Row), new LocalText(error.Message.Fr, error.Message.En));
}
