using Ptce.Reporting.Figures;

namespace Ptce.Reporting.Tests.Figures;

public class DistributionTests
{
    [Fact]
    public void Quartiles_interpolate_between_order_statistics()
    {
        // rank 1 + p(n − 1): 1.75, 2.5 and 3.25 among 10 20 40 80
        var spread = Distribution.Of([80m, 10m, 40m, 20m])!;
        Assert.Equal((10m, 17.5m, 30m, 50m, 80m, 37.5m), (spread.Min, spread.LowerQuartile, spread.Median, spread.UpperQuartile, spread.Max, spread.Mean));
    }

    [Fact]
    public void A_single_value_is_its_own_distribution()
    {
        var spread = Distribution.Of([7m])!;
        Assert.Equal((7m, 7m, 7m, 7m), (spread.Min, spread.LowerQuartile, spread.UpperQuartile, spread.Max));
    }

    [Fact]
    public void Nothing_has_no_distribution() => Assert.Null(Distribution.Of([]));

    [Fact]
    public void A_tie_reached_by_way_of_thirds_rounds_like_a_tie() =>
        // (1/3 + 2/3 + 23.035) / 2 is 12.0175 exactly; decimals alone would fall just below
        Assert.Equal(12.018m, Rounding.To(((1m / 3) + (2m / 3) + 23.035m) / 2, 3));
}
