using Google.OrTools.LinearSolver;
using Ptce.Reporting.Disclosure.Suppression;
using Ptce.Reporting.Disclosure.Tables;

namespace Ptce.Reporting.Disclosure.Audit;

/// <summary>
/// The least and the greatest value that an outsider can give each hidden cell (intervalle de l'attaquant). Independent of the optimiser: only the
/// hidden cells and the relations. Deviations are whole numbers of the tables' smallest unit, which simplex pivots of ±1 keep exact.
/// </summary>
internal sealed class IntervalModel : IDisposable
{
    private readonly Solver _solver = Solver.CreateSolver("GLOP");
    private readonly MPSolverParameters _parameters = new();
    private readonly Dictionary<int, Variable> _moves = [];
    private readonly decimal _unit;
    private readonly WorkMeter _meter;
    private const decimal Largest = 100_000_000;
    private readonly decimal _smallest;
    private readonly int _rows;
    private readonly double[] _sizes;

    public IntervalModel(LinkedTables tables, bool[] hidden, Attacker outsider, WorkMeter meter)
    {
        _meter = meter;
        _unit = 1;
        while (_unit > 0.0001m && tables.Cells.Any(c => c.Value / _unit != Math.Floor((c.Value ?? 0) / _unit)))
            _unit /= 10;
        _smallest = _unit;
        // Beyond this the solver's absolute tolerances drown in rounding: a coarser unit, and results brought back to the smallest.
        while (tables.Cells.Max(c => Math.Abs(c.Value ?? 0)) / _unit > Largest)
            _unit *= 10;
        var unit = (double)_unit;
        _sizes = [.. tables.Cells.Select(c => Math.Abs((double)(c.Value ?? 0)) / unit)];
        for (var i = 0; i < hidden.Length; i++)
        {
            if (hidden[i])
                _moves[i] = _solver.MakeNumVar(-outsider.Down[i] / unit, outsider.Up[i] / unit, "");
        }
        foreach (var relation in tables.Relations)
        {
            if (!hidden[relation.Total] && !relation.Parts.Any(p => hidden[p]))
                continue;
            var row = _solver.MakeConstraint(0, 0, "");
            _rows++;
            if (hidden[relation.Total])
                row.SetCoefficient(_moves[relation.Total], -1);
            foreach (var part in relation.Parts.Where(p => hidden[p]))
                row.SetCoefficient(_moves[part], 1);
        }
    }

    /// <summary>How far a hidden cell may lie from its value in a direction; null when without limit.</summary>
    public decimal? Reach(int cell, int direction)
    {
        var objective = _solver.Objective();
        objective.Clear();
        objective.SetCoefficient(_moves[cell], direction);
        objective.SetMaximization();
        var status = Fresh.Solve(_solver, _parameters);
        _meter.AddLinear(_solver.Iterations(), _rows, _moves.Count);
        if (status == Solver.ResultStatus.ABNORMAL)
            return Within(Far);
        // The true values are feasible, so that "infeasible or unbounded" means unbounded.
        if (status is Solver.ResultStatus.UNBOUNDED or Solver.ResultStatus.INFEASIBLE)
            return null;
        if (status != Solver.ResultStatus.OPTIMAL)
            throw new InvalidOperationException($"The attacker's programme ended as {status}.");
        var reach = objective.Value();
        return reach > 1e17 ? null : Snap(reach);
    }

    // Where the solver cannot tell "without limit" from "very far", far limits tell: what comes near them has none of its own.
    private decimal? Within(double far)
    {
        var bounds = _moves.Values.Select(move => (Move: move, Low: move.Lb(), High: move.Ub())).ToList();
        foreach (var (move, low, high) in bounds)
            move.SetBounds(Math.Max(low, -far), Math.Min(high, far));
        var status = Fresh.Solve(_solver, _parameters);
        var reach = status == Solver.ResultStatus.OPTIMAL ? _solver.Objective().Value() : throw new InvalidOperationException($"The attacker's programme ended as {status}.");
        foreach (var (move, low, high) in bounds)
            move.SetBounds(low, high);
        return reach >= far / 100 ? null : Snap(reach);
    }

    private double Far => 1000 * (1 + _moves.Keys.Max(cell => _sizes[cell]));

    public void Dispose()
    {
        _parameters.Dispose();
        _solver.Dispose();
    }

    private decimal Snap(double reach)
    {
        var steps = (decimal)reach * (_unit / _smallest);
        var whole = Math.Round(steps);
        return (Math.Abs(steps - whole) <= 0.000001m + Math.Abs(steps) * 0.000000000001m + (_unit > _smallest ? 0.001m : 0) ? whole : Math.Round(steps, 4)) * _smallest;
    }
}
