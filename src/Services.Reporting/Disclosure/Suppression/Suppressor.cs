namespace Ptce.Reporting.Disclosure.Suppression;

/// <summary>
/// Secondary suppression (secret secondaire) by exact optimisation: a master programme chooses cells, attackers' programmes answer with inequalities
/// it must satisfy (Fischetti and Salazar-González 2001), and flows of deviations give safe patterns on the way. Deterministic.
/// </summary>
internal sealed class Suppressor
{
    private readonly SuppressionProblem _problem;
    private readonly WorkMeter _meter;

    private Suppressor(SuppressionProblem problem, WorkMeter meter) => (_problem, _meter) = (problem, meter);

    /// <summary>Solves; requirements that nothing can meet are set aside and told.</summary>
    public static Suppression Solve(SuppressionProblem problem, WorkMeter meter)
    {
        var everything = Enumerable.Range(0, problem.Cells).Select(i => !problem.Known[i]).ToArray();
        var possible = new List<Requirement>();
        var hopeless = new List<Requirement>();
        using (var separator = new Separator(problem, meter))
        {
            for (var r = 0; r < problem.Requirements.Count; r++)
                (separator.Protects(r, everything) ? possible : hopeless).Add(problem.Requirements[r]);
        }
        return new Suppressor(problem with { Requirements = possible }, meter).Solve(hopeless);
    }

    private Suppression Solve(List<Requirement> hopeless)
    {
        using var separator = new Separator(_problem, _meter);
        using var builder = new PatternBuilder(_problem, separator, _meter);
        var best = builder.Build((bool[])_problem.Forced.Clone(), null, 0.3);
        var cost = _problem.CostOf(best);
        var bound = 0L;
        if (cost > 0)
        {
            using var root = new RootRelaxation(_problem, _meter);
            Relax(root, separator);
            bound = Math.Min(root.Bound, cost);
            if (_meter.Within(0.7))
                (best, cost) = Better(best, builder.Build((bool[])_problem.Forced.Clone(), Lean(root.Point), 0.8));
            if (_meter.Within(0.7))
                (best, cost) = Better(best, builder.Build(Rounded(root.Point), Lean(root.Point), 0.8));
            if (bound < cost)
                (best, bound) = Search(root, separator, builder, best, bound);
            cost = _problem.CostOf(best);
        }
        return new(best, cost, Math.Min(bound, cost), hopeless);
    }

    private void Relax(RootRelaxation root, Separator separator)
    {
        var outside = Enumerable.Range(0, _problem.Requirements.Count).Where(r => _problem.Requirements[r].Attacker == 0).ToList();
        var stalled = 0;
        if (!root.Solve())
            return;
        while (_meter.Spent < _meter.Limit * 0.4 && stalled < 8)
        {
            var before = root.Bound;
            if (!root.Add(separator.Separate(root.Point, outside)))
                return;
            if (!root.Solve())
                return;
            stalled = root.Bound > before ? 0 : stalled + 1;
        }
    }

    private (bool[] Best, long Bound) Search(RootRelaxation root, Separator separator, PatternBuilder builder, bool[] best, long bound)
    {
        var master = new WholeMaster(_problem, _meter);
        master.Add(root.Cuts);
        var lean = Lean(root.Point);
        while (true)
        {
            var cost = _problem.CostOf(best);
            master.Exclude(Enumerable.Range(0, _problem.Cells).Where(i => _problem.IsFree(i) && root.Reduced[i] + root.Bound - 1 > cost));
            if (bound >= cost || _meter.Left <= 0)
                return (best, bound);
            var answer = master.Solve(cost - 1, best, Math.Max(0.05, _meter.Left / 3));
            bound = Math.Max(bound, Math.Min(cost, answer.Bound));
            if (answer.Pattern is null)
            {
                if (answer.Exact)
                    return (best, cost);
                continue;
            }
            var cuts = separator.Separate(answer.Pattern);
            if (cuts.Count == 0)
            {
                best = answer.Pattern;
                continue;
            }
            master.Add(cuts);
            if (_meter.Left > 0)
                (best, _) = Better(best, builder.Build(answer.Pattern, lean));
        }
    }

    private (bool[] Best, long Cost) Better(bool[] best, bool[] other)
    {
        var (mine, others) = (_problem.CostOf(best), _problem.CostOf(other));
        return others < mine ? (other, others) : (best, mine);
    }

    private bool[] Rounded(double[] point) => [.. point.Select((p, i) => _problem.Forced[i] || _problem.IsFree(i) && p > 0.5)];

    private static double[] Lean(double[] point) => [.. point.Select(p => Math.Max(0.02, 1 - p))];
}

/// <summary>A pattern of suppression.</summary>
/// <param name="Hidden">Which cells are hidden, those hidden from the start included.</param>
/// <param name="Cost">Cost of the others.</param>
/// <param name="Bound">No safe pattern costs less.</param>
/// <param name="Hopeless">Requirements that not even hiding everything meets.</param>
internal sealed record Suppression(bool[] Hidden, long Cost, long Bound, IReadOnlyList<Requirement> Hopeless);
