using System.Text.Json;
using Ptce.Reporting.Disclosure;
using Ptce.Reporting.Disclosure.Wire;

namespace Ptce.Reporting.Tests.Disclosure;

/// <summary>Negative and very large values, margins left out, cells fixed either way, cells publishable by name: whatever comes, the answer holds together.</summary>
public sealed class AwkwardTablesTests
{
    private static readonly JsonElement Published = JsonSerializer.SerializeToElement(true), Suppressed = JsonSerializer.SerializeToElement("suppressed");
    private static readonly string[] Costs = ["unit", "count", "value"];

    [Fact]
    public void The_audit_finds_unsafe_only_what_no_suppression_could_protect()
    {
        var (safe, exposed) = (0, 0);
        for (var seed = 0; seed < 150; seed++)
        {
            var request = Request(seed);
            var result = ProtectTables.Run(TableBuilder.Read(request), CancellationToken.None);
            Assert.Equal(result.Suppression.Cost, result.Suppression.Bound);
            if (result.Suppression.Hopeless.Count == 0)
                Assert.DoesNotContain(result.Audit.Exposed, e => e.Reason != "published");
            else
                Assert.False(result.Audit.Safe);
            _ = result.Audit.Safe ? safe++ : exposed++;
        }
        // Both kinds occur, or the test would show little.
        Assert.InRange(safe, 30, 120);
        Assert.InRange(exposed, 30, 120);
    }

    private static ProtectionRequest Request(int seed)
    {
        var random = new Random(seed);
        var scale = seed % 7 == 0 ? 1_000_000.25m : 1;
        var table = TableBuilder.WithMargins("t", [TableBuilder.Tree("a", 2, 3), TableBuilder.Flat("b", 1 + seed % 4)], _ =>
        {
            var cell = TableBuilder.Random(random, 0.3);
            return seed % 5 == 0 && random.Next(3) == 0 ? (-cell.Value, cell.Count, cell.Max) : cell;
        });
        var cells = table.Cells!.Where(c => random.Next(12) > 0 || !c!.At!.Contains("T")).Select(c => c! with
        {
            Fixed = random.Next(12) switch { 0 => Published, 1 => Suppressed, _ => null },
            Exempt = random.Next(20) == 0,
            Value = c.Value * scale,
            Max = c.Max * scale,
        });
        return new([table with { Cells = [.. cells] }], new(Insiders: seed % 3 == 0), Costs[seed % 3]);
    }
}
