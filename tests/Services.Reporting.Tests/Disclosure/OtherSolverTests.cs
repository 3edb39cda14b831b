using Ptce.Reporting.Disclosure;
using Ptce.Reporting.Disclosure.Wire;

namespace Ptce.Reporting.Tests.Disclosure;

/// <summary>Hierarchical, three-way and linked tables, beside another formulation in another solver.</summary>
public sealed class OtherSolverTests
{
    public static TheoryData<string, int, string> Cases => new()
    {
        { "hierarchical", 1, "unit" },
        { "hierarchical", 2, "value" },
        { "hierarchical", 3, "count" },
        { "three-way", 4, "unit" },
        { "three-way", 5, "value" },
        { "three-way", 6, "count" },
        { "linked", 7, "unit" },
        { "linked", 8, "value" },
        { "linked", 9, "count" },
        { "both hierarchical", 10, "unit" },
        { "both hierarchical", 11, "value" },
    };

    [Theory, MemberData(nameof(Cases))]
    public void It_finds_nothing_cheaper_and_no_other_interval(string kind, int seed, string cost)
    {
        var request = new ProtectionRequest(Tables(kind, new Random(seed)), Cost: cost);
        var read = TableBuilder.Read(request);
        var result = ProtectTables.Run(read, CancellationToken.None);
        Assert.True(result.Optimal);
        Assert.True(result.Audit.Safe);
        Assert.True(result.Suppression.Cost > 0, "the case should need secondary suppressions");

        var plain = new PlainFormulation(request);
        double Price(CellInput cell) => cost switch { "unit" => 1, "count" => (double)cell.Count!.Value, _ => (double)cell.Value!.Value };
        Assert.Equal(plain.Optimum(Price), (double)read.Scale.Back(result.Suppression.Cost), 5);

        var hidden = read.Tables.Places.Where(p => result.Suppression.Hidden[p.Index])
            .GroupBy(p => PlainFormulation.Key(request.Tables![p.Table]!, request.Tables[p.Table]!.Cells![p.Cell]!.At!)).ToDictionary(g => g.Key, g => g.First());
        foreach (var (key, (low, high)) in plain.Intervals(hidden.ContainsKey))
        {
            var ours = result.Audit.Intervals[hidden[key].Index]!;
            var cell = request.Tables![hidden[key].Table]!.Cells![hidden[key].Cell]!;
            Assert.Equal(low, (double)ours.Low!.Value, 4);
            Assert.Equal(high is null, ours.High is null);
            Assert.Equal(high ?? 0, (double)(ours.High ?? 0), 4);
            if (PlainFormulation.IsUnsafe(cell))
                Assert.True(low <= (double)cell.Value! * 0.9 + 1e-6 && (high is null || high >= (double)cell.Value! * 1.1 - 1e-6), key);
        }
    }

    private static IReadOnlyList<TableInput> Tables(string kind, Random random)
    {
        switch (kind)
        {
            case "hierarchical":
                return [TableBuilder.WithMargins("t", [TableBuilder.Tree("a", 3, 2, 2), TableBuilder.Flat("b", 3)], _ => TableBuilder.Random(random))];
            case "three-way":
                return [TableBuilder.WithMargins("t", [TableBuilder.Flat("a", 3), TableBuilder.Flat("b", 2), TableBuilder.Flat("c", 3)], _ => TableBuilder.Random(random, 0.15))];
            case "both hierarchical":
                return [TableBuilder.WithMargins("t", [TableBuilder.Tree("a", 2, 3), TableBuilder.Tree("b", 2, 2)], _ => TableBuilder.Random(random, 0.2))];
            default:
                // Two tables of the same enterprises, that share the margin of the first dimension.
                var whole = TableBuilder.WithMargins("w", [TableBuilder.Flat("a", 4), TableBuilder.Flat("b", 3), TableBuilder.Flat("c", 3)], _ => Sparse(random));
                return [Slice(whole, "ab", 2), Slice(whole, "ac", 1)];
        }
    }

    private static (decimal Value, decimal Count, decimal Max) Sparse(Random random)
    {
        var amounts = Enumerable.Range(0, random.Next(0, 3)).Select(_ => (decimal)random.Next(20, 60)).ToList();
        return (amounts.Sum(), amounts.Count, amounts.DefaultIfEmpty().Max());
    }

    private static TableInput Slice(TableInput whole, string name, int dropped) => new(
        name, [.. whole.Dimensions!.Where((_, d) => d != dropped)],
        [.. whole.Cells!.Where(c => c!.At![dropped] == "T").Select(c => c! with { At = [.. c.At!.Where((_, d) => d != dropped)] })]);
}
