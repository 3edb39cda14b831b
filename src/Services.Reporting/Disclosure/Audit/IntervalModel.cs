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
    private readonly int _rows;

    public IntervalModel(LinkedTables tables, bool[] hidden, Attacker outsider, WorkMeter meter)
    {
        _meter = meter;
        _unit = 1;
        while (_unit > 0.0001m && tables.Cells.Any(c => c.Value / _unit != Math.Floor((c.Value ?? 0) / _unit)))
            _unit /= 10;
        var unit = (double)_unit;
        for (var i = 0; i < hidden.Length; i++)
        {
            if (hidden[i])
                _moves[i] = _solver.MakeNumVar(Whole(-outsider.Down[i] / unit), Whole(outsider.Up[i] / unit), "");
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
        var status = _solver.Solve(_parameters);
        _meter.AddLinear(_solver.Iterations(), _rows, _moves.Count);
        // The true values are feasible, so that "infeasible or unbounded" means unbounded.
        if (status is Solver.ResultStatus.UNBOUNDED or Solver.ResultStatus.INFEASIBLE)
            return null;
        if (status != Solver.ResultStatus.OPTIMAL)
            throw new InvalidOperationException($"The attacker's programme ended as {status}.");
        var reach = objective.Value();
        return reach > 1e17 ? null : (decimal)Snap(reach) * _unit;
    }

    public void Dispose()
    {
        _parameters.Dispose();
        _solver.Dispose();
    }

    private static double Whole(double value) => double.IsInfinity(value) ? value : Math.Round(value);

    private static double Snap(double value)
    {
        var whole = Math.Round(value);
        return Math.Abs(value - whole) <= 1e-6 * Math.Max(1, Math.Abs(value) * 1e-6) ? whole : Math.Round(value, 4);
    }
}
