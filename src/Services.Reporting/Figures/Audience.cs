namespace Ptce.Reporting.Figures;

/// <summary>
/// The reader of figures: the one place where rows are filtered by pole and visibility. Pages, JSON, feeds and files all ask here.
/// </summary>
internal sealed class Audience
{
    private readonly IReadOnlySet<string>? _poles;

    private Audience(IReadOnlySet<string>? poles) => _poles = poles;

    public static readonly Audience Public = new(new HashSet<string>());

    /// <summary>An analyst: every pole's own values.</summary>
    public static readonly Audience Analyst = new(null);

    /// <summary>People of some poles: what is public and what is their own.</summary>
    public static Audience Of(IEnumerable<string> poles) => new(poles.ToHashSet(StringComparer.Ordinal));

    public bool IsAnalyst => _poles is null;

    /// <summary>Stable name of what this reader may see, for caches.</summary>
    public string Key => _poles is null ? "*" : string.Join(',', _poles.Order(StringComparer.Ordinal));

    public bool MayRead(string? pole, Visibility visibility) =>
        visibility == Visibility.Public || _poles is null || (pole is not null && _poles.Contains(pole));

    /// <summary>The figures this reader gets: others' rows are gone, restricted figures across poles say that they are suppressed.</summary>
    public IEnumerable<Figure> Filter(IEnumerable<Figure> figures)
    {
        foreach (var figure in figures)
            if (MayRead(figure.Pole, figure.Visibility))
                yield return figure;
            else if (figure.Pole is null)
                yield return figure.Suppress();
    }

    /// <summary>The table this reader gets: rows that name a pole without its consent are gone, unsafe cells suppressed.</summary>
    public Tables.Table Filter(Tables.Table table) => table with
    {
        Rows = [.. table.Rows
            .Where(row => row.Pole is null || MayRead(row.Pole, row.Visibility))
            .Select(row => row with { Cells = [.. row.Cells.Select(cell => MayRead(row.Pole, cell.Visibility) ? cell : cell.Suppress())] })],
    };
}
