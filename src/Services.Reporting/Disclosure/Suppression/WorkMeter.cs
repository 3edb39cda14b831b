namespace Ptce.Reporting.Disclosure.Suppression;

/// <summary>
/// Solver effort spent, in deterministic units of about a second of one core. A clock would make the answer depend on the machine's mood;
/// the same request must get the same answer.
/// </summary>
internal sealed class WorkMeter(double limit, CancellationToken cancellation)
{
    private const double PerPivotEntry = 8e-9, PerSolve = 6e-5, PerLook = 4e-7, PerSatSecond = 1.6;

    public double Spent { get; private set; }

    public double Left => Math.Max(0, limit - Spent);

    public double Limit => limit;

    public CancellationToken Cancellation => cancellation;

    public void AddLinear(long pivots, int rows, int columns)
    {
        cancellation.ThrowIfCancellationRequested();
        Spent += PerSolve + (pivots + 1) * PerPivotEntry * (rows + columns) * 4;
    }

    /// <summary>Counts looks at remembered witnesses.</summary>
    public void AddLooks(int looks) => Spent += looks * PerLook;

    /// <summary>Whether less than a share of the effort has been spent.</summary>
    public bool Within(double share) => Spent < limit * share;

    public void Add(double deterministicSeconds)
    {
        cancellation.ThrowIfCancellationRequested();
        Spent += deterministicSeconds * PerSatSecond + PerSolve * 20;
    }
}
