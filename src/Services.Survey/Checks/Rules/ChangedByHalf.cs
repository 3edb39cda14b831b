using System.Globalization;
using Ptce.ServiceDefaults.Problems;

namespace Ptce.Survey.Checks.Rules;

/// <summary>
/// A number that moved by more than half against last year's published version (warning). Source of the threshold: the observatory's workflow, step 5; a comment
/// on the answer answers it.
/// </summary>
internal static class ChangedByHalf
{
    private static readonly LocalText Message = new(
        "La valeur a changé de plus de moitié par rapport à l'année précédente ({0:0.##}) : expliquez pourquoi en commentaire.",
        "The value changed by more than half against last year ({0:0.##}): say why in a comment.");

    public static IEnumerable<Finding> Find(SheetContext context)
    {
        foreach (var cell in context.Sheet.Cells)
        {
            if (cell.Row is not null || cell.Content.Value?.AsText is not { } text || !context.LastYear.TryGetValue(cell.Item, out var before))
                continue;
            if (decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var now) && Math.Abs(now - before) > Math.Abs(before) / 2)
                yield return new Finding("survey.check.changed-by-half", false, cell.Item, null, Message.Format(before), cell.Content.Comment is not null);
        }
    }
}
