using System.Globalization;
using Ptce.Reporting.Figures;
using Ptce.Reporting.Indicators;
using Ptce.Reporting.Tests.Invented;

namespace Ptce.Reporting.Tests.Indicators;

public class EveryFigureOfLesTilleulsTests
{
    private static readonly IReadOnlyList<Figure> Figures = IndicatorCatalogue.Compute(LesTilleuls.Campaign());

    [Theory]
    [InlineData("I01", "value", "5", "members")] // a b c d e
    [InlineData("I02", "value", "0", "members")] // June 2014: a b c e g
    [InlineData("I02", "entries", "1", "members")] // d
    [InlineData("I02", "exits", "1", "members")] // g
    [InlineData("I02", "moves-in", "0", "members")] // c moved before June 2014
    [InlineData("I02", "moves-out", "0", "members")]
    [InlineData("I03", "value", "20", "percent")] // c of five members
    [InlineData("I03", "value.enterprises", "25", "percent")] // c of a b c d
    [InlineData("I04", "value", "50", "percent")] // b, c of a b c e; d unknown
    [InlineData("I05", "value", "25.75", "fte")] // 12.5 + 9 + 4.25; e does not count
    [InlineData("I05", "members-included", "3", "members")]
    [InlineData("I05", "members-unknown", "1", "members")] // d
    [InlineData("I05", "members-left-out", "1", "members")] // e
    [InlineData("I06", "insertion-posts", "6", "fte")]
    [InlineData("I06", "insertion-contracts", "14", "count")]
    [InlineData("I06", "professionalisation-contracts", null, "count")] // nobody knows: missing, not zero
    [InlineData("I07", "value", "2", "people")] // (3 + 2 + 1) / 3
    [InlineData("I07", "without-volunteers", "1.67", "people")] // (2 + 2 + 1) / 3
    [InlineData("I08", "value", "100", "percent")] // p3 links all five
    [InlineData("I08", "without-large", "40", "percent")] // ab ac bc cd of ten pairs
    [InlineData("I08", "degree", "4", "members")]
    [InlineData("I08", "components", "1", "count")]
    [InlineData("I09", "value", "60", "percent")] // C1.1 C1.2 C2.3 of five answered
    [InlineData("I09", "C1", "66.67", "percent")]
    [InlineData("I09", "C2", "50", "percent")]
    [InlineData("I09", "C3", null, "percent")]
    [InlineData("I10", "coordination", "1.5", "fte")]
    [InlineData("I10", "leader-time", "30", "percent")]
    [InlineData("I11", "value", "100000", "eur")]
    [InlineData("I12", "coordinator", "60000", "eur")] // 30 + 5 + 4 + 16 + 0.5 + 4.5
    [InlineData("I12", "coordinator.without-premises", "44000", "eur")]
    [InlineData("I12", "support", "95000", "eur")] // + 20 + 15
    [InlineData("I12", "support.without-premises", "79000", "eur")]
    [InlineData("I12", "leader", "108000", "eur")] // + 5, and 8 of seconded time
    [InlineData("I12", "leader.without-premises", "92000", "eur")]
    [InlineData("I13", "operating-grants", "55", "percent")]
    [InlineData("I13", "internal", "25", "percent")]
    [InlineData("I13", "external", "15", "percent")]
    [InlineData("I13", "unresolved", "0", "percent")]
    [InlineData("I13", "other", "5", "percent")]
    [InlineData("I13b", "public-funding", "50", "percent")]
    [InlineData("I14", "fees", "4", "percent")]
    [InlineData("I14", "premises", "16", "percent")]
    [InlineData("I14b", "premises", "21", "percent")] // with 5,000 of agreed contributions
    [InlineData("I15", "value", "0.438", "index")] // (30² + 20² + 5²) / 55² = 1325 / 3025
    [InlineData("I16", "coordinator", "40000", "eur")]
    [InlineData("I16", "support", "43000", "eur")]
    [InlineData("I16", "leader", "51000", "eur")] // + 8,000 of seconded time used
    [InlineData("I17", "value", "14000", "eur")]
    [InlineData("I17", "share", "12.28", "percent")] // 14 / 114
    [InlineData("I18", "value", "2", "count")] // the third is born in 2016
    [InlineData("I18", "still-members", "1", "count")]
    public void Each_figure_is_the_one_worked_out_by_hand(string code, string measure, string? expected, string unit)
    {
        var figure = Figures.Single(one => one.Code == code && one.Measure == measure && one.Pole == LesTilleuls.Key);
        Assert.Equal(expected is null ? null : decimal.Parse(expected, CultureInfo.InvariantCulture), figure.Value);
        Assert.Equal(unit, figure.Unit);
        Assert.Equal(expected is null ? FigureStatus.Missing : FigureStatus.Ok, figure.Status);
        Assert.Equal(expected is null ? (0, 1) : (1, 0), (figure.N, figure.Missing));
    }

    [Fact]
    public void No_figure_of_the_pole_is_left_unchecked()
    {
        var unchecked_ = new HashSet<string> { "I06 salaried-entrepreneurs", "I06 residents", "I16 coordinator.without-premises", "I16 support.without-premises", "I16 leader.without-premises" };
        var tested = GetType().GetMethod(nameof(Each_figure_is_the_one_worked_out_by_hand))!.GetCustomAttributesData()
            .Where(data => data.AttributeType == typeof(InlineDataAttribute))
            .Select(data => (IReadOnlyList<System.Reflection.CustomAttributeTypedArgument>)data.ConstructorArguments[0].Value!)
            .Select(values => $"{values[0].Value} {values[1].Value}");
        Assert.Equal(Figures.Where(figure => figure.Pole is not null).Select(figure => $"{figure.Code} {figure.Measure}").Except(unchecked_).Order(), tested.Order());
    }

    [Fact]
    public void A_figure_made_of_stated_and_synthetic_facts_is_mixed()
    {
        Assert.Equal("mixed", Of("I05").Origin.Word(demonstration: true));
        Assert.Equal("stated", Of("I01").Origin.Word(demonstration: true));
        Assert.Equal("signed", Of("I01").Origin.Word(demonstration: false));
    }

    [Fact]
    public void The_pole_that_did_not_sign_is_missing_across_poles()
    {
        var mean = Figures.Single(figure => figure is { Code: "I01", Measure: "mean", Pole: null });
        Assert.Equal((1, 1, 5m), (mean.N, mean.Missing, mean.Value));
    }

    [Fact]
    public void Figures_over_fewer_than_three_poles_are_withheld_unless_they_are_membership_facts()
    {
        Assert.All(Figures.Where(figure => figure is { Code: "I11", Pole: null }), figure => Assert.Equal(Visibility.Restricted, figure.Visibility));
        Assert.Equal(Visibility.Public, Figures.Single(figure => figure is { Code: "I03", Measure: "mean" }).Visibility);
    }

    private static Figure Of(string code) => Figures.Single(figure => figure.Code == code && figure.Measure == "value" && figure.Pole is not null);
}
