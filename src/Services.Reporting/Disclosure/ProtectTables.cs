using Ptce.Reporting.Disclosure.Audit;
using Ptce.Reporting.Disclosure.Suppression;

namespace Ptce.Reporting.Disclosure;

/// <summary>Protects tables (protéger des tableaux): primary suppression by the rules, secondary by optimisation, then an audit of the result.</summary>
internal static class ProtectTables
{
    /// <summary>Deterministic: the same request gets the same answer.</summary>
    /// <exception cref="OperationCanceledException">The caller went away.</exception>
    public static ProtectedTables Run(ReadRequest request, CancellationToken cancellation)
    {
        var problem = ProblemBuilder.Build(request.Tables, request.Rules, request.Scale);
        var suppression = Suppressor.Solve(problem, new WorkMeter(request.Effort, cancellation));
        var audit = TableAudit.Run(request.Tables, suppression.Hidden, request.Rules, problem.Attackers, new WorkMeter(double.MaxValue, cancellation));
        return new(suppression, audit);
    }
}

/// <summary>A pattern of suppression and its audit.</summary>
/// <param name="Suppression">The pattern.</param>
/// <param name="Audit">What attackers can compute.</param>
internal sealed record ProtectedTables(Suppression.Suppression Suppression, AuditOutcome Audit)
{
    /// <summary>Proved that nothing cheaper is safe, and safe itself.</summary>
    public bool Optimal => Suppression.Bound == Suppression.Cost && Suppression.Hopeless.Count == 0;
}
