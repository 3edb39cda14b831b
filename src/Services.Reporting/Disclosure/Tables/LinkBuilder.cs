namespace Ptce.Reporting.Disclosure.Tables;

/// <summary>Gathers the cells of all tables, one for each set of codes outside totals, and the additive relations between them.</summary>
internal sealed class LinkBuilder
{
    private readonly Dictionary<string, LinkedCell> _byKey = new(StringComparer.Ordinal);
    private readonly List<LinkedCell> _cells = [];
    private readonly List<Relation> _relations = [];
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);

    /// <summary>Every cell that a table spans, shown or not, with its relations.</summary>
    public TableGrid Span(string variable, IReadOnlyList<DimensionShape> dimensions)
    {
        var grid = new TableGrid(dimensions, codes => Cell(variable, dimensions, codes));
        foreach (var codes in grid.Combinations())
        {
            for (var d = 0; d < dimensions.Count; d++)
            {
                if (!dimensions[d].Children.TryGetValue(codes[d], out var children))
                    continue;
                var total = grid.At(codes).Index;
                Relate(total, [.. children.Select(child => grid.At([.. codes[..d], child, .. codes[(d + 1)..]]).Index)]);
            }
        }
        return grid;
    }

    /// <summary>Fills in what can be computed, checks that every total is the sum of its parts, and orders the cells.</summary>
    public LinkedTables Finish(IReadOnlyList<CellPlace> places, Refusals refusals, Func<int, string> pointer)
    {
        Complete();
        foreach (var cell in _cells.Where(c => c.Value is null && !c.IsTotal))
            (cell.Value, cell.Count, cell.Contributions) = (0, 0, Contributions.Empty);
        Complete();
        foreach (var relation in _relations)
        {
            var sum = relation.Parts.Sum(p => _cells[p].Value ?? 0);
            if (_cells[relation.Total].Value is { } value && value != sum)
                refusals.Add(pointer(relation.Total) + "/value", "cell.not-additive", $"Ce total vaut {Refusals.Number(value)} ; ses parties font {Refusals.Number(sum)}.", $"This total is {Refusals.Number(value)}; its parts add up to {Refusals.Number(sum)}.", Refusals.Number(value));
        }
        foreach (var cell in _cells)
        {
            if (cell.Value == 0 && cell.Contributions is null && cell.Count is null)
                cell.Count = 0;
        }
        var unjudged = places.Where(p => _cells[p.Index] is { IsCount: false, Contributions: null } and not { Count: 0 } and not { Exempt: true }).Select(p => p.Table).Distinct().ToList();
        return new(_cells, _relations, places, unjudged);
    }

    private void Complete()
    {
        // Totals of totals need as many rounds as the hierarchy is deep.
        for (var changed = true; changed;)
        {
            changed = false;
            foreach (var relation in _relations)
                changed |= Complete(_cells[relation.Total], relation.Parts);
        }
    }

    private bool Complete(LinkedCell total, int[] indexes)
    {
        var parts = indexes.Select(i => _cells[i]);
        var changed = false;
        if (total.Value is null && parts.All(p => p.Value is not null))
        {
            total.Value = parts.Sum(p => p.Value);
            total.IsCount = parts.All(p => p.IsCount);
            changed = true;
        }
        if (total.Count is null && parts.All(p => p.Count is not null))
        {
            total.Count = parts.Sum(p => p.Count);
            changed = true;
        }
        if (total is { Contributions: null, IsCount: false, Value: { } value } && parts.All(p => p.Contributions is not null || p.Count == 0))
        {
            total.Contributions = Contributions.Of(value, [.. parts.Select(p => p.Contributions ?? Contributions.Empty)]);
            changed = true;
        }
        return changed;
    }

    private LinkedCell Cell(string variable, IReadOnlyList<DimensionShape> dimensions, IReadOnlyList<string> codes)
    {
        var outside = dimensions.Zip(codes).Where(p => p.Second != p.First.Total).OrderBy(p => p.First.Name, StringComparer.Ordinal).Select(p => p.First.Name + '\u001f' + p.Second);
        var key = variable + '\u001e' + string.Join('\u001e', outside);
        if (!_byKey.TryGetValue(key, out var cell))
        {
            _byKey[key] = cell = new LinkedCell(_cells.Count, variable, [.. dimensions.Zip(codes).Where(p => p.Second != p.First.Total).Select(p => p.Second)]);
            _cells.Add(cell);
        }
        return cell;
    }

    private void Relate(int total, int[] parts)
    {
        _cells[total].IsTotal = true;
        if (_known.Add(total + "=" + string.Join('+', parts.Order())))
            _relations.Add(new(total, parts));
    }
}
