using Ptce.Reporting.Figures;

namespace Ptce.Reporting.Tables;

/// <summary>One table of the report, in both languages, before any reader's filter.</summary>
/// <param name="Code"><c>T1</c> … <c>T12</c>.</param>
/// <param name="Year">Year of the campaign.</param>
/// <param name="Title">Title as in the study.</param>
/// <param name="Columns">Columns in order.</param>
/// <param name="Rows">Rows in order, totals last.</param>
/// <param name="N">Poles that the table rests on.</param>
/// <param name="Missing">Poles of the campaign that it does not rest on.</param>
/// <param name="Versions">Content digests of the signed versions used, sorted.</param>
/// <param name="Notes">What stands under the table.</param>
internal sealed record Table(
    string Code,
    int Year,
    Label Title,
    IReadOnlyList<Column> Columns,
    IReadOnlyList<Row> Rows,
    int N,
    int Missing,
    IReadOnlyList<string> Versions,
    IReadOnlyList<Label> Notes);

/// <summary>A column.</summary>
/// <param name="Key">Stable key.</param>
/// <param name="Label">Heading, ours: the study's tables survive only as pictures.</param>
/// <param name="Unit">Unit of the numbers, null for text.</param>
internal sealed record Column(string Key, Label Label, string? Unit);

/// <summary>A row.</summary>
/// <param name="Key">Stable key.</param>
/// <param name="Label">Heading of the row.</param>
/// <param name="Cells">One cell a column.</param>
/// <param name="Pole">PoleKey where the row names a pole, else null.</param>
/// <param name="Visibility">Who may read a row that names a pole.</param>
internal sealed record Row(string Key, Label Label, IReadOnlyList<Cell> Cells, string? Pole = null, Visibility Visibility = Visibility.Public);

/// <summary>A cell: a number or a short text, with its status and what it rests on.</summary>
internal sealed record Cell(decimal? Value, Label? Text, FigureStatus Status, Provenance Origin, Visibility Visibility = Visibility.Public)
{
    /// <summary>What each pole puts into a sum or a count; null where disclosure control has nothing to look at.</summary>
    public IReadOnlyList<Contribution>? Contributions { get; init; }

    public static Cell Of(string unit, decimal value, Provenance origin) => new(Rounding.For(unit, value), null, FigureStatus.Ok, origin);

    public static Cell Of(string? text, Provenance origin) =>
        text is null ? Blank(origin) : new(null, new Label(text, text), FigureStatus.Ok, origin);

    public static Cell Of(Label text) => new(null, text, FigureStatus.Ok, Provenance.None);

    /// <summary>Unknown: blank, never zero.</summary>
    public static Cell Blank(Provenance origin) => new(null, null, FigureStatus.Missing, origin);

    public static Cell Of(string unit, decimal? value, Provenance origin) => value is { } known ? Of(unit, known, origin) : Blank(origin);

    /// <summary>A sum over poles that the safety rules look at.</summary>
    public static Cell Sum(string unit, IReadOnlyList<Contribution> contributions, Provenance origin) =>
        Of(unit, contributions.Sum(one => one.Amount), origin) with { Contributions = contributions };

    public Cell Suppress() => Status == FigureStatus.Missing ? this : this with { Value = null, Text = null, Status = FigureStatus.Suppressed };
}

/// <summary>What one pole puts into a cell.</summary>
internal sealed record Contribution(string Pole, decimal Amount);
