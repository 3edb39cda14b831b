using Ptce.Reporting.Disclosure;

namespace Ptce.Reporting.Tests.Disclosure;

/// <summary>Tables as large as those of official statistics' own examples: some 400 cells, some 80 of them unsafe.</summary>
public sealed class LargeTableTests
{
    [Theory]
    [InlineData(1, "value")]
    [InlineData(3, "count")]
    public void A_hierarchical_amount_table_of_four_hundred_cells_is_protected_and_audited(int seed, string cost)
    {
        var random = new Random(seed);
        var table = TableBuilder.WithMargins("t", [TableBuilder.Tree("a", 4, 4, 4, 4, 4), TableBuilder.Tree("b", 4, 4, 4)], _ => TableBuilder.Random(random, 0.29));
        var read = TableBuilder.Read(new([table], Cost: cost));
        var result = ProtectTables.Run(read, CancellationToken.None);
        Assert.InRange(read.Tables.Cells.Count(c => c.Sensitivity != default), 70, 95);
        Assert.True(result.Audit.Safe);
        Assert.True(result.Optimal);
    }

    [Fact]
    public void Within_a_small_effort_the_answer_is_still_safe_tells_its_bound_and_is_the_same_twice()
    {
        var random = new Random(5);
        var table = TableBuilder.WithMargins("t", [TableBuilder.Tree("a", 4, 4, 4, 4, 4), TableBuilder.Tree("b", 4, 4, 4)], _ => TableBuilder.Random(random, 0.29));
        var (first, second) = (Run(), Run());
        Assert.True(first.Audit.Safe);
        Assert.InRange(first.Suppression.Bound, 1, first.Suppression.Cost);
        Assert.Equal(first.Suppression.Hidden, second.Suppression.Hidden);
        Assert.Equal(first.Suppression.Bound, second.Suppression.Bound);

        ProtectedTables Run() => ProtectTables.Run(TableBuilder.Read(new([table], Cost: "value", TimeLimit: 1)), CancellationToken.None);
    }
}
