using Ptce.Reporting.Figures;
using Ptce.Reporting.Tables;

namespace Ptce.Reporting.Releases;

/// <summary>A table as the API writes it.</summary>
internal sealed record TableView(string Code, int Year, string Title, IReadOnlyList<ColumnView> Columns, IReadOnlyList<RowView> Rows, int N, int Missing, IReadOnlyList<string> Versions)
{
    public static TableView Of(Table table, Language language, bool demonstration) => new(
        table.Code,
        table.Year,
        table.Title.In(language),
        [.. table.Columns.Select(column => new ColumnView(column.Key, column.Label.In(language)))],
        [.. table.Rows.Select(row => new RowView(row.Key, row.Label.In(language), [.. row.Cells.Select(cell => CellView.Of(cell, language, demonstration))]))],
        table.N,
        table.Missing,
        table.Versions);
}

internal sealed record ColumnView(string Key, string Label);

internal sealed record RowView(string Key, string Label, IReadOnlyList<CellView> Cells);

/// <summary>A cell; <see cref="Value"/> is a number, a text, or null.</summary>
internal sealed record CellView(
    [property: System.Text.Json.Serialization.JsonIgnore(Condition = System.Text.Json.Serialization.JsonIgnoreCondition.Never)] object? Value,
    string Status,
    string Origin)
{
    public static CellView Of(Cell cell, Language language, bool demonstration) =>
        new(cell.Value is { } number ? Plain.Number(number) : cell.Text?.In(language), cell.Status.Word(), cell.Origin.Word(demonstration));
}

/// <summary>A figure as the API writes it; <see cref="Pole"/> and <see cref="Value"/> are written also when null.</summary>
internal sealed record FigureView(
    string Code,
    string Measure,
    [property: System.Text.Json.Serialization.JsonIgnore(Condition = System.Text.Json.Serialization.JsonIgnoreCondition.Never)] string? Pole,
    string Period,
    [property: System.Text.Json.Serialization.JsonIgnore(Condition = System.Text.Json.Serialization.JsonIgnoreCondition.Never)] decimal? Value,
    string Unit,
    int N,
    int Missing,
    IReadOnlyList<string> Versions,
    string Status,
    string Origin)
{
    public static FigureView Of(Figure figure, bool demonstration) => new(
        figure.Code,
        figure.Measure,
        figure.Pole,
        figure.Period,
        figure.Value is { } value ? Plain.Number(value) : null,
        figure.Unit,
        figure.N,
        figure.Missing,
        figure.Versions,
        figure.Status.Word(),
        figure.Origin.Word(demonstration));
}

/// <summary>A published release in the list of releases.</summary>
internal sealed record ReleaseView(int Year, int Number, string Name, DateTime PublishedAt, string Digest, bool Demonstration, int Poles, int Participants, string Edition, DateOnly ReferenceDate, int FiscalYear);

internal static class Plain
{
    /// <summary>The number without trailing zeros: both databases and a fresh computation write the same text.</summary>
    public static decimal Number(decimal value) => value / 1.0000000000000000000000000000m;
}
