using Google.OrTools.LinearSolver;

namespace Ptce.Reporting.Disclosure.Suppression;

/// <summary>The relaxation in which cells may be half hidden: a lower bound, cuts for the whole problem, and a hint where to hide.</summary>
internal sealed class RootRelaxation : IDisposable
{
    private readonly SuppressionProblem _problem;
    private readonly WorkMeter _meter;
    private readonly Solver _solver = Solver.CreateSolver("GLOP");
    private readonly MPSolverParameters _parameters = new();
    private readonly Variable?[] _hidden;
    private readonly double _unit;
    private readonly List<(Constraint Row, Cut Cut)> _rows = [];
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private readonly List<(Constraint Row, int Cell, int[] Others)> _companions = [];

    public RootRelaxation(SuppressionProblem problem, WorkMeter meter)
    {
        (_problem, _meter) = (problem, meter);
        _parameters.SetIntegerParam(MPSolverParameters.IntegerParam.PRESOLVE, (int)MPSolverParameters.PresolveValues.PRESOLVE_OFF);
        _hidden = new Variable?[problem.Cells];
        _unit = Math.Max(1, problem.Cost.Where((_, i) => problem.IsFree(i)).DefaultIfEmpty(1).Average());
        var objective = _solver.Objective();
        objective.SetMinimization();
        for (var i = 0; i < problem.Cells; i++)
        {
            if (!problem.IsFree(i))
                continue;
            _hidden[i] = _solver.MakeNumVar(0, 1, "");
            objective.SetCoefficient(_hidden[i]!, problem.Cost[i] / _unit);
        }
        foreach (var (cell, others) in Cut.Companions(problem))
        {
            var row = _solver.MakeConstraint(problem.IsFree(cell) ? 0 : 1, double.PositiveInfinity, "");
            if (_hidden[cell] is { } own)
                row.SetCoefficient(own, -1);
            foreach (var other in others)
                row.SetCoefficient(_hidden[other]!, 1);
            _companions.Add((row, cell, others));
        }
        Point = [.. problem.Forced.Select(forced => forced ? 1.0 : 0.0)];
        Reduced = new double[problem.Cells];
    }

    /// <summary>How far each cell is hidden, 0–1.</summary>
    public double[] Point { get; private set; }

    /// <summary>No safe pattern costs less (proved from the duals).</summary>
    public long Bound { get; private set; }

    /// <summary>What hiding each cell adds to the bound at least.</summary>
    public double[] Reduced { get; private set; }

    public IEnumerable<Cut> Cuts => _rows.Select(r => r.Cut);

    /// <summary>Adds inequalities; says whether any was new.</summary>
    public bool Add(IEnumerable<Cut> cuts)
    {
        var any = false;
        foreach (var cut in cuts)
        {
            if (!_seen.Add(cut.Signature()))
                continue;
            var row = _solver.MakeConstraint(1, double.PositiveInfinity, "");
            for (var k = 0; k < cut.Cells.Length; k++)
                row.SetCoefficient(_hidden[cut.Cells[k]]!, (double)cut.Factors[k] / cut.Least);
            _rows.Add((row, cut));
            any = true;
        }
        return any;
    }

    /// <summary>Solves; false when the solver gives up, which leaves the last bound as it was.</summary>
    public bool Solve()
    {
        var status = Fresh.Solve(_solver, _parameters);
        _meter.AddLinear(_solver.Iterations(), _rows.Count + _companions.Count, _hidden.Length);
        if (status != Solver.ResultStatus.OPTIMAL)
            return false;
        Point = [.. _hidden.Select((h, i) => h?.SolutionValue() ?? (_problem.Forced[i] ? 1 : 0))];
        Certify();
        return true;
    }

    public void Dispose()
    {
        _parameters.Dispose();
        _solver.Dispose();
    }

    // Any non-negative multipliers prove a bound; these are the solver's, so that its tolerances cannot make the bound wrong.
    private void Certify()
    {
        var reduced = new double[_problem.Cells];
        for (var i = 0; i < reduced.Length; i++)
            reduced[i] = _problem.IsFree(i) ? _problem.Cost[i] : 0;
        var bound = 0.0;
        foreach (var (row, cut) in _rows)
        {
            var dual = Math.Max(0, row.DualValue()) * _unit;
            bound += dual;
            for (var k = 0; k < cut.Cells.Length; k++)
                reduced[cut.Cells[k]] -= dual * cut.Factors[k] / cut.Least;
        }
        foreach (var (row, cell, others) in _companions)
        {
            var dual = Math.Max(0, row.DualValue()) * _unit;
            if (_problem.IsFree(cell))
                reduced[cell] += dual;
            else
                bound += dual;
            foreach (var other in others)
                reduced[other] -= dual;
        }
        bound += reduced.Sum(r => Math.Min(0, r));
        var certified = (long)Math.Ceiling(bound * (1 - 1e-9) - 1e-6);
        if (certified < Bound)
            return;
        // The two belong together: what a cell adds, it adds to this bound.
        (Bound, Reduced) = (certified, reduced);
    }
}
