using Ptce.Reporting.Figures;
using Ptce.Reporting.Tables;

namespace Ptce.Reporting.Releases;

/// <summary>Decides which cells of a release's tables are published.</summary>
internal static class Protection
{
    /// <summary>Exempt tables stand as they are; of the others nothing is published before it is protected against recomputation.</summary>
    public static Table Apply(ITable definition, Table table) =>
        definition.IsExempt ? table : table with { Rows = [.. table.Rows.Select(row => row with { Cells = [.. row.Cells.Select(Withhold)] })] };

    private static Cell Withhold(Cell cell) => cell.Value is null ? cell : cell with { Visibility = Visibility.Restricted };
}
