using Google.OrTools.LinearSolver;
using Ptce.Reporting.Disclosure.Tables;

namespace Ptce.Reporting.Disclosure.Suppression;

/// <summary>
/// Finds cells to hide so that one requirement holds: the cheapest flow of deviations through the tables that moves the cell as asked
/// (after Kelly, Golden and Assad 1992). Cells already hidden are nearly free.
/// </summary>
internal sealed class CompletionModel : IDisposable
{
    private const double Hidden = 1e-4;
    private readonly SuppressionProblem _problem;
    private readonly WorkMeter _meter;
    private readonly Solver _solver = Solver.CreateSolver("GLOP");
    private readonly MPSolverParameters _parameters = new();
    private readonly (Variable Up, Variable Down)?[] _moves;
    private readonly int _rows;
    private readonly double _unit;
    private readonly Objective _objective;

    public CompletionModel(SuppressionProblem problem, WorkMeter meter)
    {
        (_problem, _meter) = (problem, meter);
        _parameters.SetIntegerParam(MPSolverParameters.IntegerParam.PRESOLVE, (int)MPSolverParameters.PresolveValues.PRESOLVE_OFF);
        _moves = new (Variable, Variable)?[problem.Cells];
        for (var i = 0; i < problem.Cells; i++)
        {
            if (!problem.Known[i])
                _moves[i] = (_solver.MakeNumVar(0, 0, ""), _solver.MakeNumVar(0, 0, ""));
        }
        foreach (var relation in problem.Relations)
        {
            var row = _solver.MakeConstraint(0, 0, "");
            Add(row, relation.Total, -1);
            foreach (var part in relation.Parts)
                Add(row, part, 1);
            _rows++;
        }
        _objective = _solver.Objective();
        _objective.SetMinimization();
        _unit = Math.Max(1, problem.Cost.Where((_, i) => problem.IsFree(i)).DefaultIfEmpty(1).Average());

        void Add(Constraint row, int cell, double factor)
        {
            if (_moves[cell] is not { } move)
                return;
            row.SetCoefficient(move.Up, factor);
            row.SetCoefficient(move.Down, -factor);
        }
    }

    /// <summary>Deviations that protect a requirement, and so the cells to hide; null when none can.</summary>
    /// <param name="requirement">What must hold.</param>
    /// <param name="pattern">Cells hidden so far.</param>
    /// <param name="lean">Share of each cell's cost that counts, 0–1: the relaxation leans towards the cells it half hides.</param>
    public Witness? Complete(Requirement requirement, bool[] pattern, double[]? lean) =>
        Complete(requirement, pattern, lean, 1) ?? Complete(requirement, pattern, lean, double.PositiveInfinity);

    public void Dispose()
    {
        _parameters.Dispose();
        _solver.Dispose();
    }

    private Witness? Complete(Requirement requirement, bool[] pattern, double[]? lean, double cap)
    {
        var attacker = _problem.Attackers[requirement.Attacker];
        for (var i = 0; i < _moves.Length; i++)
        {
            if (_moves[i] is not { } move)
                continue;
            var up = Math.Min(cap, attacker.Up[i] / requirement.Amount);
            var down = Math.Min(cap, attacker.Down[i] / requirement.Amount);
            move.Up.SetBounds(0, up);
            move.Down.SetBounds(0, down);
            var price = pattern[i] ? Hidden : Hidden + _problem.Cost[i] / _unit * (lean?[i] ?? 1);
            _objective.SetCoefficient(move.Up, price / Math.Clamp(up, 0.01, 1));
            _objective.SetCoefficient(move.Down, price / Math.Clamp(down, 0.01, 1));
        }
        var target = _moves[requirement.Cell]!.Value;
        target.Up.SetBounds(requirement.Direction > 0 ? 1 : 0, requirement.Direction > 0 ? 1 : 0);
        target.Down.SetBounds(requirement.Direction < 0 ? 1 : 0, requirement.Direction < 0 ? 1 : 0);
        var status = Fresh.Solve(_solver, _parameters);
        _meter.AddLinear(_solver.Iterations(), _rows, _moves.Length * 2);
        if (status != Solver.ResultStatus.OPTIMAL)
            return null;
        var cells = new List<int>();
        var moves = new List<double>();
        for (var i = 0; i < _moves.Length; i++)
        {
            if (_moves[i] is not { } move || Math.Abs(move.Up.SolutionValue() - move.Down.SolutionValue()) <= 1e-9)
                continue;
            cells.Add(i);
            moves.Add((move.Up.SolutionValue() - move.Down.SolutionValue()) * requirement.Amount);
        }
        return new([.. cells], [.. moves]);
    }
}
