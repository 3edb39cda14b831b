using Ptce.Reporting.Facts;
using Ptce.Reporting.Figures;

namespace Ptce.Reporting.Indicators;

/// <summary>
/// Perimeters of a budget (périmètres), each within the next: the coordinator only, with support time, with the leader's seconded
/// time; each with and without premises. A perimeter counts the lines tagged with it or with one inside it, and the non-monetary
/// lines tagged so. It is missing where accounts are not separable, a monetary line carries no tag, or seconded time is not valued.
/// </summary>
internal static class Perimeters
{
    private const string NotSeparable = "not-separable";

    private static readonly string[] Nested = ["coordinator", "support", "leader"];

    public static readonly IReadOnlyList<(string Part, int Depth, bool WithPremises)> Parts =
        [.. Nested.SelectMany((name, depth) => new[] { (name, depth, true), (name + ".without-premises", depth, false) })];

    /// <summary>Sum of lines inside a perimeter; null when it cannot be told.</summary>
    /// <param name="pole">The pole.</param>
    /// <param name="money">Monetary lines: every one must say its perimeter.</param>
    /// <param name="inKind">Non-monetary lines: those tagged count.</param>
    /// <param name="depth">0 coordinator, 1 support, 2 leader.</param>
    /// <param name="withPremises">Whether lines of premises count.</param>
    public static PoleValue Sum(PoleFacts pole, Func<Economics, IEnumerable<BudgetLine>> money, Func<Economics, IEnumerable<BudgetLine>> inKind, int depth, bool withPremises)
    {
        if (pole.Economics is not { } economics || economics.Situation == NotSeparable || (depth == 2 && economics.SecondmentValued != true))
            return new(pole, null, Provenance.None);
        var lines = money(economics).ToArray();
        if (lines.Length == 0 || lines.Any(line => Depth(line) is null))
            return new(pole, null, Provenance.None);
        var tagged = lines.Concat(inKind(economics).Where(line => Depth(line) is not null)).ToArray();
        var inside = tagged.Where(line => Depth(line) <= depth && (withPremises || !line.Premises));
        return new(pole, inside.Sum(line => line.Amount), tagged.Select(line => line.Origin).Union());
    }

    private static int? Depth(BudgetLine line) => Array.IndexOf(Nested, line.Perimeter) is var depth and >= 0 ? depth : null;
}
