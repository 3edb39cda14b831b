namespace Ptce.Members.Memberships;

/// <summary>
/// Recorded time (temps d'enregistrement): when the observatory came to know something. It is the server's and strictly rises
/// within a pole, even when the machine's clock is set back, so that "as known at" has one answer.
/// </summary>
internal static class RecordedClock
{
    /// <summary>The time to record under, after the last one used.</summary>
    /// <param name="now">The machine's time, UTC.</param>
    /// <param name="last">The last recorded time of the pole, null before the first.</param>
    public static DateTime Next(DateTime now, DateTime? last)
    {
        // Microseconds: what both databases and JSON keep alike.
        var tick = new DateTime(now.Ticks - now.Ticks % TimeSpan.TicksPerMicrosecond, DateTimeKind.Utc);
        return last is { } previous && tick <= previous ? DateTime.SpecifyKind(previous, DateTimeKind.Utc).AddMicroseconds(1) : tick;
    }
}
