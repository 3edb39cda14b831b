using Google.OrTools.LinearSolver;

namespace Ptce.Reporting.Disclosure.Suppression;

/// <summary>Solves from the last basis, and once more from nothing when that leads nowhere: a stale basis can be numerically hopeless.</summary>
internal static class Fresh
{
    public static Solver.ResultStatus Solve(Solver solver, MPSolverParameters parameters)
    {
        var status = solver.Solve(parameters);
        if (status is Solver.ResultStatus.OPTIMAL or Solver.ResultStatus.INFEASIBLE or Solver.ResultStatus.UNBOUNDED)
            return status;
        using var fresh = new MPSolverParameters();
        fresh.SetIntegerParam(MPSolverParameters.IntegerParam.INCREMENTALITY, (int)MPSolverParameters.IncrementalityValues.INCREMENTALITY_OFF);
        return solver.Solve(fresh);
    }
}
