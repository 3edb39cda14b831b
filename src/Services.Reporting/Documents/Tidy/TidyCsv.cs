using System.Globalization;
using System.Text;
using Ptce.Reporting.Figures;
using Ptce.Reporting.Releases;
using Ptce.Reporting.Tables;

namespace Ptce.Reporting.Documents.Tidy;

/// <summary>One line a value (RFC 4180, UTF-8, decimal point): what spreadsheets, statistics packages and databases read without asking.</summary>
internal static class TidyCsv
{
    public static byte[] Of(Table table, string release, Language language, bool demonstration)
    {
        var text = new StringBuilder();
        Line(text, TableSchema.Cells.Select(field => field.Name));
        foreach (var row in table.Rows)
        {
            for (var c = 0; c < table.Columns.Count; c++)
            {
                var (column, cell) = (table.Columns[c], row.Cells[c]);
                Line(text,
                [
                    release, table.Code, row.Key, Safe(row.Label.In(language)), column.Key, Safe(column.Label.In(language)), Number(cell.Value), Safe(cell.Text?.In(language) ?? ""),
                    column.Unit ?? "", cell.Status.Word(), cell.Origin.Word(demonstration),
                ]);
            }
        }
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    public static byte[] Of(IEnumerable<Figure> figures, string release, bool demonstration)
    {
        var text = new StringBuilder();
        Line(text, TableSchema.Figures.Select(field => field.Name));
        foreach (var figure in figures)
        {
            Line(text,
            [
                release, figure.Code, figure.Measure, figure.Pole ?? "", figure.Period, Number(figure.Value), figure.Unit, figure.N.ToString(CultureInfo.InvariantCulture),
                figure.Missing.ToString(CultureInfo.InvariantCulture), figure.Status.Word(), figure.Origin.Word(demonstration),
            ]);
        }
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static string Number(decimal? value) => value is { } number ? Plain.Number(number).ToString(CultureInfo.InvariantCulture) : "";

    // A label that a spreadsheet would run as a formula becomes text.
    private static string Safe(string label) => label.Length > 0 && label[0] is '=' or '+' or '-' or '@' or '\t' or '\r' ? "'" + label : label;

    private static void Line(StringBuilder text, IEnumerable<string> fields)
    {
        var first = true;
        foreach (var field in fields)
        {
            if (!first)
                text.Append(',');
            first = false;
            if (field.AsSpan().IndexOfAny(",\"\r\n") < 0)
                text.Append(field);
            else
                text.Append('"').Append(field.Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"');
        }
        text.Append("\r\n");
    }
}
