namespace Ptce.Reporting.Disclosure.Suppression;

/// <summary>
/// Solver effort spent, in deterministic units of about a second of one core. A clock would make the answer depend on the machine's mood;
/// the same request must get the same answer.
/// </summary>
internal sealed class WorkMeter(double limit, CancellationToken cancellation)
{
    private const double PerPivotEntry = 4e-9, PerSolve = 4e-5;

    public double Spent { get; private set; }

    public double Left => Math.Max(0, limit - Spent);

    public double Limit => limit;

    public CancellationToken Cancellation => cancellation;

    public void AddLinear(long pivots, int rows, int columns)
    {
        cancellation.ThrowIfCancellationRequested();
        Spent += PerSolve + (pivots + 1) * PerPivotEntry * (rows + columns) * 4;
    }

    public void Add(double deterministicSeconds)
    {
        cancellation.ThrowIfCancellationRequested();
        Spent += deterministicSeconds + PerSolve * 20;
    }
}
