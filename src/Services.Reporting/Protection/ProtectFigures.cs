using Ptce.Reporting.Figures;
using Ptce.Reporting.Indicators;
using Ptce.Reporting.Tables;

namespace Ptce.Reporting.Protection;

/// <summary>
/// Withholds indicators across poles that would tell a suppressed cell (a ratio needs both its terms published), that differ from another
/// published one by few poles, or from an earlier release by few poles.
/// </summary>
internal static class ProtectFigures
{
    /// <summary>Rows of table 9 that an indicator's part is made of.</summary>
    private static readonly Dictionary<(string Code, string Part), string> Terms = new()
    {
        [("I11", "value")] = T09Income.Total,
        [("I13b", "public-funding")] = T09Income.PublicGrants,
        [("I14", "fees")] = T09Income.Fees,
        [("I14", "premises")] = T09Income.Rents,
        [("I14b", "premises")] = T09Income.RentsAndAgreed,
    };

    private static readonly HashSet<string> Exempt = ["I01", "I02", "I03"];

    private static readonly HashSet<string> OfIncome = ["I13", "I13b", "I14", "I14b", "I17"];

    /// <summary>Indicators whose parts are nested sums: two of them published give their difference.</summary>
    private static readonly HashSet<string> Nested = ["I12", "I16"];

    public static IReadOnlyList<Figure> Run(IReadOnlyList<Figure> figures, IReadOnlyList<Table> tables, IReadOnlyList<EarlierRelease> earlier)
    {
        var income = tables.Single(table => table.Code == "T9").Rows.ToDictionary(row => row.Key, row => row.Cells[0].Visibility == Visibility.Public, StringComparer.Ordinal);
        var own = figures.Where(figure => figure.Pole is not null).ToLookup(figure => (figure.Code, figure.Measure));
        var withheld = own.Select(group => group.Key).Where(part => !Exempt.Contains(part.Code) && !MayPublish(part, own, income, earlier)).ToHashSet();
        foreach (var code in Nested)
            WithholdDifferences(code, own, withheld);
        return [.. figures.Select(figure => figure.Pole is null && !Quoted(figure) && (withheld.Contains((figure.Code, PartOf(figure))) || TellsTheRest(figure, own))
            ? figure with { Visibility = Visibility.Restricted }
            : figure)];
    }

    /// <summary>A pooled share over fewer poles than total income gives, with that total, the income of the few that it leaves out.</summary>
    private static bool TellsTheRest(Figure figure, ILookup<(string Code, string Part), Figure> own)
    {
        if (!OfIncome.Contains(figure.Code) || !figure.Measure.Contains("pooled", StringComparison.Ordinal) || figure.Unit != Units.Percent)
            return false;
        var known = own[(figure.Code, PartOf(figure))].Where(one => one.Value is not null).Select(one => one.Pole).ToHashSet();
        var rest = own[("I11", "value")].Where(one => one.Value is not null && !known.Contains(one.Pole)).Select(one => one.Value!.Value).ToArray();
        return !SafetyRules.IsSafe(rest.Length, rest);
    }

    private static bool MayPublish((string Code, string Part) part, ILookup<(string Code, string Part), Figure> own, Dictionary<string, bool> income, IReadOnlyList<EarlierRelease> earlier) =>
        (!RowOf(part, out var row) || (income[row] && income[T09Income.Total]))
        && earlier.All(release => release.IsSafe(part.Code, part.Part, own[part]));

    private static bool RowOf((string Code, string Part) part, out string row)
    {
        row = part.Code == "I13" ? part.Part : Terms.GetValueOrDefault(part, "");
        return row.Length > 0;
    }

    /// <summary>Goes from the narrowest perimeter out and keeps only those that differ from each one kept by enough poles.</summary>
    private static void WithholdDifferences(string code, ILookup<(string Code, string Part), Figure> own, HashSet<(string, string)> withheld)
    {
        var kept = new List<Dictionary<string, decimal>>();
        foreach (var part in Perimeters.Parts.Select(one => one.Part))
        {
            var values = own[(code, part)].Where(figure => figure.Value is not null).ToDictionary(figure => figure.Pole!, figure => figure.Value!.Value, StringComparer.Ordinal);
            if (withheld.Contains((code, part)) || !SafetyRules.IsSafe(values.Count, values.Values) || kept.Exists(other => !Differ(values, other)))
                withheld.Add((code, part));
            else
                kept.Add(values);
        }
    }

    private static bool Differ(Dictionary<string, decimal> one, Dictionary<string, decimal> other)
    {
        var differences = one.Keys.Union(other.Keys).Select(pole => one.GetValueOrDefault(pole) - other.GetValueOrDefault(pole)).Where(difference => difference != 0).ToArray();
        return SafetyRules.IsSafe(differences.Length, differences);
    }

    /// <summary>The measure of the poles' own values that a figure across poles sums up.</summary>
    private static string PartOf(Figure figure)
    {
        var words = figure.Measure.Split('.');
        var statistic = words.First(word => word is "mean" or "pooled" or "min" or "q1" or "median" or "q3" or "max");
        var part = string.Join('.', words.Except([statistic]));
        return part.Length == 0 ? "value" : words[0] == statistic ? $"value.{part}" : part;
    }

    /// <summary>An extreme that is public is quoted from the study: it is known already.</summary>
    private static bool Quoted(Figure figure) => figure.Visibility == Visibility.Public && figure.Measure is "min" or "max";
}
