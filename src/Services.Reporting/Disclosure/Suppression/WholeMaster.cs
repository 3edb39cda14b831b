using System.Globalization;
using Google.OrTools.Sat;

namespace Ptce.Reporting.Disclosure.Suppression;

/// <summary>The cheapest whole pattern that satisfies the inequalities known so far, in exact integer arithmetic (CP-SAT, one worker, fixed seed).</summary>
internal sealed class WholeMaster(SuppressionProblem problem, WorkMeter meter)
{
    private readonly Dictionary<string, Cut> cuts = new(StringComparer.Ordinal);
    private readonly HashSet<int> never = [];

    public void Add(IEnumerable<Cut> more)
    {
        foreach (var cut in more)
            cuts[cut.Signature()] = cut;
    }

    /// <summary>Cells that no cheaper pattern hides.</summary>
    public void Exclude(IEnumerable<int> cells) => never.UnionWith(cells);

    /// <summary>Looks for a pattern that costs at most <paramref name="most"/>.</summary>
    public MasterAnswer Solve(long most, bool[] hint, double effort)
    {
        var model = new CpModel();
        var hidden = new BoolVar?[problem.Cells];
        for (var i = 0; i < problem.Cells; i++)
        {
            if (!problem.IsFree(i) || never.Contains(i))
                continue;
            var variable = model.NewBoolVar("");
            model.AddHint(variable, hint[i]);
            hidden[i] = variable;
        }
        foreach (var cut in cuts.Values)
        {
            var terms = cut.Cells.Select((cell, k) => (Variable: hidden[cell], Factor: cut.Factors[k])).Where(t => t.Variable is not null).ToList();
            if (cut.Least == 1)
                model.AddBoolOr(terms.Select(t => t.Variable!));
            else
                model.Add(LinearExpr.WeightedSum(terms.Select(t => t.Variable!), terms.Select(t => t.Factor)) >= cut.Least);
        }
        foreach (var (cell, others) in Cut.Companions(problem))
        {
            if (problem.IsFree(cell) && hidden[cell] is null)
                continue;
            var clause = others.Select(o => hidden[o]).OfType<ILiteral>();
            model.AddBoolOr(hidden[cell] is { } own ? [.. clause, own.Not()] : clause);
        }
        var free = Enumerable.Range(0, problem.Cells).Where(i => hidden[i] is not null).ToList();
        var cost = LinearExpr.WeightedSum(free.Select(i => hidden[i]!), free.Select(i => problem.Cost[i]));
        model.Add(cost <= most);
        model.Minimize(cost);

        var solver = new CpSolver
        {
            StringParameters = string.Create(CultureInfo.InvariantCulture, $"num_workers:1 random_seed:7 linearization_level:2 max_deterministic_time:{effort:F3}"),
        };
        var status = solver.Solve(model);
        meter.Add(solver.Response?.DeterministicTime ?? 0);
        return status switch
        {
            CpSolverStatus.Infeasible => new(null, most + 1, true),
            CpSolverStatus.Optimal or CpSolverStatus.Feasible => new(
                [.. hidden.Select((h, i) => h is null ? problem.Forced[i] : solver.BooleanValue(h))],
                (long)Math.Ceiling(solver.BestObjectiveBound - 1e-6), status == CpSolverStatus.Optimal),
            CpSolverStatus.Unknown => new(null, (long)Math.Ceiling(Math.Max(0, solver.BestObjectiveBound) - 1e-6), false),
            _ => throw new InvalidOperationException($"The master programme ended as {status}."),
        };
    }
}

/// <summary>What the master programme found.</summary>
/// <param name="Pattern">A pattern, or null.</param>
/// <param name="Bound">No pattern under the inequalities costs less.</param>
/// <param name="Exact">The pattern is the cheapest, or none exists.</param>
internal sealed record MasterAnswer(bool[]? Pattern, long Bound, bool Exact);
