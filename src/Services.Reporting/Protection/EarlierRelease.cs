using System.Text.Json;
using Ptce.Reporting.Facts;
using Ptce.Reporting.Figures;
using Ptce.Reporting.Releases;
using Ptce.Reporting.Tables;

namespace Ptce.Reporting.Protection;

/// <summary>
/// A release of the same year that is public already. Where one or two poles changed, the difference between two published values is those
/// poles' own: such a cell is withheld now; one unchanged keeps the status it has.
/// </summary>
internal sealed class EarlierRelease
{
    private static readonly JsonElement Published = JsonDocument.Parse("true").RootElement;
    private static readonly JsonElement Suppressed = JsonDocument.Parse("\"suppressed\"").RootElement;

    private readonly Dictionary<CellKey, (Cell Cell, bool Public)> _cells = [];
    private readonly ILookup<(string Code, string Measure), Figure> _own;

    /// <param name="content">What was published.</param>
    /// <param name="facts">The signed versions it rests on.</param>
    public EarlierRelease(ReleaseContent content, CampaignFacts facts)
    {
        var fresh = TableCatalogue.Compute(facts).ToDictionary(table => table.Code, StringComparer.Ordinal);
        foreach (var table in content.Tables.Where(table => fresh.ContainsKey(table.Code)))
        {
            var contributions = fresh[table.Code].Rows.ToDictionary(row => row.Key, StringComparer.Ordinal);
            foreach (var row in table.Rows.Where(row => contributions.ContainsKey(row.Key)))
                for (var column = 0; column < table.Columns.Count; column++)
                    _cells[new(table.Code, row.Key, table.Columns[column].Key)] = (contributions[row.Key].Cells[column], row.Cells[column].Visibility == Visibility.Public);
        }
        _own = content.Figures.Where(figure => figure.Pole is not null).ToLookup(figure => (figure.Code, figure.Measure));
    }

    public JsonElement? FixedAs(CellKey key, Cell now)
    {
        if (!_cells.TryGetValue(key, out var before))
            return null;
        var changed = Changes(before.Cell.Contributions ?? [], now.Contributions ?? []);
        if (changed.Length == 0)
            return before.Public ? Published : Suppressed;
        return SafetyRules.IsSafe(changed.Length, changed) ? null : Suppressed;
    }

    /// <summary>Whether figures of a measure may be published again beside the earlier ones.</summary>
    public bool IsSafe(string code, string measure, IEnumerable<Figure> own)
    {
        var before = _own[(code, measure)].Where(figure => figure.Value is not null).Select(figure => new Contribution(figure.Pole!, figure.Value!.Value)).ToArray();
        if (before.Length == 0)
            return true;
        var now = own.Where(figure => figure.Value is not null).Select(figure => new Contribution(figure.Pole!, figure.Value!.Value)).ToArray();
        var changed = Changes(before, now);
        return changed.Length == 0 || SafetyRules.IsSafe(changed.Length, changed);
    }

    private static decimal[] Changes(IReadOnlyList<Contribution> before, IReadOnlyList<Contribution> now) =>
    [
        .. before.Select(one => (one.Pole, Amount: -one.Amount)).Concat(now.Select(one => (one.Pole, one.Amount)))
            .GroupBy(one => one.Pole, StringComparer.Ordinal)
            .Select(pole => pole.Sum(one => one.Amount))
            .Where(change => change != 0),
    ];
}
