using Ptce.Reporting.Disclosure.Rules;
using Ptce.Reporting.Disclosure.Tables;

namespace Ptce.Reporting.Disclosure.Suppression;

/// <summary>What hiding a cell costs (fonction de coût).</summary>
internal enum CostFunction
{
    /// <summary>Each cell costs one.</summary>
    Unit,

    /// <summary>Each cell costs its number of contributors.</summary>
    Count,

    /// <summary>Each cell costs its absolute value.</summary>
    Value,
}

/// <summary>Turns judged tables into an optimisation problem.</summary>
internal static class ProblemBuilder
{
    private const long Heaviest = 1L << 61;

    /// <summary>The problem; without costs it serves to check patterns only.</summary>
    public static SuppressionProblem Build(LinkedTables tables, SafetyRules rules, CostScale? cost)
    {
        var attackers = Attackers.Of(tables, rules);
        return new(
            tables.Relations, [.. tables.Cells.Select(c => c.IsKnown)], [.. tables.Cells.Select(c => c.IsForced)],
            [.. tables.Cells.Select(c => cost?.Whole[c.Index] ?? 1)], attackers, Requirements(tables, attackers, rules));
    }

    public static IReadOnlyList<Requirement> Requirements(LinkedTables tables, IReadOnlyList<Attacker> attackers, SafetyRules rules)
    {
        var requirements = new List<Requirement>();
        for (var a = 0; a < attackers.Count; a++)
        {
            foreach (var cell in tables.Cells.Where(c => c.IsForced && c.Sensitivity != Sensitivity.None))
                Require(requirements, attackers[a], a, cell, rules);
        }
        return requirements;
    }

    /// <summary>Whole costs, all above 0 so that nothing is hidden for nothing. Null when they do not fit in 64 bits.</summary>
    public static CostScale? Scale(LinkedTables tables, CostFunction function)
    {
        var costs = tables.Cells.Select(c => function switch
        {
            CostFunction.Count => c.Count ?? 1,
            CostFunction.Value => Math.Abs(c.Value ?? 0),
            _ => 1m,
        }).ToList();
        var unit = 1m;
        while (costs.Any(c => c * unit != Math.Floor(c * unit)) && unit < 10_000)
            unit *= 10;
        // A cell that costs nothing counts below every other, so that it is hidden only when needed.
        var tieBreak = costs.Any(c => c == 0) ? costs.Count + 1 : 1;
        return costs.Sum() * unit * tieBreak + costs.Count < Heaviest
            ? new([.. costs.Select(c => Math.Max(1, (long)Math.Round(c * unit) * tieBreak))], unit, tieBreak)
            : null;
    }

    private static void Require(List<Requirement> requirements, Attacker attacker, int index, LinkedCell cell, SafetyRules rules)
    {
        if (attacker.Down[cell.Index] == 0 && attacker.Up[cell.Index] == 0)
            return;
        var (below, above) = rules.Protection(cell);
        // What is known beforehand, such as "not negative", bounds what can be asked.
        var down = Math.Min((double)below, attacker.Down[cell.Index]);
        var up = Math.Min((double)above, attacker.Up[cell.Index]);
        if (up > 0)
            requirements.Add(new(index, cell.Index, 1, up));
        if (down > 0)
            requirements.Add(new(index, cell.Index, -1, down));
    }
}

/// <summary>Costs as whole numbers.</summary>
/// <param name="Whole">Cost of each cell.</param>
/// <param name="Unit">Factor that made them whole.</param>
/// <param name="TieBreak">Further factor; below it count the cells that cost nothing.</param>
internal sealed record CostScale(IReadOnlyList<long> Whole, decimal Unit, long TieBreak)
{
    /// <summary>A cost or a bound in the unit asked for.</summary>
    public decimal Back(long whole) => whole / TieBreak / Unit;
}
