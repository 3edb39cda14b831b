using System.Text.RegularExpressions;
using Ptce.Demonstration.Set;
using static Ptce.Demonstration.Tests.Set.GeneratedSet;

namespace Ptce.Demonstration.Tests.Set;

/// <summary>What the data set may claim and not.</summary>
public sealed partial class HonestyTests
{
    [GeneratedRegex(@"^Membre fictif \d\d$")]
    private static partial Regex FictionalName();

    [Fact]
    public void A_member_is_named_by_the_study_or_called_fictional()
    {
        var invented = Value.Poles.SelectMany(p => p.Organisations).Where(o => !Value.Facts.Organisations.Any(n => n.Pole == o.Pole && n.Code == o.Code)).ToList();

        Assert.All(invented, o => Assert.Matches(FictionalName(), o.Name));
        Assert.All(invented, o => Assert.Empty(o.Told));
    }

    [Fact]
    public void Every_organisation_that_the_study_names_is_there_with_what_it_tells()
    {
        foreach (var told in Value.Facts.Organisations)
        {
            var member = Value[told.Pole].Organisations.Single(o => o.Code == told.Code);

            Assert.Equal(told.Name, member.Name);
            Assert.True(told.Status is null || member.Status == told.Status && member.Told.ContainsKey("status"));
            Assert.True(told.Family is null || member.Family == told.Family && member.Told.ContainsKey("family"));
            Assert.Equal(told.Status is null, !member.Told.ContainsKey("status"));
        }
    }

    [Fact]
    public void Codes_are_unique_in_a_pole_and_belongings_name_known_members()
    {
        foreach (var pole in Value.Poles)
        {
            var codes = pole.Organisations.Select(o => o.Code).ToList();

            Assert.Equal(codes.Count, codes.Distinct().Count());
            Assert.Subset(codes.ToHashSet(), pole.Belongings.Select(b => b.Member).ToHashSet());
        }
    }

    [Fact]
    public void Belongings_of_a_member_never_overlap()
    {
        foreach (var periods in Value.Poles.SelectMany(p => p.Belongings.GroupBy(b => (p.Pole.Key, b.Member))))
        {
            var sorted = periods.OrderBy(b => b.Entry).ToList();

            for (var i = 1; i < sorted.Count; i++)
                Assert.True(sorted[i - 1].Exit <= sorted[i].Entry);
        }
    }

    [Fact]
    public void Where_the_second_circle_cannot_be_counted_it_is_unknown_not_empty()
    {
        foreach (var pole in Value.Poles)
            Assert.Equal(pole.Counting.SecondCircleCountable, pole.Belongings.Any(b => b.Circle == 2));
        Assert.Superset(new HashSet<string> { "lille-metropole-solidaire", "pays-de-bray", "periscope" },
            Value.Poles.Where(p => p.Counting.SecondCircleCountable).Select(p => p.Pole.Key).ToHashSet());
        Assert.Contains(Value.Poles, p => !p.Counting.SecondCircleCountable);
    }

    [Fact]
    public void The_22_enterprises_of_Lille_are_a_data_note()
    {
        Assert.Contains(Value.Facts.DataNotes, n => n.Pole == "lille-metropole-solidaire" && n.Fr.Contains("22", StringComparison.Ordinal));
        Assert.InRange(FirstCircle("lille-metropole-solidaire", 2015), 6, 20);
    }

    [Fact]
    public void Governance_is_direct_in_five_delegated_in_four_and_unknown_in_two()
    {
        var answers = Value.Poles.Select(p => p.Answers.Single(a => a.Item == "G1")).ToList();

        Assert.Equal((4, 1, 4, 2), (Count("association-board"), Count("scic-board"), Count("delegated"), answers.Count(a => a.State == "unknown")));

        int Count(string value) => answers.Count(a => value.Equals(a.Value));
    }

    [Fact]
    public void Leaders_give_25_to_40_percent_of_their_time_where_governance_is_delegated()
    {
        var times = Value.Poles.SelectMany(p => p.Answers).Where(a => a.Item == "G7.time").Select(a => (int)a.Value!).ToList();

        Assert.Equal(4, times.Count);
        Assert.All(times, t => Assert.InRange(t, 25, 40));
    }

    [Fact]
    public void Coordination_cells_have_1_to_2_FTE()
    {
        Assert.All(Value.Poles, p => Assert.InRange((decimal)p.Answers.Single(a => a.Item == "G8.fte").Value!, 1m, 2m));
    }

    [Fact]
    public void The_charter_of_its_own_stands_in_five_PTCE()
    {
        Assert.Equal(5, Value.Poles.Count(p => ((IEnumerable<string>)p.Answers.Single(a => a.Item == "G5").Value!).Contains("charter")));
    }

    [Fact]
    public void A_reported_activity_is_never_at_stage_none()
    {
        foreach (var pole in Value.Poles)
        {
            foreach (var described in pole.Answers.Where(a => a.Item.EndsWith(".description", StringComparison.Ordinal)))
                Assert.NotEqual("none", pole.Answers.Single(a => a.Item == described.Item[..^".description".Length]).Value);
        }
    }

    [Fact]
    public void The_set_is_the_same_whenever_it_is_made()
    {
        var again = DemonstrationSet.Generate();

        Assert.Equal(Print(Value), Print(again));

        static string Print(DemonstrationSet set) => System.Text.Json.JsonSerializer.Serialize(set.Poles);
    }
}
