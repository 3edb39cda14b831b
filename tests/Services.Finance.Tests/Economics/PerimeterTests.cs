using Ptce.Finance.Economics;
using Ptce.Finance.Economics.Perimeters;

namespace Ptce.Finance.Tests.Economics;

public sealed class PerimeterTests
{
    [Fact]
    public void Six_perimeters_stand_side_by_side_each_holding_the_one_before()
    {
        var year = Year(secondmentValued: true);
        Add(year, "S.REG", 100, Perimeter.Coordinator);
        Add(year, "I.LOY", 40, Perimeter.Coordinator, premises: true);
        Add(year, "I.SRV", 30, Perimeter.Support);
        Add(year, "V.MAD", 20, Perimeter.Leader);
        Add(year, "V.BEN", 999, null);

        Assert.Equal(
            [(Perimeter.Coordinator, true, 140L), (Perimeter.Coordinator, false, 100), (Perimeter.Support, true, 170), (Perimeter.Support, false, 130), (Perimeter.Leader, true, 190), (Perimeter.Leader, false, 150)],
            ComputePerimeters.Income(year).Select(v => (v.Perimeter, v.WithPremises, v.Cents!.Value)));
    }

    [Fact]
    public void What_is_not_documented_line_by_line_is_missing_never_zero()
    {
        var year = Year();
        Add(year, "S.REG", 100, Perimeter.Coordinator);
        Add(year, "S.DEP", 50, null);
        Assert.All(ComputePerimeters.Income(year), value => Assert.Equal((null, "undocumented"), (value.Cents, value.Missing)));
    }

    [Fact]
    public void Accounts_that_cannot_be_told_apart_have_no_perimeter()
    {
        var year = Year(Situation.NotSeparable);
        Add(year, "S.REG", 100, Perimeter.Coordinator);
        Assert.All(ComputePerimeters.Income(year), value => Assert.Equal((null, "not-separable"), (value.Cents, value.Missing)));
    }

    [Fact]
    public void The_leaders_time_counts_only_where_secondment_is_valued()
    {
        var year = Year();
        Add(year, "S.REG", 100, Perimeter.Coordinator);
        var values = ComputePerimeters.Income(year);
        Assert.Equal(100, values.Single(v => v is { Perimeter: Perimeter.Support, WithPremises: true }).Cents);
        Assert.Equal("secondment-not-valued", values.Single(v => v is { Perimeter: Perimeter.Leader, WithPremises: true }).Missing);
    }

    [Fact]
    public void Coordination_costs_what_is_spent_on_coordination()
    {
        var year = Year(secondmentValued: true);
        Add(year, "C.PER", 100, Perimeter.Coordinator).Destination = Destination.Coordination;
        Add(year, "C.PER", 60, Perimeter.Support, n: 2).Destination = Destination.Coordination;
        Add(year, "C.ACH", 500, Perimeter.Coordinator).Destination = Destination.Projects;
        Add(year, "U.MAD", 25, Perimeter.Leader);
        Assert.Equal([100L, 100, 160, 160, 185, 185], ComputePerimeters.CoordinationCost(year).Select(v => v.Cents!.Value));
    }

    private static EconomicYear Year(Situation situation = Situation.Autonomous, bool? secondmentValued = null)
    {
        var year = EconomicYear.Open("phares", 2014);
        year.Content = year.Content with { Situation = situation, SecondmentValued = secondmentValued };
        return year;
    }

    private static EconomicLine Add(EconomicYear year, string line, long cents, Perimeter? perimeter, bool premises = false, int n = 1) =>
        year.Add(new EconomicLine { Line = line, Number = n, Cents = cents, Perimeter = perimeter, Premises = premises, Provenance = "typed" });
}
