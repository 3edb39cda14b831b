using System.Globalization;
using Ptce.Reporting.Disclosure.Rules;
using Ptce.Reporting.Disclosure.Tables;

namespace Ptce.Reporting.Disclosure.Suppression;

/// <summary>
/// Who may try to compute hidden values: the outsider, and the contributors of cells that have one or two of them, who know their own amounts and so
/// all or half of a hidden value.
/// </summary>
internal static class Attackers
{
    private const int Few = 2;

    public static IReadOnlyList<Attacker> Of(LinkedTables tables, SafetyRules rules)
    {
        var outsider = Outsider(tables);
        var attackers = new List<Attacker> { outsider };
        if (rules.Insiders == false)
            return attackers;
        var forced = tables.Cells.Where(c => c.IsForced).ToList();
        var insiders = forced.Where(c => c.Sensitivity != Sensitivity.None && c.Contributions?.Listed is { Count: <= Few })
            .SelectMany(c => c.Contributions!.Listed!.Keys)
            .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
        attackers.AddRange(insiders.Select(id => Insider(tables, outsider, id)));
        if (rules.Insiders == true)
            attackers.AddRange(forced.Where(c => c is { Count: 1, Contributions: null or { Listed: null } }).Select(c => Single(outsider, c)));
        return attackers;
    }

    private static Attacker Outsider(LinkedTables tables)
    {
        // Where negative values occur, nobody can take for granted that a hidden one is not.
        var signed = tables.Cells.Where(c => c.Value < 0).Select(c => c.Variable).ToHashSet(StringComparer.Ordinal);
        return new(null,
            [.. tables.Cells.Select(c => signed.Contains(c.Variable) ? double.PositiveInfinity : (double)(c.Value ?? 0))],
            [.. tables.Cells.Select(_ => double.PositiveInfinity)]);
    }

    private static Attacker Insider(LinkedTables tables, Attacker outsider, string id)
    {
        var down = (double[])outsider.Down.Clone();
        var up = (double[])outsider.Up.Clone();
        foreach (var cell in tables.Cells)
        {
            if (cell.Contributions?.Listed is not { } listed || !listed.TryGetValue(id, out var own))
                continue;
            if (listed.Count == 1)
                (down[cell.Index], up[cell.Index]) = (0, 0);
            else if (own > 0 && !double.IsInfinity(down[cell.Index]))
                down[cell.Index] = Math.Max(0, down[cell.Index] - (cell.IsCount ? 1 : (double)own));
        }
        return new(id, down, up);
    }

    private static Attacker Single(Attacker outsider, LinkedCell cell)
    {
        var down = (double[])outsider.Down.Clone();
        var up = (double[])outsider.Up.Clone();
        (down[cell.Index], up[cell.Index]) = (0, 0);
        return new("#" + cell.Index.ToString(CultureInfo.InvariantCulture), down, up);
    }
}
