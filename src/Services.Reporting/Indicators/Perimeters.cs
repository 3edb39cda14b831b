using Ptce.Reporting.Facts;
using Ptce.Reporting.Figures;

namespace Ptce.Reporting.Indicators;

/// <summary>
/// Perimeters of a budget (périmètres), each within the next: the coordinator only, with support time, with the leader's seconded
/// time; each with and without premises. A value exists only where every line says its perimeter.
/// </summary>
internal static class Perimeters
{
    private const string NotSeparable = "not-separable";
    private const string Premises = "premises";

    private static readonly string[] Nested = ["coordinator", "support", "leader"];

    public static readonly IReadOnlyList<(string Part, int Depth, bool WithPremises)> Parts =
        [.. Nested.SelectMany((name, depth) => new[] { (name, depth, true), (name + ".without-premises", depth, false) })];

    /// <summary>Sum of lines inside a perimeter; null when it cannot be told.</summary>
    public static PoleValue Sum(PoleFacts pole, Func<Economics, IReadOnlyList<BudgetLine>> side, int depth, bool withPremises)
    {
        if (pole.Economics is not { } economics || economics.Situation == NotSeparable)
            return new(pole, null, Provenance.None);
        var lines = side(economics);
        if (lines.Count == 0 || lines.Any(line => Depth(line) is null) || !Covers(economics, depth, withPremises))
            return new(pole, null, Provenance.None);
        var inside = lines.Where(line => IsPremises(line) ? withPremises : Depth(line) <= depth).ToArray();
        return new(pole, inside.Sum(line => line.Amount), lines.Select(line => line.Origin).Union());
    }

    /// <summary>The accounts hold what the perimeter asks: support and the leader's time where they count, premises where asked.</summary>
    private static bool Covers(Economics economics, int depth, bool withPremises) =>
        (depth < 1 || economics.SupportIncluded == true)
        && (depth < 2 || economics.SecondmentValued == true)
        && (!withPremises || economics.PremisesIncluded == true);

    private static bool IsPremises(BudgetLine line) =>
        line.Perimeter == Premises || line.Destination == Premises || line.Code is "I.LOY" or "E.LOY";

    private static int? Depth(BudgetLine line) =>
        IsPremises(line) ? 0 : Array.IndexOf(Nested, line.Perimeter) is var depth and >= 0 ? depth : null;
}
