namespace Ptce.Reporting.Disclosure.Tables;

/// <summary>What is known of a cell's contributors: all of them, or the largest only.</summary>
internal sealed class Contributions
{
    private readonly decimal[] largest;

    private Contributions(decimal absolute, decimal[] largest, IReadOnlyDictionary<string, decimal>? listed) => (Absolute, this.largest, Listed) = (absolute, largest, listed);

    /// <summary>Sum of absolute contributions: what shares are taken of.</summary>
    public decimal Absolute { get; }

    /// <summary>Every contributor, when listed.</summary>
    public IReadOnlyDictionary<string, decimal>? Listed { get; }

    public static Contributions Empty { get; } = new(0, [], new Dictionary<string, decimal>());

    public static Contributions Of(IReadOnlyDictionary<string, decimal> listed)
    {
        var amounts = listed.Values.Select(Math.Abs).OrderDescending().ToArray();
        return new(amounts.Sum(), amounts, listed);
    }

    /// <summary>From the largest alone; of a value that mixes signs, |value| is a lower bound of the sum, so that the rule errs on the safe side.</summary>
    public static Contributions Of(decimal value, decimal max, decimal? second) =>
        new(Math.Abs(value), second is { } s ? [Math.Abs(max), Math.Abs(s)] : [Math.Abs(max)], null);

    /// <summary>A total's, from its parts'. Exact when contributors are listed or stand in one part each.</summary>
    public static Contributions Of(decimal value, IReadOnlyList<Contributions> parts)
    {
        if (parts.All(p => p.Listed is not null))
        {
            var all = new Dictionary<string, decimal>(StringComparer.Ordinal);
            foreach (var (id, amount) in parts.SelectMany(p => p.Listed!))
                all[id] = all.GetValueOrDefault(id) + amount;
            return Of(all);
        }
        var known = parts.Where(p => p.Absolute > 0).Select(p => p.largest.Length).DefaultIfEmpty(0).Min();
        return new(Math.Max(Math.Abs(value), parts.Sum(p => p.Absolute)), [.. parts.SelectMany(p => p.largest).OrderDescending().Take(Math.Max(1, known))], null);
    }

    /// <summary>Sum of the n largest; null when fewer are known.</summary>
    public decimal? Top(int n) => Listed is null && largest.Length < n && Absolute > largest.Sum() ? null : largest.Take(n).Sum();
}
