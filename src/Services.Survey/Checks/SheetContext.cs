using Ptce.Grid.Answers;
using Ptce.Grid.Rules;
using Ptce.Survey.Answers;
using Ptce.Survey.Projects;

namespace Ptce.Survey.Checks;

/// <summary>Everything that the checks of one section look at.</summary>
/// <param name="Index">The section's version.</param>
/// <param name="Sheet">Its answers.</param>
/// <param name="Day">Day that <c>today()</c> gives in rules: the campaign's reference date, so that a check says the same on every day.</param>
/// <param name="LastYear">Numbers of last year's published version by item; empty when there was none.</param>
/// <param name="Projects">Register of joint projects, where the section has one.</param>
internal sealed record SheetContext(
    SectionIndex Index, SheetContent Sheet, DateOnly Day, IReadOnlyDictionary<string, decimal> LastYear, IReadOnlyList<JointProject> Projects)
{
    private SectionEvaluation? evaluation;

    /// <summary>The definition's rules over the answers.</summary>
    public SectionEvaluation Evaluation => evaluation ??= Evaluate();

    private SectionEvaluation Evaluate()
    {
        var answers = new SectionAnswers();
        foreach (var cell in Sheet.Cells.OrderBy(c => c.Row))
        {
            if (Index.Find(cell.Item) is not { IsTable: false } place || (cell.Row is { } row && Sheet.IsRowRemoved(place.Table!.Code, row)))
                continue;
            answers.Set(cell.Item, cell.Row?.ToString(), cell.Content.ToAnswer());
        }
        return Index.Rules.Evaluate(answers, Day);
    }
}
