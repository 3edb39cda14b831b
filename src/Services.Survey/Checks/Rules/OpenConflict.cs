using Ptce.ServiceDefaults.Problems;

namespace Ptce.Survey.Checks.Rules;

/// <summary>Two people answered differently and nobody has chosen yet (blocking): a dossier says one thing.</summary>
internal static class OpenConflict
{
    private static readonly LocalText Message = new(
        "Deux personnes ont répondu différemment : choisissez l'une des réponses.", "Two people answered differently: choose one of the answers.");

    public static IEnumerable<Finding> Find(SheetContext context) => context.Sheet.Cells
        .Where(cell => cell.Conflicts.Count > 0)
        .Select(cell => new Finding("survey.check.open-conflict", true, cell.Item, cell.Row, Message));
}
