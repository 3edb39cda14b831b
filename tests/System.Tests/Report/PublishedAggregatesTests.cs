namespace Ptce.System.Tests.Report;

/// <summary>
/// The report over the demonstration data, read through the public API, gives again each aggregate that the study published and that tables T1–T4
/// and the indicators cover.
/// </summary>
public sealed class PublishedAggregatesTests(PublishedHouse house) : IClassFixture<PublishedHouse>
{
    [Fact]
    public async Task The_first_circle_has_6_to_20_members_and_7_PTCE_stand_above_15()
    {
        var sizes = (await house.TableAsync("T1")).Values.Select(r => r["first-circle"]!.GetValue<int>()).ToList();

        Assert.Equal((11, 6, 20, 7), (sizes.Count, sizes.Min(), sizes.Max(), sizes.Count(s => s > 15)));
        Assert.Equal((6m, 20m), (await house.AcrossAsync("I01", "min"), await house.AcrossAsync("I01", "max")));
    }

    [Fact]
    public async Task The_first_circle_grew_in_most_PTCE_since_2012()
    {
        var rows = await house.TableAsync("T2");

        Assert.True(rows.Values.Count(r => r["2015"]!.GetValue<int>() > r["2012"]!.GetValue<int>()) >= 8);
        Assert.All(new[] { "la-serre", "resto-passerelle" }, p => Assert.True(rows[p]["2015"]!.GetValue<int>() > 2 * rows[p]["2012"]!.GetValue<int>()));
        Assert.All(new[] { "pole-sud-aquitain", "lille-metropole-solidaire", "dombinnov" }, p => Assert.True(rows[p]["2015"]!.GetValue<int>() - rows[p]["2014"]!.GetValue<int>() >= 2));
    }

    [Fact]
    public async Task Enterprises_outside_ESS_are_18_percent_of_the_members_on_average() => Assert.Equal(18m, await house.AcrossAsync("I03", "mean"));

    [Fact]
    public async Task Enterprises_outside_ESS_are_more_frequent_beyond_the_first_circle()
    {
        var row = (await house.TableAsync("T4"))["non-ess"];

        Assert.True(row["all-percent-members"]!.GetValue<decimal>() > row["first-percent-members"]!.GetValue<decimal>());
    }

    [Fact]
    public async Task Associations_come_first_then_SCIC_SCOP_and_SIAE_few_foundations_and_no_mutual_society()
    {
        var counts = (await house.TableAsync("T3")).Where(r => r.Key != "total").ToDictionary(r => r.Key, r => r.Value["n"]!.GetValue<int>());

        Assert.Equal(["association", "scic", "scop", "siae"], counts.OrderByDescending(c => c.Value).Take(4).Select(c => c.Key));
        Assert.InRange(counts["foundation"], 1, 3);
        Assert.Equal(0, counts.GetValueOrDefault("mutual"));
    }

    [Fact]
    public async Task Two_thirds_to_three_quarters_of_the_members_are_below_10_FTE_in_each_PTCE()
    {
        Assert.All((await house.EachAsync("I04")).Values, share => Assert.InRange(share!.Value, 66.66m, 75m));
    }

    [Fact]
    public async Task FTE_totals_run_from_60_to_162()
    {
        var totals = (await house.EachAsync("I05")).Values;

        Assert.Equal((60m, 162m), (totals.Min(), totals.Max()));
        Assert.Equal((60m, 162m), (await house.AcrossAsync("I05", "min"), await house.AcrossAsync("I05", "max")));
    }

    [Fact]
    public async Task Induced_jobs_stand_beside_the_FTE_each_in_its_own_unit()
    {
        Assert.Equal(192m, (await house.EachAsync("I06", "professionalisation-contracts"))["pole-sud-aquitain"]);
        Assert.Equal(143m, (await house.EachAsync("I06", "salaried-entrepreneurs"))["lille-metropole-solidaire"]);
        Assert.Equal(40m, (await house.EachAsync("I06", "residents"))["la-serre"]);
        Assert.True((await house.EachAsync("I06", "insertion-contracts"))["dombinnov"] > 240);
    }

    [Fact]
    public async Task One_to_three_professionals_are_involved_per_member_on_average()
    {
        Assert.All((await house.EachAsync("I07", "without-volunteers")).Values, mean => Assert.InRange(mean!.Value, 1m, 3m));
    }

    [Fact]
    public async Task Coordination_cells_have_1_to_2_FTE_and_leaders_give_25_to_40_percent_where_governance_is_delegated()
    {
        Assert.All((await house.EachAsync("I10", "coordination")).Values, fte => Assert.InRange(fte!.Value, 1m, 2m));
        var times = (await house.EachAsync("I10", "leader-time")).Values.Where(t => t is not null).ToList();

        Assert.Equal(4, times.Count);
        Assert.All(times, t => Assert.InRange(t!.Value, 25m, 40m));
    }

    [Fact]
    public async Task Incomes_of_2014_run_from_35000_to_748000_with_a_mean_of_245000()
    {
        Assert.Equal((35_000m, 748_000m, 245_000m), (await house.AcrossAsync("I11", "min"), await house.AcrossAsync("I11", "max"), await house.AcrossAsync("I11", "mean")));
    }

    [Fact]
    public async Task Rents_are_about_27_percent_at_Phares_45_with_Halage_and_29_at_Lille()
    {
        var rents = await house.EachAsync("I14", "premises");

        Assert.Equal(27m, rents["phares"]!.Value, 1);
        Assert.Equal(45m, (await house.EachAsync("I14b", "premises"))["phares"]!.Value, 1);
        Assert.Equal(29m, rents["lille-metropole-solidaire"]!.Value, 1);
    }

    [Fact]
    public async Task Membership_fees_are_often_below_10_percent()
    {
        Assert.True((await house.EachAsync("I14", "fees")).Values.Count(f => f < 10) >= 8);
    }

    [Fact]
    public async Task Members_contributions_have_a_money_value_at_Lille_alone()
    {
        var valued = (await house.EachAsync("I17")).Where(v => v.Value is > 0).ToList();

        Assert.Equal(new KeyValuePair<string, decimal?>("lille-metropole-solidaire", 40_000m), Assert.Single(valued));
    }

    [Fact]
    public async Task The_22_enterprises_of_Lille_are_printed_as_a_data_note()
    {
        var page = await house.Public.GetStringAsync(new Uri("/reports/2015", UriKind.Relative));

        Assert.Contains("22 entreprises", page, StringComparison.Ordinal);
        Assert.Contains("synthétique", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_public_reads_no_amount_of_a_PTCE_and_no_extreme_that_the_study_did_not_publish()
    {
        var figures = await house.FiguresAsync(house.Public);
        string[] published = ["I01", "I02", "I14", "I14b"];

        Assert.All(figures.Where(f => f["pole"] is not null), f => Assert.Contains(f["code"]!.GetValue<string>(), published));
        Assert.DoesNotContain(figures, f => f["pole"] is not null && f["unit"]?.GetValue<string>() == "eur");
        Assert.All(figures.Where(f => f["unit"]?.GetValue<string>() == "eur" && f["measure"]!.GetValue<string>() is "min" or "max" && f["value"] is not null),
            f => Assert.Equal("stated", f["origin"]!.GetValue<string>()));
    }
}
