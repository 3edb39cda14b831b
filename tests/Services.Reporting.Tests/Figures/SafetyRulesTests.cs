using Ptce.Reporting.Figures;

namespace Ptce.Reporting.Tests.Figures;

public class SafetyRulesTests
{
    [Theory]
    [InlineData(2, new[] { 5.0, 5.0 }, false)] // fewer than three
    [InlineData(3, new[] { 5.0, 5.0, 5.0 }, true)]
    [InlineData(3, new[] { 5.0, 5.0, 0.0 }, false)] // three answered, two contribute
    [InlineData(3, new[] { 0.0, 0.0, 0.0 }, true)] // a zero is not suppressed
    [InlineData(3, new[] { 85.0, 10.0, 5.0 }, true)] // 85 % exactly
    [InlineData(3, new[] { 86.0, 10.0, 4.0 }, false)] // dominated
    [InlineData(0, new double[0], true)]
    public void A_figure_is_safe_with_three_contributors_and_none_above_85_percent(int n, double[] contributions, bool safe) =>
        Assert.Equal(safe, SafetyRules.IsSafe(n, [.. contributions.Select(one => (decimal)one)]));
}
