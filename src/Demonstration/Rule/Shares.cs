namespace Ptce.Demonstration.Rule;

/// <summary>Divides whole numbers so that the parts add up exactly.</summary>
internal static class Shares
{
    /// <summary>Largest remainder: parts proportional to the weights, adding up to the whole.</summary>
    public static int[] Divide(int whole, IReadOnlyList<int> weights)
    {
        var sum = weights.Sum(w => (long)w);
        var parts = weights.Select(w => (int)(whole * (long)w / sum)).ToArray();
        var missing = whole - parts.Sum();
        foreach (var i in Enumerable.Range(0, weights.Count).OrderByDescending(i => whole * (long)weights[i] % sum).ThenBy(i => i).Take(missing))
            parts[i]++;
        return parts;
    }

    /// <summary>
    /// Values inside their own bounds that add up to the whole: each starts at its lower bound, the rest is spread by weight, and
    /// what a bound refuses goes to the next that has room.
    /// </summary>
    /// <exception cref="InvalidOperationException">The bounds do not allow the whole.</exception>
    public static int[] Fit(int whole, IReadOnlyList<(int Low, int High)> bounds, IReadOnlyList<int> weights)
    {
        var values = bounds.Select(b => b.Low).ToArray();
        var rest = whole - values.Sum();
        if (rest < 0 || whole > bounds.Sum(b => b.High))
            throw new InvalidOperationException($"{whole} is not between {values.Sum()} and {bounds.Sum(b => b.High)}.");
        while (rest > 0)
        {
            var open = Enumerable.Range(0, values.Length).Where(i => values[i] < bounds[i].High).ToArray();
            var parts = Divide(rest, [.. open.Select(i => weights[i])]);
            for (var k = 0; k < open.Length; k++)
            {
                var i = open[k];
                var taken = Math.Min(parts[k], bounds[i].High - values[i]);
                values[i] += taken;
                rest -= taken;
            }
        }
        return values;
    }
}
