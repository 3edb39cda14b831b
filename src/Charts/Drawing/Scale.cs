namespace Ptce.Charts.Drawing;

/// <summary>A linear axis with round ticks (1, 2, 2.5 or 5 times a power of ten) that always holds zero.</summary>
internal sealed record Scale(decimal Low, decimal High, decimal Step)
{
    /// <summary>An axis without ticks, no longer than its values.</summary>
    public static Scale Exactly(IEnumerable<decimal> values)
    {
        var (low, high) = Range(values);
        return new(low, high, high - low);
    }

    public static Scale Over(IEnumerable<decimal> values, int ticks = 5)
    {
        var (low, high) = Range(values);
        var step = RoundStep((high - low) / ticks);
        return new(Math.Floor(low / step) * step, Math.Ceiling(high / step) * step, step);
    }

    public IEnumerable<decimal> Ticks()
    {
        for (var tick = Low; tick <= High; tick += Step)
            yield return tick;
    }

    public int Digits
    {
        get
        {
            var digits = 0;
            for (var step = Step; step != Math.Floor(step) && digits < 6; step *= 10)
                digits++;
            return digits;
        }
    }

    public double At(decimal value, double from, double to) => from + (double)((value - Low) / (High - Low)) * (to - from);

    private static (decimal Low, decimal High) Range(IEnumerable<decimal> values)
    {
        var low = 0m;
        var high = 0m;
        foreach (var value in values)
        {
            low = Math.Min(low, value);
            high = Math.Max(high, value);
        }
        return (low, low == high ? high + 1 : high);
    }

    private static decimal RoundStep(decimal wanted)
    {
        var power = 1m;
        while (power * 10 <= wanted && power < 1_000_000_000_000_000m)
            power *= 10;
        while (power > wanted && power > 0.000001m)
            power /= 10;
        foreach (var factor in (ReadOnlySpan<decimal>)[1, 2, 2.5m, 5, 10])
        {
            if (power * factor >= wanted)
                return power * factor;
        }
        return power * 10;
    }
}
