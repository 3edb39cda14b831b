using System.Globalization;
using Ptce.Reporting.Figures;
using Ptce.Reporting.Releases;
using Ptce.Reporting.Tables;

namespace Ptce.Reporting.Documents.Tidy;

/// <summary>A table as a JSON-stat 2.0 dataset: rows × numeric columns; a value that is withheld or unknown is null, its status says why.</summary>
internal static class JsonStat
{
    public static object Of(Table table, PublishedRelease release, Language language)
    {
        var columns = Enumerable.Range(0, table.Columns.Count).Where(c => table.Columns[c].Unit is not null).ToList();
        var cells = table.Rows.SelectMany(row => columns.Select(c => row.Cells[c])).ToList();
        return new Dictionary<string, object?>
        {
            ["version"] = "2.0",
            ["class"] = "dataset",
            ["label"] = table.Title.In(language),
            ["source"] = "ptce-aspire",
            ["updated"] = release.PublishedAt.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
            ["note"] = table.Notes.Select(note => note.In(language)),
            ["id"] = (string[])["row", "column"],
            ["size"] = (int[])[table.Rows.Count, columns.Count],
            ["role"] = new { metric = (string[])["column"] },
            ["dimension"] = new Dictionary<string, object>
            {
                ["row"] = Dimension(language == Language.English ? "Row" : "Ligne", table.Rows.Select(row => (row.Key, row.Label.In(language))), null),
                ["column"] = Dimension(
                    language == Language.English ? "Column" : "Colonne", columns.Select(c => (table.Columns[c].Key, table.Columns[c].Label.In(language))),
                    columns.ToDictionary(c => table.Columns[c].Key, c => (object)new { label = table.Columns[c].Unit })),
            },
            ["value"] = cells.Select(cell => cell.Value is { } value ? Plain.Number(value) : (decimal?)null),
            ["status"] = cells.Select((cell, i) => (cell, i)).Where(one => one.cell.Status != FigureStatus.Ok)
                .ToDictionary(one => one.i.ToString(CultureInfo.InvariantCulture), one => one.cell.Status == FigureStatus.Suppressed ? "s" : "m"),
            ["extension"] = new { release = release.Name, table = table.Code, n = table.N, missing = table.Missing, licence = TableSchema.Licence, digest = "sha256:" + release.Digest },
        };
    }

    private static object Dimension(string label, IEnumerable<(string Key, string Label)> categories, object? units)
    {
        var all = categories.ToList();
        var category = new Dictionary<string, object> { ["index"] = all.Select(c => c.Key), ["label"] = all.ToDictionary(c => c.Key, c => c.Label) };
        if (units is not null)
            category["unit"] = units;
        return new { label, category };
    }
}
