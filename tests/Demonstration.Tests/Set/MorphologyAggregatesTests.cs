using static Ptce.Demonstration.Tests.Set.GeneratedSet;

namespace Ptce.Demonstration.Tests.Set;

/// <summary>The generated set gives again each figure on morphology that the study publishes across the eleven.</summary>
public sealed class MorphologyAggregatesTests
{
    [Fact]
    public void The_first_circle_has_6_to_20_members_and_7_PTCE_stand_above_15()
    {
        var sizes = FirstCircles.Select(c => c.Members.Count).ToList();

        Assert.Equal((11, 6, 20, 7), (sizes.Count, sizes.Min(), sizes.Max(), sizes.Count(s => s > 15)));
    }

    [Fact]
    public void The_mean_share_of_enterprises_outside_ESS_is_18_percent()
    {
        var shares = FirstCircles.Select(c => Percent(c.Members.Count(m => m.Family == "non-ess"), c.Members.Count));

        Assert.Equal(18.0, shares.Average(), 2);
    }

    [Fact]
    public void Enterprises_outside_ESS_are_more_frequent_in_the_second_circle()
    {
        var second = Value.Poles.SelectMany(p => p.CircleAt(2, Reference).Select(c => p.Organisations.Single(o => o.Code == c))).ToList();

        Assert.True(Percent(second.Count(m => m.Family == "non-ess"), second.Count) > 22);
    }

    [Fact]
    public void Most_PTCE_grew_from_2012_to_2015()
    {
        Assert.True(Value.Poles.Count(p => FirstCircle(p.Pole.Key, 2015) > FirstCircle(p.Pole.Key, 2012)) >= 8);
    }

    [Theory]
    [InlineData("la-serre")]
    [InlineData("resto-passerelle")]
    public void A_PTCE_starting_up_more_than_doubled(string pole)
    {
        Assert.True(FirstCircle(pole, 2015) > 2 * FirstCircle(pole, 2012));
        Assert.True(FirstCircle(pole, 2012) > 0);
    }

    [Fact]
    public void Phares_was_recast_members_left_and_more_came()
    {
        var phares = Value["phares"];
        var june2012 = phares.CircleAt(1, new DateOnly(2012, 6, 30)).ToList();
        var june2015 = phares.CircleAt(1, Reference).ToList();

        Assert.True(june2012.Except(june2015).Count() >= 3);
        Assert.True(june2015.Except(june2012).Count() >= 5);
    }

    [Theory]
    [InlineData("pole-sud-aquitain")]
    [InlineData("lille-metropole-solidaire")]
    [InlineData("dombinnov")]
    public void New_members_came_lately(string pole)
    {
        Assert.True(FirstCircle(pole, 2015) - FirstCircle(pole, 2014) >= 2);
    }

    [Fact]
    public void Associations_come_first_then_SCIC_SCOP_and_SIAE()
    {
        var counts = FirstCircles.SelectMany(c => c.Members).CountBy(m => m.IsSiae ? "siae" : m.Status).ToDictionary();

        Assert.Equal(["association", "scic", "scop", "siae"], counts.OrderByDescending(c => c.Value).Take(4).Select(c => c.Key));
        Assert.Equal(4, counts.OrderByDescending(c => c.Value).Take(4).Select(c => c.Value).Distinct().Count());
    }

    [Fact]
    public void Foundations_are_few_and_there_is_no_mutual_society_nor_other_cooperative()
    {
        var all = Value.Poles.SelectMany(p => p.Organisations).ToList();
        string[] agriculturalConsumerCredit = ["6316", "6317", "6318", "6411", "5451", "5551", "5651", "6100", "6595", "6596", "8210", "8290"];

        Assert.InRange(all.Count(o => o.Status == "foundation"), 1, 3);
        Assert.DoesNotContain(all, o => o.Status is "mutual" or "other-cooperative" || agriculturalConsumerCredit.Contains(o.LegalCategory));
    }

    [Fact]
    public void Two_thirds_to_three_quarters_of_the_members_have_fewer_than_10_FTE_in_each_PTCE()
    {
        foreach (var pole in Value.Poles)
        {
            var known = pole.Figures.Where(f => f.Fte is not null).ToList();
            var small = known.Count(f => f.Fte < 10);

            Assert.True(3 * small >= 2 * known.Count && 4 * small <= 3 * known.Count, $"{pole.Pole.Key}: {small} of {known.Count}");
        }
    }

    [Fact]
    public void One_or_two_members_above_50_FTE_stand_in_Dombinnov_Lille_Periscope_and_Phares_only()
    {
        var large = Value.Poles.ToDictionary(p => p.Pole.Key, p => p.Figures.Count(f => f.Fte > 50));

        Assert.Equal(["dombinnov", "lille-metropole-solidaire", "periscope", "phares"], large.Where(l => l.Value > 0).Select(l => l.Key).Order());
        Assert.All(large.Values.Where(v => v > 0), v => Assert.InRange(v, 1, 2));
        Assert.True(Value["phares"].Figures.Single(f => f.Member == "halage").Fte > 50);
        Assert.True(Value["dombinnov"].Figures.Single(f => f.Member == "val-horizon").Fte > 50);
    }

    [Fact]
    public void A_large_majority_earns_below_1_M_and_two_to_four_members_above_2_M()
    {
        foreach (var pole in Value.Poles)
        {
            var told = pole.Figures.Where(f => f.Income is not null || f.IncomeBand is not null).ToList();

            Assert.InRange(told.Count(f => f.Income > 2_000_000), 2, 4);
            Assert.True(3 * told.Count(f => f.Income < 1_000_000 || f.IncomeBand == "below-1m") >= 2 * told.Count, pole.Pole.Key);
        }
    }

    [Fact]
    public void FTE_totals_run_from_60_to_162()
    {
        var totals = Value.Poles.Select(p => p.Figures.Sum(f => f.Fte ?? 0)).ToList();

        Assert.Equal((60m, 162m), (totals.Min(), totals.Max()));
    }

    [Fact]
    public void Work_integration_is_a_component_of_five_PTCE()
    {
        Assert.Equal(["dombinnov", "pays-de-bray", "phares", "pole-sud-aquitain", "resto-passerelle"],
            FirstCircles.Where(c => c.Members.Any(m => m.IsSiae)).Select(c => c.Pole.Pole.Key).Order());
    }

    [Fact]
    public void Induced_jobs_stand_where_the_study_tells_them()
    {
        Assert.Equal((155, 37), (Figures("pole-sud-aquitain", "geiq-batiment").ProfessionalisationContracts, Figures("pole-sud-aquitain", "geiq-interpro").ProfessionalisationContracts));
        Assert.Equal(143, Figures("lille-metropole-solidaire", "grand-ensemble").SalariedEntrepreneurs);
        Assert.Equal(40, Figures("la-serre", "scic-la-serre").Residents);
        Assert.True(Value["dombinnov"].Figures.Sum(f => f.InsertionContracts) > 240);

        static Demonstration.Set.YearlyFigures Figures(string pole, string member) => Value[pole].Figures.Single(f => f.Member == member);
    }

    [Fact]
    public void One_to_three_people_per_member_are_involved_on_average_in_each_PTCE()
    {
        Assert.All(Value.Poles, p => Assert.InRange(p.Figures.Average(f => f.Professionals), 1, 3));
    }

    [Fact]
    public void Authorities_and_research_bodies_tell_no_FTE()
    {
        var silent = FirstCircles.SelectMany(c => c.Members.Where(m => !m.IsEnterprise).Select(m => c.Pole.Figures.Single(f => f.Member == m.Code)));

        Assert.All(silent, f => Assert.Null(f.Fte));
    }
}
