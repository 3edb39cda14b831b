using Ptce.Reporting.Disclosure;
using Ptce.Reporting.Disclosure.Wire;

namespace Ptce.Reporting.Tests.Disclosure;

/// <summary>Every subset of the safe cells of small tables, by an attacker of another kind.</summary>
public sealed class ExhaustiveSearchTests
{
    public static TheoryData<int, int, int, string> Cases
    {
        get
        {
            var cases = new TheoryData<int, int, int, string>();
            (int Rows, int Columns)[] sizes = [(2, 2), (3, 2), (2, 3), (3, 3), (4, 2), (4, 3)];
            for (var seed = 0; seed < 30; seed++)
                cases.Add(seed, sizes[seed % 6].Rows, sizes[seed % 6].Columns, (seed / 6 % 3) switch { 0 => "unit", 1 => "value", _ => "count" });
            return cases;
        }
    }

    [Theory, MemberData(nameof(Cases))]
    public void Nothing_cheaper_is_safe_than_what_was_suppressed(int seed, int rows, int columns, string cost)
    {
        var random = new Random(seed);
        var table = TableBuilder.WithMargins("t", [TableBuilder.Flat("a", rows), TableBuilder.Flat("b", columns)], _ => TableBuilder.Random(random));
        var read = TableBuilder.Read(new([table], Cost: cost));
        var result = ProtectTables.Run(read, CancellationToken.None);
        Assert.True(result.Optimal);
        Assert.True(result.Audit.Safe);

        var cells = table.Cells!.Select(c => c!).ToList();
        var attacker = new FlowAttacker(table);
        var primaries = cells.Where(IsUnsafe).ToHashSet();
        var hidden = read.Tables.Places.Where(p => result.Suppression.Hidden[p.Index]).Select(p => cells[p.Cell]).ToHashSet();
        Assert.Equal(primaries, [.. read.Tables.Places.Where(p => read.Tables.Cells[p.Index].Sensitivity != default).Select(p => cells[p.Cell])]);
        Assert.True(IsSafe(attacker, primaries, hidden));
        foreach (var place in read.Tables.Places.Where(p => result.Suppression.Hidden[p.Index]))
            Assert.Equal(attacker.Interval(hidden, cells[place.Cell]), (result.Audit.Intervals[place.Index]!.Low, result.Audit.Intervals[place.Index]!.High));

        var found = hidden.Where(h => !primaries.Contains(h)).Sum(h => Price(h, cost));
        Assert.Equal(found, read.Scale.Back(result.Suppression.Cost));
        var free = cells.Where(c => !primaries.Contains(c)).OrderByDescending(c => Price(c, cost)).ToList();
        Assert.False(SafeBelow(free, 0, found, [.. primaries], c => Price(c, cost), set => IsSafe(attacker, primaries, set)), "a cheaper pattern is safe");
    }

    private static bool SafeBelow(List<CellInput> free, int next, decimal budget, HashSet<CellInput> chosen, Func<CellInput, decimal> price, Func<HashSet<CellInput>, bool> isSafe)
    {
        if (budget <= 0)
            return false;
        if (next == free.Count)
            return isSafe(chosen);
        if (SafeBelow(free, next + 1, budget, chosen, price, isSafe))
            return true;
        if (price(free[next]) >= budget)
            return false;
        chosen.Add(free[next]);
        var safe = SafeBelow(free, next + 1, budget - price(free[next]), chosen, price, isSafe);
        chosen.Remove(free[next]);
        return safe;
    }

    private static bool IsSafe(FlowAttacker attacker, HashSet<CellInput> primaries, HashSet<CellInput> hidden) => primaries.All(p =>
    {
        // A lone suppression in a row or a column is computed at once.
        if (hidden.Count(h => h.At![0] == p.At![0]) < 2 || hidden.Count(h => h.At![1] == p.At![1]) < 2)
            return false;
        var (low, high) = attacker.Interval(hidden, p);
        return low <= p.Value * 0.9m && (high is null || high >= p.Value * 1.1m);
    });

    private static bool IsUnsafe(CellInput cell) => cell.Count is > 0 and < 3 || cell.Count > 0 && cell.Max > 0.85m * cell.Value;

    private static decimal Price(CellInput cell, string cost) => cost switch { "unit" => 1, "count" => cell.Count!.Value, _ => cell.Value!.Value };
}
