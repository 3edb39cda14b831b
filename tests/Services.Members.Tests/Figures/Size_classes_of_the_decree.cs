using Ptce.Members.Figures;

namespace Ptce.Members.Tests.Figures;

/// <summary>Décret 2008-1354, art. 3: each bound and its neighbours. Amounts in millions of euros.</summary>
public sealed class Size_classes_of_the_decree
{
    [Theory]
    // micro: fewer than 10 and (turnover ≤ 2 or balance ≤ 2)
    [InlineData(9.99, 2.0, 2.0, "micro")]
    [InlineData(9.99, 2.00000001, 2.0, "micro")]
    [InlineData(9.99, 2.0, 2.00000001, "micro")]
    [InlineData(9.99, 2.00000001, 2.00000001, "sme")]
    [InlineData(10.0, 2.0, 2.0, "sme")]
    [InlineData(10.01, 0.0, 0.0, "sme")]
    [InlineData(0.0, 0.0, 0.0, "micro")]
    // SME: fewer than 250 and (≤ 50 or ≤ 43)
    [InlineData(249.99, 50.0, 43.0, "sme")]
    [InlineData(249.99, 50.00000001, 43.0, "sme")]
    [InlineData(249.99, 50.0, 43.00000001, "sme")]
    [InlineData(249.99, 50.00000001, 43.00000001, "intermediate")]
    [InlineData(250.0, 50.0, 43.0, "intermediate")]
    [InlineData(5.0, 60.0, 44.0, "intermediate")]
    // intermediate: fewer than 5,000 and (≤ 1,500 or ≤ 2,000)
    [InlineData(4999.99, 1500.0, 2000.0, "intermediate")]
    [InlineData(4999.99, 1500.00000001, 2000.0, "intermediate")]
    [InlineData(4999.99, 1500.0, 2000.00000001, "intermediate")]
    [InlineData(4999.99, 1500.00000001, 2000.00000001, "large")]
    [InlineData(5000.0, 1500.0, 2000.0, "large")]
    [InlineData(5000.0, 0.0, 0.0, "large")]
    public void With_everything_known_the_class_is_decided(double headcount, double turnover, double balance, string expected) =>
        Assert.Equal(expected, SizeClass.Of((decimal)headcount, AmountRange.Exactly(Cents(turnover)), Cents(balance)).Code);

    [Theory]
    [InlineData(null, 1.0, 1.0, "undetermined", "headcount-unknown")]
    [InlineData(5.0, 2.0, null, "micro", "headcount-and-turnover")]
    [InlineData(5.0, null, 2.0, "micro", "headcount-and-balance")]
    [InlineData(5.0, 2.01, null, "undetermined", "one-amount-unknown")]
    [InlineData(5.0, null, 2.01, "undetermined", "one-amount-unknown")]
    [InlineData(5.0, null, null, "undetermined", "amounts-unknown")]
    [InlineData(10.0, 2.01, null, "sme", "headcount-and-turnover")]
    [InlineData(10.0, 50.01, null, "undetermined", "one-amount-unknown")]
    [InlineData(250.0, 50.01, null, "intermediate", "headcount-and-turnover")]
    [InlineData(250.0, null, null, "undetermined", "amounts-unknown")]
    [InlineData(5000.0, null, null, "large", "headcount")]
    public void With_something_unknown_the_class_is_undetermined_unless_the_rule_can_decide(double? headcount, double? turnover, double? balance, string expected, string reason)
    {
        var found = SizeClass.Of((decimal?)headcount, turnover is { } t ? AmountRange.Exactly(Cents(t)) : AmountRange.Unknown, balance is { } b ? Cents(b) : null);
        Assert.Equal((expected, reason), (found.Code, found.Reason));
    }

    [Theory]
    [InlineData(5, "below-1m", "micro")]
    [InlineData(5, "1m-2m", "micro")]
    [InlineData(5, "above-2m", "undetermined")]
    [InlineData(20, "below-1m", "sme")]
    [InlineData(20, "above-2m", "undetermined")]
    public void A_band_decides_as_far_as_its_interval_does(int headcount, string band, string expected) =>
        Assert.Equal(expected, SizeClass.Of(headcount, AmountRange.Band(band), null).Code);

    [Theory]
    [InlineData(1.5, "micro")]
    [InlineData(3.0, "undetermined")]
    public void Operating_income_proves_a_small_turnover_and_never_a_large_one(double operatingIncome, string expected) =>
        Assert.Equal(expected, SizeClass.Of(5, AmountRange.AtMost(Cents(operatingIncome)), null).Code);

    [Theory]
    [InlineData(99_999_999, "below-1m")]
    [InlineData(100_000_000, "1m-2m")]
    [InlineData(200_000_000, "1m-2m")]
    [InlineData(200_000_001, "above-2m")]
    public void An_income_falls_in_one_band(long cents, string band) => Assert.Equal(band, AmountRange.BandOf(cents));

    private static long Cents(double millions) => (long)Math.Round((decimal)millions * 100_000_000m);
}
