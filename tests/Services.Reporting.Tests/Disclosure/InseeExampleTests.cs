using Ptce.Reporting.Disclosure;

namespace Ptce.Reporting.Tests.Disclosure;

/// <summary>The published example of INSEE's table protection: 3 activities × 2 sizes.</summary>
public sealed class InseeExampleTests
{
    [Theory]
    [InlineData("unit")]
    [InlineData("count")]
    [InlineData("value")]
    public void It_is_protected_exactly_as_published(string cost)
    {
        var request = TableBuilder.Insee() with { Cost = cost };
        var read = TableBuilder.Read(request);
        var result = ProtectTables.Run(read, CancellationToken.None);

        Assert.True(result.Optimal);
        Assert.True(result.Audit.Safe);
        var suppressed = read.Tables.Places.Where(p => result.Suppression.Hidden[p.Index])
            .Select(p => (Of(p.Cell), Statuses.Of(read.Tables.Cells[p.Index], true), result.Audit.Intervals[p.Index]!.Low, result.Audit.Intervals[p.Index]!.High));
        Assert.Equal(
            [("02 tr1", "frequency", 0m, 50m), ("02 tr2", "secondary", 0m, 50m), ("06 tr1", "secondary", 40m, 90m), ("06 tr2", "dominance", 10m, 60m)],
            suppressed);

        string Of(int cell) => string.Join(' ', request.Tables![0]!.Cells![cell]!.At!);
    }

    [Fact]
    public void With_the_primaries_alone_it_is_unsafe()
    {
        var request = TableBuilder.Insee(protectedByPrimariesOnly: true);
        var read = TableBuilder.Read(request);
        var (outcome, _) = AuditTables.Run(read, request.Tables!, CancellationToken.None);
        Assert.False(outcome.Safe);
        Assert.Equal([("interval", 30m, 30m), ("interval", 40m, 40m)], outcome.Exposed.Select(e => (e.Reason, outcome.Intervals[e.Cell]!.Low!.Value, outcome.Intervals[e.Cell]!.High!.Value)));
    }
}
