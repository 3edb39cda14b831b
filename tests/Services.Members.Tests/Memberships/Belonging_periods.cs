using Ptce.Members.Memberships;

namespace Ptce.Members.Tests.Memberships;

public sealed class Belonging_periods
{
    private static readonly DateTime Recorded = new(2026, 11, 22, 20, 0, 0, DateTimeKind.Utc);

    [Theory]
    [InlineData("2010-01-01", "2012-01-01", "2012-01-01", "2014-01-01", false)] // the exit day is free again
    [InlineData("2010-01-01", "2012-01-02", "2012-01-01", "2014-01-01", true)]
    [InlineData("2010-01-01", "2011-12-31", "2012-01-01", "2014-01-01", false)]
    [InlineData("2010-01-01", null, "2012-01-01", "2014-01-01", true)]
    [InlineData("2014-01-01", null, "2012-01-01", "2014-01-01", false)]
    [InlineData(null, "2012-01-01", "2012-01-01", null, false)]
    [InlineData(null, null, "2012-01-01", "2012-01-02", true)]
    [InlineData(null, null, null, null, true)]
    [InlineData("2011-01-01", "2011-02-01", "2010-01-01", "2012-01-01", true)] // one inside the other
    [InlineData("2010-01-01", "2012-01-01", "2010-01-01", "2012-01-01", true)]
    public void Two_periods_of_one_member_never_share_a_day(string? from, string? to, string? otherFrom, string? otherTo, bool overlap)
    {
        var one = new Period(Day(from), Day(to));
        var other = new Period(Day(otherFrom), Day(otherTo));
        Assert.Equal(overlap, one.Overlaps(other));
        Assert.Equal(overlap, other.Overlaps(one));
        var belongings = Empty();
        Assert.Null(belongings.Enter(Entry(one, "1"), Recorded));
        Assert.Equal(overlap ? MembershipRules.Overlap : null, belongings.Enter(Entry(other, "2"), Recorded.AddSeconds(1)));
    }

    [Fact]
    public void An_exit_on_the_day_of_entry_leaves_nothing_and_is_refused()
    {
        Assert.Equal(MembershipRules.Empty, Empty().Enter(Entry(new(Day("2010-01-01"), Day("2010-01-01")), "1"), Recorded));
        var belongings = Empty();
        belongings.Enter(Entry(new(Day("2010-01-01"), null), "1"), Recorded);
        Assert.Equal(MembershipRules.NotOpen, belongings.Leave(Day("2010-01-01")!.Value, Recorded));
    }

    [Fact]
    public void A_change_of_circle_ends_one_period_and_opens_the_next_without_a_gap()
    {
        var belongings = Empty();
        belongings.Enter(Entry(new(Day("2010-01-01"), Day("2016-01-01")), "2"), Recorded);
        Assert.Null(belongings.Move(Guid.NewGuid(), new(2014, 6, 1), "1", "typed", null, Recorded.AddSeconds(1)));
        Assert.Equal(
            [("2", Day("2010-01-01"), Day("2014-06-01")), ("1", Day("2014-06-01"), Day("2016-01-01"))],
            belongings.Current.Select(b => (b.Circle, b.Entry, b.Exit)));
        Assert.Equal(MembershipRules.SameCircle, belongings.Move(Guid.NewGuid(), new(2015, 1, 1), "1", "typed", null, Recorded.AddSeconds(2)));
        Assert.Equal(MembershipRules.NotOpen, belongings.Move(Guid.NewGuid(), new(2016, 1, 1), "2", "typed", null, Recorded.AddSeconds(2)));
    }

    [Fact]
    public void A_correction_may_not_run_into_a_neighbour()
    {
        var belongings = Empty();
        var first = Entry(new(Day("2010-01-01"), Day("2012-01-01")), "1");
        belongings.Enter(first, Recorded);
        belongings.Enter(Entry(new(Day("2013-01-01"), null), "1"), Recorded.AddSeconds(1));
        Assert.Equal(MembershipRules.Overlap, belongings.Correct(first with { Period = new(Day("2010-01-01"), Day("2013-01-02")) }, Recorded.AddSeconds(2)));
        Assert.Null(belongings.Correct(first with { Period = new(Day("2010-01-01"), Day("2013-01-01")) }, Recorded.AddSeconds(2)));
    }

    [Fact]
    public void What_was_known_is_never_rewritten()
    {
        var belongings = Empty();
        var entry = Entry(new(Day("2010-01-01"), null), "1");
        belongings.Enter(entry, Recorded);
        belongings.Correct(entry with { Circle = "2" }, Recorded.AddDays(1));
        belongings.Retract(entry.Id, Recorded.AddDays(2));
        var day = new DateOnly(2015, 6, 30);
        Assert.Null(belongings.CircleAt(day, Recorded.AddTicks(-1)));
        Assert.Equal("1", belongings.CircleAt(day, Recorded));
        Assert.Equal("1", belongings.CircleAt(day, Recorded.AddDays(1).AddTicks(-1)));
        Assert.Equal("2", belongings.CircleAt(day, Recorded.AddDays(1)));
        Assert.Null(belongings.CircleAt(day, Recorded.AddDays(2)));
    }

    [Fact]
    public void Recorded_time_rises_even_when_the_clock_is_set_back()
    {
        var first = RecordedClock.Next(Recorded, null);
        var second = RecordedClock.Next(Recorded, first);
        var third = RecordedClock.Next(Recorded.AddHours(-3), second);
        Assert.True(first < second && second < third);
        Assert.Equal(DateTimeKind.Utc, third.Kind);
        Assert.Equal(Recorded.AddHours(1), RecordedClock.Next(Recorded.AddHours(1), third));
    }

    private static Belongings Empty() => new(Guid.NewGuid(), "phares", []);

    private static BelongingEntry Entry(Period period, string circle) => new(Guid.NewGuid(), circle, period, "typed", null);

    private static DateOnly? Day(string? text) => text is null ? null : DateOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
