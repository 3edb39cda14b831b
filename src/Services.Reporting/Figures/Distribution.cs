namespace Ptce.Reporting.Figures;

/// <summary>
/// n, minimum, quartiles, median, mean and maximum of values by pole. Quartiles by linear interpolation between order
/// statistics at rank 1 + p(n − 1): Hyndman and Fan's type 7, the one of R, NumPy and Excel's QUARTILE.INC.
/// </summary>
internal sealed record Distribution(int N, decimal Min, decimal LowerQuartile, decimal Median, decimal UpperQuartile, decimal Max, decimal Mean, decimal Sum)
{
    public static readonly Label Method = new(
        "Quartiles par interpolation linéaire au rang 1 + p(n − 1) (type 7 de Hyndman et Fan, celui de R et de QUARTILE.INC).",
        "Quartiles by linear interpolation at rank 1 + p(n − 1) (Hyndman and Fan's type 7, as in R and QUARTILE.INC).");

    /// <summary>Null when there is nothing to describe.</summary>
    public static Distribution? Of(IEnumerable<decimal> values)
    {
        var sorted = values.Order().ToArray();
        if (sorted.Length == 0)
            return null;
        var sum = sorted.Sum();
        return new(sorted.Length, sorted[0], Quantile(sorted, 0.25m), Quantile(sorted, 0.5m), Quantile(sorted, 0.75m), sorted[^1], sum / sorted.Length, sum);
    }

    private static decimal Quantile(decimal[] sorted, decimal p)
    {
        var rank = p * (sorted.Length - 1);
        var below = (int)rank;
        return below + 1 == sorted.Length ? sorted[below] : sorted[below] + ((rank - below) * (sorted[below + 1] - sorted[below]));
    }
}
