using System.Globalization;
using System.Text;
using Ptce.Reporting.Disclosure.Rules;
using Ptce.Reporting.Disclosure.Tables;
using Ptce.Reporting.Disclosure.Wire;

namespace Ptce.Reporting.Disclosure.Export;

/// <summary>
/// The tables as τ-Argus reads them: per table a tabular file (<c>.tab</c>), its metadata (<c>.rda</c>), the result as a priori file (<c>.hst</c>) and one
/// hierarchy (<c>.hrc</c>) per hierarchical dimension. Meant for the same people as the request: it holds the values that are suppressed.
/// </summary>
internal static class TauArgusExport
{
    private const char Separator = ';';

    public static IReadOnlyList<ExportedFile> Write(IReadOnlyList<TableInput?> tables, ReadRequest read, bool[] hidden)
    {
        var files = new List<ExportedFile>();
        for (var t = 0; t < tables.Count; t++)
        {
            var name = FileName(tables[t]!.Name!, t);
            var places = read.Tables.Places.Where(p => p.Table == t).ToList();
            files.Add(new(name + ".tab", Tabular(tables[t]!, places, read.Tables)));
            files.Add(new(name + ".rda", Metadata(tables[t]!, name)));
            files.Add(new(name + ".hst", History(tables[t]!, places, read, hidden)));
            files.AddRange(tables[t]!.Dimensions!.Select((d, i) => (Dimension: d!, Index: i)).Where(d => d.Dimension.Hierarchy is not null)
                .Select(d => new ExportedFile(HierarchyName(name, d.Index), Hierarchy(d.Dimension))));
        }
        return files;
    }

    private static string Tabular(TableInput table, List<CellPlace> places, LinkedTables linked)
    {
        var text = new StringBuilder();
        foreach (var place in places)
        {
            var cell = linked.Cells[place.Index];
            foreach (var code in table.Cells![place.Cell]!.At!)
                text.Append(Quote(code!)).Append(Separator);
            text.Append(Number(cell.Value ?? 0)).Append(Separator).Append(Number(cell.Count ?? 0)).Append(Separator).Append(Number(cell.Contributions?.Top(1) ?? 0)).Append('\n');
        }
        return text.ToString();
    }

    private static string Metadata(TableInput table, string name)
    {
        var text = new StringBuilder().Append("  <SEPARATOR> \"").Append(Separator).Append("\"\n");
        for (var d = 0; d < table.Dimensions!.Count; d++)
        {
            var dimension = table.Dimensions[d]!;
            text.Append(Quote(dimension.Name!)).Append("\n  <RECODABLE>\n");
            if (dimension.Total is { } total)
                text.Append("  <TOTCODE> ").Append(Quote(total)).Append('\n');
            if (dimension.Hierarchy is not null)
                text.Append("  <HIERARCHICAL>\n  <HIERCODELIST> \"").Append(HierarchyName(name, d)).Append("\"\n  <HIERLEADSTRING> \"@\"\n");
        }
        return text.Append("VALUE\n  <NUMERIC>\n  <DECIMALS> 4\nCOUNT\n  <FREQUENCY>\nMAX\n  <MAXSCORE>\n  <DECIMALS> 4\n").ToString();
    }

    // u: unsafe, ml: suppressed by hand (here secondary), s: safe; pl: protection levels below and above.
    private static string History(TableInput table, List<CellPlace> places, ReadRequest read, bool[] hidden)
    {
        var text = new StringBuilder();
        foreach (var place in places)
        {
            var cell = read.Tables.Cells[place.Index];
            var at = string.Join(Separator, table.Cells![place.Cell]!.At!.Select(code => Quote(code!)));
            if (cell.Sensitivity != Sensitivity.None && hidden[place.Index])
            {
                var (below, above) = read.Rules.Protection(cell);
                text.Append(at).Append(Separator).Append("u\n").Append(at).Append(Separator).Append("pl").Append(Separator).Append(Number(below)).Append(Separator).Append(Number(above)).Append('\n');
            }
            else if (hidden[place.Index])
            {
                text.Append(at).Append(Separator).Append("ml\n");
            }
            else if (cell.IsKnown)
            {
                text.Append(at).Append(Separator).Append("s\n");
            }
        }
        return text.ToString();
    }

    private static string Hierarchy(DimensionInput dimension)
    {
        var text = new StringBuilder();
        Below(dimension.Total!, 0);
        return text.ToString();

        void Below(string parent, int depth)
        {
            foreach (var child in dimension.Hierarchy!.GetValueOrDefault(parent) ?? [])
            {
                text.Append('@', depth).Append(child).Append('\n');
                Below(child!, depth + 1);
            }
        }
    }

    private static string HierarchyName(string table, int dimension) => string.Create(CultureInfo.InvariantCulture, $"{table}-{dimension + 1}.hrc");

    private static string FileName(string name, int number) =>
        string.Concat((number + 1).ToString("00", CultureInfo.InvariantCulture), "-", string.Concat(name.Take(40).Select(c => char.IsAsciiLetterOrDigit(c) ? c : '_')));

    private static string Quote(string code) => '"' + code.Replace('"', '\'') + '"';

    private static string Number(decimal value) => value.ToString("0.####", CultureInfo.InvariantCulture);
}
