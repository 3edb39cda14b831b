using System.Globalization;
using Ptce.Grid.Definitions;

namespace Ptce.Survey.Editions.XlsForm;

/// <summary>
/// Bounds of an item as XLSForm says them, inside the constraint: ODK enforces them on the device, and reading takes them out
/// again, so that a form that was written and read is the same.
/// </summary>
internal static class XlsFormBounds
{
    public static string? Join(ItemDefinition item)
    {
        var bounds = Of(item);
        return bounds is null ? item.Constraint : item.Constraint is null ? bounds : $"({bounds}) and ({item.Constraint})";
    }

    /// <summary>The constraint of an item without its own bounds; <paramref name="item"/> already carries them.</summary>
    public static string? Split(ItemDefinition item, string? constraint)
    {
        var bounds = Of(item);
        if (constraint is null || bounds is null)
            return constraint;
        if (constraint == bounds)
            return null;
        var start = $"({bounds}) and (";
        return constraint.StartsWith(start, StringComparison.Ordinal) && constraint.EndsWith(')') ? constraint[start.Length..^1] : constraint;
    }

    private static string? Of(ItemDefinition item)
    {
        var clauses = new List<string>();
        var (minimum, maximum) = item.Type is ItemType.Percentage ? (item.Minimum ?? 0, item.Maximum ?? 100) : (item.Minimum, item.Maximum);
        switch (item.Type)
        {
            case ItemType.Integer or ItemType.Decimal or ItemType.Amount or ItemType.Percentage:
                Add(clauses, ".", minimum, maximum);
                break;
            case ItemType.SeveralChoices:
                Add(clauses, "count-selected(.)", minimum, maximum);
                break;
            case ItemType.Text or ItemType.LongText:
                Add(clauses, "string-length(.)", null, item.MaximumLength);
                break;
        }
        return clauses.Count == 0 ? null : string.Join(" and ", clauses);
    }

    private static void Add(List<string> clauses, string what, decimal? minimum, decimal? maximum)
    {
        if (minimum is not null)
            clauses.Add(string.Create(CultureInfo.InvariantCulture, $"{what} >= {minimum:0.############}"));
        if (maximum is not null)
            clauses.Add(string.Create(CultureInfo.InvariantCulture, $"{what} <= {maximum:0.############}"));
    }
}
