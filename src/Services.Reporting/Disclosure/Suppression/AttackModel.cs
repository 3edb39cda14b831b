using Google.OrTools.LinearSolver;
using Ptce.Reporting.Disclosure.Tables;

namespace Ptce.Reporting.Disclosure.Suppression;

/// <summary>
/// The attacker's linear programme: the hidden values move away from the true ones so that every relation still holds; how far can one cell get?
/// Deviations are measured in units of the requirement, so that bounds and duals are near one whatever the table's magnitude.
/// </summary>
internal sealed class AttackModel : IDisposable
{
    private const double Tolerance = 1e-7;
    private readonly SuppressionProblem _problem;
    private readonly WorkMeter _meter;
    private readonly Solver _solver = Solver.CreateSolver("GLOP");
    private readonly MPSolverParameters _parameters = new();
    private readonly Variable?[] _moves;
    private readonly List<(Constraint Row, Relation Relation)> _rows = [];
    private readonly Objective _objective;
    private int _aim = -1;

    public AttackModel(SuppressionProblem problem, WorkMeter meter)
    {
        (_problem, _meter) = (problem, meter);
        _parameters.SetIntegerParam(MPSolverParameters.IntegerParam.PRESOLVE, (int)MPSolverParameters.PresolveValues.PRESOLVE_OFF);
        _moves = new Variable?[problem.Cells];
        for (var i = 0; i < problem.Cells; i++)
        {
            if (!problem.Known[i])
                _moves[i] = _solver.MakeNumVar(0, 0, "");
        }
        foreach (var relation in problem.Relations)
        {
            if (_moves[relation.Total] is null && relation.Parts.All(p => _moves[p] is null))
                continue;
            var row = _solver.MakeConstraint(0, 0, "");
            Add(row, relation.Total, -1);
            foreach (var part in relation.Parts)
                Add(row, part, 1);
            _rows.Add((row, relation));
        }
        _objective = _solver.Objective();
        _objective.SetMaximization();

        void Add(Constraint row, int cell, double factor)
        {
            if (_moves[cell] is { } move)
                row.SetCoefficient(move, factor);
        }
    }

    /// <summary>
    /// Pushes the requirement's cell as far as the requirement asks and no further.
    /// </summary>
    /// <param name="requirement">What to reach.</param>
    /// <param name="openness">How open each cell is, 0–1: 1 when hidden, a fraction in the relaxation.</param>
    /// <param name="cap">Most that any cell may move, in units of the requirement.</param>
    public Attack Run(Requirement requirement, ReadOnlySpan<double> openness, double cap)
    {
        var attacker = _problem.Attackers[requirement.Attacker];
        for (var i = 0; i < _moves.Length; i++)
        {
            if (_moves[i] is not { } move)
                continue;
            var down = openness[i] <= 0 ? 0 : Math.Min(cap, attacker.Down[i] / requirement.Amount) * openness[i];
            var up = openness[i] <= 0 ? 0 : Math.Min(cap, attacker.Up[i] / requirement.Amount) * openness[i];
            if (i == requirement.Cell)
                (down, up) = requirement.Direction > 0 ? (down, Math.Min(1, attacker.Up[i] / requirement.Amount)) : (Math.Min(1, attacker.Down[i] / requirement.Amount), up);
            move.SetBounds(-down, up);
        }
        Aim(requirement);
        var status = Fresh.Solve(_solver, _parameters);
        _meter.AddLinear(_solver.Iterations(), _rows.Count, _moves.Length);
        // Without any limit the numbers may be too far apart: a far limit is as good, and what it protects is protected.
        if (status != Solver.ResultStatus.OPTIMAL && double.IsInfinity(cap))
            return Run(requirement, openness, 1000);
        if (status != Solver.ResultStatus.OPTIMAL)
            throw new InvalidOperationException($"The attacker's programme ended as {status}.");
        return new(_objective.Value(), _objective.Value() >= 1 - Tolerance);
    }

    /// <summary>How cells move in the last attack, in the tables' own unit.</summary>
    public Witness Witness(Requirement requirement)
    {
        var cells = new List<int>();
        var moves = new List<double>();
        for (var i = 0; i < _moves.Length; i++)
        {
            if (_moves[i] is not { } move || Math.Abs(move.SolutionValue()) <= 1e-9)
                continue;
            cells.Add(i);
            moves.Add(move.SolutionValue() * requirement.Amount);
        }
        return new([.. cells], [.. moves]);
    }

    /// <summary>
    /// The inequality that the last attack's duals give: Σ coefficient × hidden ≥ 1 for every safe pattern. Valid whatever the duals' accuracy:
    /// any multipliers bound the cell's move by the room of the others.
    /// </summary>
    public double[] Cut(Requirement requirement)
    {
        var attacker = _problem.Attackers[requirement.Attacker];
        var slope = new double[_problem.Cells];
        slope[requirement.Cell] = requirement.Direction;
        foreach (var (row, relation) in _rows)
        {
            var dual = Snap(row.DualValue());
            if (dual == 0)
                continue;
            slope[relation.Total] += dual;
            foreach (var part in relation.Parts)
                slope[part] -= dual;
        }
        for (var i = 0; i < slope.Length; i++)
        {
            var room = slope[i] > 1e-9 ? attacker.Up[i] : slope[i] < -1e-9 ? attacker.Down[i] : 0;
            slope[i] = _problem.Known[i] || room == 0 ? 0 : Math.Min(1, Math.Abs(slope[i]) * room / requirement.Amount);
        }
        return slope;
    }

    public void Dispose()
    {
        _parameters.Dispose();
        _solver.Dispose();
    }

    private void Aim(Requirement requirement)
    {
        if (_aim >= 0)
            _objective.SetCoefficient(_moves[_aim]!, 0);
        _objective.SetCoefficient(_moves[requirement.Cell]!, requirement.Direction);
        _aim = requirement.Cell;
    }

    private static double Snap(double dual) => Math.Abs(dual - Math.Round(dual)) < 1e-7 ? Math.Round(dual) : dual;
}

/// <summary>How far an attack got, in units of its requirement.</summary>
/// <param name="Reach">Distance.</param>
/// <param name="Satisfied">Whether it is as far as the requirement asks.</param>
internal readonly record struct Attack(double Reach, bool Satisfied);
