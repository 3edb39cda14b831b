namespace Ptce.Reporting.Disclosure.Tables;

/// <summary>The cells that one table spans, by their codes.</summary>
internal sealed class TableGrid
{
    private readonly IReadOnlyList<DimensionShape> _dimensions;
    private readonly Dictionary<string, LinkedCell> _cells = new(StringComparer.Ordinal);

    public TableGrid(IReadOnlyList<DimensionShape> dimensions, Func<IReadOnlyList<string>, LinkedCell> link)
    {
        _dimensions = dimensions;
        foreach (var codes in Combinations())
            _cells[Key(codes)] = link(codes);
    }

    public LinkedCell At(string[] codes) => _cells[Key(codes)];

    public IEnumerable<string[]> Combinations()
    {
        var place = new int[_dimensions.Count];
        while (true)
        {
            yield return [.. place.Select((p, d) => _dimensions[d].Codes[p])];
            var d = _dimensions.Count - 1;
            while (d >= 0 && ++place[d] == _dimensions[d].Codes.Count)
                place[d--] = 0;
            if (d < 0)
                yield break;
        }
    }

    private static string Key(string[] codes) => string.Join('\u001f', codes);
}
