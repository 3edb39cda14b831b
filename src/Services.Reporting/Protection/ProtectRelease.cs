using Ptce.Reporting.Disclosure;
using Ptce.Reporting.Figures;
using Ptce.Reporting.Tables;

namespace Ptce.Reporting.Protection;

/// <summary>
/// Decides what a release publishes: exempt tables as they stand, the others after primary and secondary suppression and an audit;
/// indicators only where the cells that they are made of are published.
/// </summary>
internal static class ProtectRelease
{
    public static ProtectedRelease Run(IReadOnlyList<Table> tables, IReadOnlyList<Figure> figures, IReadOnlyList<EarlierRelease> earlier, CancellationToken ct)
    {
        var byCode = tables.ToDictionary(table => table.Code, StringComparer.Ordinal);
        var hidden = new HashSet<CellKey>();
        var outcome = new ProtectionOutcome(true, true, 0, 0);
        foreach (var group in ProtectableTables.Of(byCode))
            outcome += Protect(group, earlier, hidden, ct);
        var jobs = byCode["T11"];
        foreach (var row in jobs.Rows.Where(row => row.Cells[0].Contributions is { } contributions && !IsSafeAlone(new(jobs.Code, row.Key, jobs.Columns[0].Key), row.Cells[0], contributions, earlier)))
            hidden.Add(new(jobs.Code, row.Key, jobs.Columns[0].Key));
        var protectedTables = tables.Select(table => Hide(table, hidden)).ToArray();
        return new(protectedTables, ProtectFigures.Run(figures, protectedTables, earlier), outcome);
    }

    private static ProtectionOutcome Protect(ProtectableGroup group, IReadOnlyList<EarlierRelease> earlier, HashSet<CellKey> hidden, CancellationToken ct)
    {
        var cells = group.Tables.SelectMany(table => table.Cells).DistinctBy(cell => cell.Key).ToDictionary(cell => cell.Key, cell => cell.Cell);
        var refusals = new Disclosure.Tables.Refusals();
        var request = new Disclosure.Wire.ProtectionRequest([.. group.Tables.Select(table => table.ToInput(key => Fixed(key, cells[key], earlier)))]);
        if (ReadRequest.From(request, refusals) is not { } read)
            throw new InvalidOperationException("A table of the report is not a table: " + string.Join("; ", refusals.Errors.Select(error => $"{error.Code} {error.Pointer} {error.Value}")));
        var result = ProtectTables.Run(read, ct);
        foreach (var place in read.Tables.Places.Where(place => result.Suppression.Hidden[place.Index]))
            hidden.Add(group.Tables[place.Table].Cells[place.Cell].Key);
        return new(result.Audit.Safe, result.Optimal, result.Suppression.Hidden.Count(one => one), result.Suppression.Hidden.Length);
    }

    /// <summary>The strictest of what the earlier releases ask.</summary>
    private static System.Text.Json.JsonElement? Fixed(CellKey key, Cell cell, IReadOnlyList<EarlierRelease> earlier) =>
        earlier.Select(release => release.FixedAs(key, cell)).Where(one => one is not null)
            .OrderBy(one => one!.Value.ValueKind == System.Text.Json.JsonValueKind.String ? 0 : 1)
            .FirstOrDefault();

    private static bool IsSafeAlone(CellKey key, Cell cell, IReadOnlyList<Contribution> contributions, IReadOnlyList<EarlierRelease> earlier) =>
        SafetyRules.IsSafe(contributions.Count, [.. contributions.Select(one => one.Amount)])
        && Fixed(key, cell, earlier) is not { ValueKind: System.Text.Json.JsonValueKind.String };

    private static Table Hide(Table table, HashSet<CellKey> hidden) => table with
    {
        Rows = [.. table.Rows.Select(row => row with { Cells = [.. table.Columns.Select((column, place) => IsHidden(table, row, column, hidden) ? row.Cells[place] with { Visibility = Visibility.Restricted } : row.Cells[place])] })],
    };

    /// <summary>Counts by stage are hidden one by one; elsewhere percentages and counts of poles would tell the amount, so the row goes.</summary>
    private static bool IsHidden(Table table, Row row, Column column, HashSet<CellKey> hidden) =>
        column.Unit is not null && (table.Code == "T7"
            ? hidden.Contains(new(table.Code, row.Key, column.Key))
            : hidden.Contains(new(table.Code, row.Key, table.Columns[0].Key)));
}

/// <summary>What a release publishes, and how safe it is.</summary>
internal sealed record ProtectedRelease(IReadOnlyList<Table> Tables, IReadOnlyList<Figure> Figures, ProtectionOutcome Outcome);

/// <summary>Outcome of disclosure control over all tables of a release.</summary>
/// <param name="Safe">Every audit passed: nobody can recompute a suppressed cell too narrowly.</param>
/// <param name="Optimal">Every suppression is proved to be the least.</param>
/// <param name="Suppressed">Cells suppressed.</param>
/// <param name="Cells">Cells looked at.</param>
internal sealed record ProtectionOutcome(bool Safe, bool Optimal, int Suppressed, int Cells)
{
    public static ProtectionOutcome operator +(ProtectionOutcome left, ProtectionOutcome right) =>
        new(left.Safe && right.Safe, left.Optimal && right.Optimal, left.Suppressed + right.Suppressed, left.Cells + right.Cells);
}
