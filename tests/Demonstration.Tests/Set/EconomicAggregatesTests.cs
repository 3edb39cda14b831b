using Ptce.Demonstration.Set;
using static Ptce.Demonstration.Tests.Set.GeneratedSet;

namespace Ptce.Demonstration.Tests.Set;

/// <summary>The generated set gives again each economic figure that the study publishes.</summary>
public sealed class EconomicAggregatesTests
{
    private static double Share(PoleSet pole, params string[] lines) =>
        100.0 * pole.Economics.Lines.Where(l => l.Side == "income" && lines.Contains(l.Code)).Sum(l => l.Amount) / pole.Economics.Total("income");

    [Fact]
    public void Budgets_of_2014_run_from_35000_to_748000_with_a_mean_of_245000()
    {
        var totals = Value.Poles.Select(p => p.Economics.Total("income")).ToList();

        Assert.Equal((35_000, 748_000, 245_000.0), (totals.Min(), totals.Max(), totals.Average()));
    }

    [Fact]
    public void The_cost_of_coordination_runs_from_35000_to_200000()
    {
        var costs = Value.Poles.Select(p => p.Economics.Lines.Where(l => l.Destination == "coordination").Sum(l => l.Amount)).ToList();

        Assert.Equal((35_000, 200_000), (costs.Min(), costs.Max()));
    }

    [Fact]
    public void Rents_are_27_percent_at_Phares_and_45_with_the_contribution_of_Halage()
    {
        Assert.Equal(27, Share(Value["phares"], "I.LOY"), 2);
        Assert.Equal(45, Share(Value["phares"], "I.LOY", "I.CONV"), 2);
    }

    [Fact]
    public void Rents_are_29_percent_at_Lille() => Assert.Equal(29, Share(Value["lille-metropole-solidaire"], "I.LOY"), 2);

    [Fact]
    public void No_rent_is_booked_where_the_carrier_keeps_the_premises()
    {
        foreach (var key in (string[])["la-serre", "pole-sud-aquitain"])
        {
            Assert.False(Value[key].Economics.PremisesIncluded);
            Assert.DoesNotContain(Value[key].Economics.Lines, l => l.Code == "I.LOY");
        }
    }

    [Fact]
    public void Membership_fees_are_often_below_10_percent()
    {
        Assert.Equal(9, Value.Poles.Count(p => Share(p, "I.COT") < 10));
        Assert.All(Value.Poles, p => Assert.True(Share(p, "I.COT") > 0));
    }

    [Fact]
    public void The_levy_of_9592_is_4_percent_of_the_turnover_at_Lille_only()
    {
        var lille = Value["lille-metropole-solidaire"].Economics;
        string[] turnover = ["I.LOY", "I.SRV", "I.PREL", "E.MAR", "E.PRE", "E.FOR", "E.LOY"];

        Assert.Equal(9_592, lille.Lines.Single(l => l.Code == "I.PREL").Amount);
        Assert.Equal(4.0, 100.0 * 9_592 / lille.Lines.Where(l => turnover.Contains(l.Code)).Sum(l => l.Amount), 3);
        Assert.Equal(239_800, Value["lille-metropole-solidaire"].Figures.Single(f => f.Member == "initiatives-et-cite").Income);
        Assert.DoesNotContain(Value.Poles.Where(p => p.Pole.Key != "lille-metropole-solidaire").SelectMany(p => p.Economics.Lines), l => l.Code == "I.PREL");
    }

    [Fact]
    public void Contributions_of_members_have_a_money_value_at_Lille_alone()
    {
        var valued = Value.Poles.Where(p => p.Economics.Lines.Any(l => l.Side is "contribution" or "use")).ToList();

        Assert.Equal("lille-metropole-solidaire", Assert.Single(valued).Pole.Key);
        Assert.Equal((40_000, 40_000), (valued[0].Economics.Total("contribution"), valued[0].Economics.Total("use")));
    }

    [Fact]
    public void Pays_de_Bray_raised_109738_of_capital_and_uses_ERDF_most()
    {
        var erdf = Value.Poles.ToDictionary(p => p.Pole.Key, p => p.Economics.Lines.Where(l => l.Code == "S.UE.FEDER").Sum(l => l.Amount));

        Assert.Equal(109_738, Value["pays-de-bray"].Economics.Total("equity"));
        Assert.Equal("pays-de-bray", erdf.MaxBy(e => e.Value).Key);
    }

    [Fact]
    public void Only_laureates_have_the_grant_of_the_call()
    {
        Assert.Equal(["dombinnov", "innovales", "periscope"],
            Value.Poles.Where(p => p.Economics.Lines.All(l => l.Code != "S.ETAT.PTCE")).Select(p => p.Pole.Key).Order());
    }

    [Fact]
    public void Public_money_is_the_largest_part_in_most_PTCE()
    {
        Assert.True(Value.Poles.Count(p => Share(p, "S.REG", "S.EPCI", "S.DEP", "S.COM", "S.UE.FEDER", "S.ETAT.PTCE", "S.ASP", "S.SOC") > 50) >= 8);
    }

    [Fact]
    public void The_public_contract_of_unknown_year_is_never_booked()
    {
        Assert.DoesNotContain(Value["lille-metropole-solidaire"].Economics.Lines, l => l.Amount == 200_000);
    }

    [Fact]
    public void Accounting_situations_are_three_four_and_four()
    {
        var situations = Value.Poles.CountBy(p => p.Economics.Situation).ToDictionary();

        Assert.Equal((3, 4, 4), (situations["autonomous"], situations["analytic"], situations["not-separable"]));
    }

    [Fact]
    public void Nobody_spends_more_than_it_earns()
    {
        Assert.All(Value.Poles, p => Assert.InRange(p.Economics.Total("expense"), 1, p.Economics.Total("income")));
    }

    [Fact]
    public void An_amount_made_by_the_rule_never_claims_a_source()
    {
        var told = Value.Poles.SelectMany(p => p.Economics.Lines).Where(l => l.Told is not null).Select(l => l.Amount).Distinct().Order();

        Assert.Equal([9_592, 40_000, 109_738], told);
    }
}
