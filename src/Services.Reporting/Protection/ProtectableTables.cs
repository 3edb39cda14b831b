using Ptce.Reporting.Disclosure.Wire;
using Ptce.Reporting.Figures;
using Ptce.Reporting.Tables;

namespace Ptce.Reporting.Protection;

/// <summary>A cell of a report's table, by the keys of its row and column.</summary>
internal readonly record struct CellKey(string Table, string Row, string Column);

/// <summary>
/// Tables of the report as disclosure control reads them: dimensions with what adds up, cells with their contributors. Tables that share
/// a total are protected together.
/// </summary>
internal static class ProtectableTables
{
    private const string Answered = "answered";

    public static IEnumerable<ProtectableGroup> Of(IReadOnlyDictionary<string, Table> tables)
    {
        if (tables["T7"].Rows.Count > 0)
            yield return new([Activities(tables["T7"])]);
        yield return new([Tree(tables["T9"], "amount", "income", T09Income.Total, T09Income.Hierarchy)]);
        var expenses = tables["T10"];
        var natures = T10Expenses.Natures.Select(nature => nature.Key).Append("other").ToArray();
        var destinations = expenses.Rows.Select(row => row.Key).Where(key => key.StartsWith(T10Expenses.Destination, StringComparison.Ordinal)).ToArray();
        yield return new([
            Flat(expenses, "amount", "nature", "expenses", T10Expenses.Total, natures),
            Flat(expenses, "amount", "destination", "expenses", T10Expenses.Total, destinations)]);
        var projects = tables["T12"];
        yield return new([Flat(projects, "projects", "kind", "projects", "total", [.. projects.Rows.Select(row => row.Key).Where(key => key != "total")])]);
    }

    /// <summary>T7: each activity is a line of its own, its stages add up to the answers.</summary>
    private static ProtectableTable Activities(Table table)
    {
        var stages = Vocabulary.Stages.Select(stage => stage.Key).ToArray();
        return new(
            "T7",
            "T7",
            "count",
            [new("activity", null, [.. table.Rows.Select(row => row.Key)]), new("stage", Answered, stages)],
            [.. table.Rows.SelectMany(row => table.Columns.Zip(row.Cells).Select(pair => new ProtectableCell([row.Key, pair.First.Key], new("T7", row.Key, pair.First.Key), pair.Second)))],
            ListContributors: false);
    }

    private static ProtectableTable Flat(Table table, string column, string dimension, string variable, string total, string[] codes) => new(
        $"{table.Code}-{dimension}",
        variable,
        "amount",
        [new(dimension, total, codes)],
        Cells(table, column, [total, .. codes]),
        ListContributors: true);

    private static ProtectableTable Tree(Table table, string column, string variable, string total, IReadOnlyDictionary<string, IReadOnlyList<string>> hierarchy) => new(
        table.Code,
        variable,
        "amount",
        [new("origin", total, null, hierarchy.ToDictionary(parent => parent.Key, parent => (IReadOnlyList<string?>?)[.. parent.Value], StringComparer.Ordinal))],
        Cells(table, column, [total, .. hierarchy.Values.SelectMany(children => children)]),
        ListContributors: true);

    private static ProtectableCell[] Cells(Table table, string column, IEnumerable<string> rows)
    {
        var place = table.Columns.Select((one, index) => (one.Key, index)).Single(one => one.Key == column).index;
        return [.. rows.Select(key => new ProtectableCell([key], new(table.Code, key, column), table.Rows.Single(row => row.Key == key).Cells[place]))];
    }
}

/// <summary>Tables that are protected in one problem.</summary>
internal sealed record ProtectableGroup(IReadOnlyList<ProtectableTable> Tables);

/// <summary>One table as disclosure control reads it.</summary>
internal sealed record ProtectableTable(string Name, string Variable, string Measure, IReadOnlyList<DimensionInput> Dimensions, IReadOnlyList<ProtectableCell> Cells, bool ListContributors)
{
    /// <param name="fixedAs">What earlier releases of the year leave no choice about.</param>
    public TableInput ToInput(Func<CellKey, System.Text.Json.JsonElement?> fixedAs) => new(
        Name,
        [.. Dimensions],
        [.. Cells.Select(cell => cell.ToInput(ListContributors, fixedAs(cell.Key)))],
        Variable,
        Measure);
}

/// <summary>One cell: where it stands in the problem, and in the report.</summary>
internal sealed record ProtectableCell(string[] At, CellKey Key, Cell Cell)
{
    public CellInput ToInput(bool listContributors, System.Text.Json.JsonElement? fixedAs)
    {
        var contributions = (Cell.Contributions ?? []).Where(one => one.Amount != 0).ToArray();
        return new(
            At,
            Cell.Value ?? 0,
            contributions.Length,
            Contributors: listContributors ? [.. contributions.Select(one => new ContributorInput(one.Pole, one.Amount))] : null,
            Fixed: fixedAs);
    }
}
