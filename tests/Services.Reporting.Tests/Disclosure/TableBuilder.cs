using Ptce.Reporting.Disclosure;
using Ptce.Reporting.Disclosure.Tables;
using Ptce.Reporting.Disclosure.Wire;

namespace Ptce.Reporting.Tests.Disclosure;

/// <summary>Builds tables with their margins from inner cells.</summary>
internal static class TableBuilder
{
    /// <summary>INSEE's example: activity × size, with margins (rtauargus' vignette, MIT).</summary>
    public static ProtectionRequest Insee(bool protectedByPrimariesOnly = false)
    {
        (string A, string S, decimal Value, decimal Count, decimal? Max)[] cells =
        [
            ("01", "tr1", 100, 10, 20), ("01", "tr2", 50, 5, 15), ("02", "tr1", 30, 2, 20), ("02", "tr2", 20, 5, 10), ("06", "tr1", 60, 8, 16), ("06", "tr2", 40, 6, 38),
            ("01", "Total", 150, 15, null), ("02", "Total", 50, 7, null), ("06", "Total", 100, 14, null), ("Total", "tr1", 190, 20, null), ("Total", "tr2", 110, 16, null), ("Total", "Total", 300, 36, null),
        ];
        string? Status(string a, string s) => !protectedByPrimariesOnly ? null : (a, s) switch { ("02", "tr1") => "frequency", ("06", "tr2") => "dominance", _ => "published" };
        return new([new("entreprises", [new("ACTIVITY", "Total", ["01", "02", "06"]), new("SIZE", "Total", ["tr1", "tr2"])],
            [.. cells.Select(c => new CellInput([c.A, c.S], c.Value, c.Count, c.Max, Status: Status(c.A, c.S)))])]);
    }

    public static CellInput Cell(ProtectionRequest request, params string[] at) => request.Tables![0]!.Cells!.Single(c => c!.At!.SequenceEqual(at))!;

    /// <summary>A table with all its margins from inner cells, over any dimensions.</summary>
    public static TableInput WithMargins(string name, IReadOnlyList<DimensionInput> dimensions, Func<string[], (decimal Value, decimal Count, decimal Max)> inner)
    {
        var drawn = Product([.. dimensions.Select(d => Leaves(d, d.Total!).ToList())]).ToDictionary(Key, inner);
        var cells = Product([.. dimensions.Select(d => Codes(d).ToList())]).Select(at =>
        {
            var parts = Product([.. at.Select((code, d) => Leaves(dimensions[d], code).ToList())]).Select(leaf => drawn[Key(leaf)]).ToList();
            return new CellInput(at, parts.Sum(p => p.Value), parts.Sum(p => p.Count), parts.Max(p => p.Max));
        });
        return new(name, dimensions, [.. cells]);

        static string Key(string[] at) => string.Join('|', at);
    }

    public static DimensionInput Flat(string name, int codes) => new(name, "T", [.. Enumerable.Range(1, codes).Select(i => $"{name}{i}")]);

    /// <summary>A two-level hierarchy with groups of the sizes given.</summary>
    public static DimensionInput Tree(string name, params int[] groups)
    {
        var hierarchy = new Dictionary<string, IReadOnlyList<string?>?> { ["T"] = [.. groups.Select((_, g) => $"{name}{g + 1}")] };
        for (var g = 0; g < groups.Length; g++)
            hierarchy[$"{name}{g + 1}"] = [.. Enumerable.Range(1, groups[g]).Select(i => $"{name}{g + 1}.{i}")];
        return new(name, "T", Hierarchy: hierarchy);
    }

    /// <summary>A plausible cell: a few large and many small contributions; sometimes few contributors, sometimes one that dominates, sometimes none.</summary>
    public static (decimal Value, decimal Count, decimal Max) Random(Random random, double unsafeShare = 0.25)
    {
        if (random.NextDouble() < 0.04)
            return (0, 0, 0);
        var count = random.NextDouble() < unsafeShare ? random.Next(1, 3) : random.Next(3, 30);
        var amounts = Enumerable.Range(0, count).Select(_ => (decimal)random.Next(1, 60)).ToList();
        if (random.NextDouble() < unsafeShare / 4)
            amounts[0] += amounts.Sum() * 8;
        return (amounts.Sum(), count, amounts.Max());
    }

    public static ReadRequest Read(ProtectionRequest request)
    {
        var refusals = new Refusals();
        var read = ReadRequest.From(request, refusals);
        Assert.True(read is not null, string.Join("; ", refusals.Errors.Select(e => $"{e.Pointer} {e.Code} {e.Message.En}")));
        return read!;
    }

    public static IEnumerable<string[]> Product(IReadOnlyList<List<string>> lists) =>
        lists.Aggregate((IEnumerable<string[]>)[[]], (heads, list) => heads.SelectMany(head => list.Select(code => (string[])[.. head, code])));

    private static IEnumerable<string> Codes(DimensionInput d) => d.Codes is not null ? [d.Total!, .. d.Codes!] : [d.Total!, .. d.Hierarchy!.Values.SelectMany(c => c!)!];

    private static IEnumerable<string> Leaves(DimensionInput d, string code)
    {
        if (d.Codes is not null)
            return code == d.Total ? d.Codes.Select(c => c!) : [code];
        return d.Hierarchy!.TryGetValue(code, out var children) ? children!.SelectMany(c => Leaves(d, c!)) : [code];
    }
}
