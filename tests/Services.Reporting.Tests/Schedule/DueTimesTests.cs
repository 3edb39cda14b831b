using System.Globalization;
using Ptce.Reporting.Schedule;

namespace Ptce.Reporting.Tests.Schedule;

public class DueTimesTests
{
    [Theory]
    [InlineData("0 0 6 1 10 ?", "2015-09-30T00:00:00Z", "2015-10-01T04:00:00Z", "2015-10-01T04:00:00Z")] // six in Paris is four in summer
    [InlineData("0 0 6 1 12 ?", "2015-09-30T00:00:00Z", "2015-12-31T00:00:00Z", "2015-12-01T05:00:00Z")] // and five in winter
    [InlineData("0 0 6 1 10 ?", "2015-10-01T04:00:00Z", "2016-09-30T00:00:00Z", null)] // done with
    [InlineData("0 0 6 * * ?", "2012-01-01T00:00:00Z", "2015-10-01T12:00:00Z", "2015-10-01T04:00:00Z")] // years of absence: the last one only
    [InlineData("0 0 6 1 10 ?", "2012-01-01T00:00:00Z", "2015-06-01T00:00:00Z", "2014-10-01T04:00:00Z")]
    [InlineData("0/1 * * * * ?", "2012-01-01T00:00:00Z", "2015-06-01T00:00:00Z", "2015-06-01T00:00:00Z")]
    public void The_last_due_time_is_read_in_Paris(string cron, string after, string until, string? due) =>
        Assert.Equal(due is null ? null : Time(due), EnqueueDueRuns.LastDue(cron, Time(after), Time(until)));

    [Theory]
    [InlineData("0 0 6 1 10 ?", true)]
    [InlineData("every day", false)]
    [InlineData("", false)]
    public void Only_cron_expressions_are_schedules(string cron, bool valid) => Assert.Equal(valid, EnqueueDueRuns.IsValid(cron));

    private static DateTime Time(string text) => DateTime.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal);
}
