using Ptce.Reporting.Disclosure.Rules;
using Ptce.Reporting.Disclosure.Suppression;
using Ptce.Reporting.Disclosure.Tables;

namespace Ptce.Reporting.Disclosure.Audit;

/// <summary>Checks a pattern of suppression by the attackers' own programmes (audit).</summary>
internal static class TableAudit
{
    public static AuditOutcome Run(LinkedTables tables, bool[] hidden, SafetyRules rules, IReadOnlyList<Attacker> attackers, WorkMeter meter)
    {
        var intervals = Intervals(tables, hidden, attackers[0], meter);
        var exposed = new List<Exposure>();
        var watched = new List<LinkedCell>();
        foreach (var cell in tables.Cells.Where(c => c.Sensitivity != Sensitivity.None && (c.Shown || hidden[c.Index])))
        {
            if (!hidden[cell.Index])
                exposed.Add(new(cell.Index, "published", null));
            else if (TooNarrow(cell, intervals[cell.Index]!, attackers[0], rules))
                exposed.Add(new(cell.Index, "interval", null));
            else
                watched.Add(cell);
        }
        if (attackers.Count > 1)
            exposed.AddRange(ToInsiders(tables, hidden, rules, attackers, watched, meter));
        return new(intervals, [.. exposed.OrderBy(e => e.Cell)]);
    }

    private static Interval?[] Intervals(LinkedTables tables, bool[] hidden, Attacker outsider, WorkMeter meter)
    {
        var intervals = new Interval?[hidden.Length];
        using var model = new IntervalModel(tables, hidden, outsider, meter);
        for (var i = 0; i < hidden.Length; i++)
        {
            if (!hidden[i])
                continue;
            var value = tables.Cells[i].Value ?? 0;
            intervals[i] = new(value - model.Reach(i, -1), value + model.Reach(i, 1));
        }
        return intervals;
    }

    private static bool TooNarrow(LinkedCell cell, Interval interval, Attacker outsider, SafetyRules rules)
    {
        var (below, above) = rules.Protection(cell);
        var value = cell.Value ?? 0;
        if (!double.IsInfinity(outsider.Down[cell.Index]))
            below = Math.Min(below, (decimal)outsider.Down[cell.Index]);
        var slack = Math.Max(0.000001m, Math.Abs(value) * 0.0000001m);
        return interval.Low > value - below + slack || interval.High < value + above - slack;
    }

    private static IEnumerable<Exposure> ToInsiders(
        LinkedTables tables, bool[] hidden, SafetyRules rules, IReadOnlyList<Attacker> attackers, List<LinkedCell> watched, WorkMeter meter)
    {
        var cells = watched.Select(c => c.Index).ToHashSet();
        var problem = ProblemBuilder.Build(tables, rules, null) with
        {
            Attackers = attackers,
            Known = [.. hidden.Select(h => !h)],
            Requirements = [.. ProblemBuilder.Requirements(tables, attackers, rules).Where(r => r.Attacker > 0 && cells.Contains(r.Cell))],
        };
        using var separator = new Separator(problem, meter);
        var told = new HashSet<(int, int)>();
        for (var r = 0; r < problem.Requirements.Count; r++)
        {
            var requirement = problem.Requirements[r];
            if (!separator.Protects(r, hidden) && told.Add((requirement.Cell, requirement.Attacker)))
                yield return new(requirement.Cell, "insider", attackers[requirement.Attacker].Insider);
        }
    }
}

/// <summary>What an outsider can compute of a hidden cell.</summary>
/// <param name="Low">Least possible value, null when without limit.</param>
/// <param name="High">Greatest possible value, null when without limit.</param>
internal sealed record Interval(decimal? Low, decimal? High);

/// <summary>A cell that somebody can know too well.</summary>
/// <param name="Cell">Its index.</param>
/// <param name="Reason"><c>published</c>, <c>interval</c> or <c>insider</c>.</param>
/// <param name="Insider">The contributor, when one.</param>
internal sealed record Exposure(int Cell, string Reason, string? Insider);

/// <summary>Result of an audit.</summary>
/// <param name="Intervals">Interval of each hidden cell.</param>
/// <param name="Exposed">Cells that are not protected.</param>
internal sealed record AuditOutcome(IReadOnlyList<Interval?> Intervals, IReadOnlyList<Exposure> Exposed)
{
    public bool Safe => Exposed.Count == 0;
}
