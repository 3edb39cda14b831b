using Ptce.ServiceDefaults.Problems;
using Ptce.Survey.Answers;

namespace Ptce.Survey.Checks;

/// <summary>Runs every check of a section on its answers.</summary>
internal static class SheetChecks
{
    public static SheetFindings Run(SectionIndex index, SheetContent sheet)
    {
        var findings = new List<Finding>();
        var (answered, expected, complete) = (0, 0, true);
        foreach (var item in index.Definition.Groups.SelectMany(g => g.Items))
        {
            if (index.Find(item.Code) is not { IsAsked: true, IsTable: false })
                continue;
            var cell = sheet.Find(item.Code);
            var isAnswered = cell is not null && AnswerStates.IsAnswer(cell.Content.State);
            if (item is { Core: false, Required: false } || (item.Relevant is not null && !isAnswered))
                continue;
            expected++;
            answered += isAnswered ? 1 : 0;
            complete &= isAnswered || !item.Required;
        }
        foreach (var cell in sheet.Cells.Where(c => c.Conflicts.Count > 0))
            findings.Add(new Finding("survey.check.open-conflict", true, cell.Item, cell.Row, OpenConflict));
        return new SheetFindings([.. findings.OrderByDescending(f => f.Blocking)], answered, expected, complete);
    }

    private static readonly LocalText OpenConflict = new(
        "Deux personnes ont répondu différemment : choisissez l'une des réponses.", "Two people answered differently: choose one of the answers.");
}
