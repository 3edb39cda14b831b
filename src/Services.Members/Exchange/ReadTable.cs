using System.Globalization;
using System.Text;
using CsvHelper;
using MiniExcelLibs;

namespace Ptce.Members.Exchange;

/// <summary>Reads a CSV (UTF-8 or Windows-1252, comma, semicolon or tab) or the first sheet of a workbook.</summary>
internal static class ReadTable
{
    private const int MostLines = 50_000;

    // The first of those that the header line holds most.
    private static readonly char[] Separators = [';', '\t', ','];

    public static Table From(byte[] file)
    {
        try
        {
            return Assemble(file is [0x50, 0x4B, ..] ? Workbook(file) : Csv(file));
        }
        catch (Exception e) when (e is CsvFormatException or InvalidDataException or InvalidOperationException or FormatException or System.Xml.XmlException or KeyNotFoundException or ArgumentException)
        {
            return new([], [new(ExchangeRules.Unreadable, 1, "", null)]);
        }
    }

    private static Table Assemble(IEnumerable<(int Number, object?[] Cells)> rows)
    {
        var faults = new List<CellFault>();
        var lines = new List<TableLine>();
        Column?[]? columns = null;
        foreach (var (number, cells) in rows)
        {
            if (Array.TrueForAll(cells, cell => Text(cell, null).Length == 0))
                continue;
            if (columns is null)
            {
                columns = Headers([.. cells.Select(cell => Text(cell, null))], faults);
                continue;
            }
            if (lines.Count == MostLines)
                return new([], [new(ExchangeRules.TooLong, number, "", null)]);
            var told = new Dictionary<Column, string>();
            for (var i = 0; i < Math.Min(cells.Length, columns.Length); i++)
            {
                if (columns[i] is { } column && Text(cells[i], column) is { Length: > 0 } text)
                    told[column] = text;
            }
            lines.Add(new(number, told));
        }
        if (columns is null)
            faults.Add(new(ExchangeRules.Unreadable, 1, "", null));
        return new(lines, faults);
    }

    private static Column?[] Headers(string[] headers, List<CellFault> faults)
    {
        var columns = new Column?[headers.Length];
        for (var i = 0; i < headers.Length; i++)
        {
            if (headers[i].Length == 0)
                continue;
            if (Columns.Find(headers[i]) is not { } column)
                faults.Add(new(ExchangeRules.ColumnUnknown, 1, headers[i], headers[i]));
            else if (Array.IndexOf(columns, column) >= 0)
                faults.Add(new(ExchangeRules.ColumnTwice, 1, headers[i], headers[i]));
            else
                columns[i] = column;
        }
        faults.AddRange(Columns.All.Where(c => c.Required && Array.IndexOf(columns, c) < 0).Select(c => new CellFault(ExchangeRules.ColumnMissing, 1, c.Name, null)));
        return columns;
    }

    private static IEnumerable<(int, object?[])> Csv(byte[] file)
    {
        var text = Decode(file);
        var end = text.AsSpan().IndexOfAny('\r', '\n');
        var head = end < 0 ? text : text[..end];
        var separator = Separators.MaxBy(c => head.Count(h => h == c));
        using var reader = CsvReader.FromText(text, CsvReaderOptions.Default with { Separator = separator, HasHeader = false, TrackLineNumbers = true });
        while (reader.Read())
            yield return ((int)reader.LineNumber, [.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetString)]);
    }

    private static string Decode(byte[] file)
    {
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(file).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException)
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetString(file);
        }
    }

    private static IEnumerable<(int, object?[])> Workbook(byte[] file)
    {
        using var stream = new MemoryStream(file);
        var number = 0;
        foreach (IDictionary<string, object?> row in MiniExcel.Query(stream, useHeaderRow: false, excelType: ExcelType.XLSX))
            yield return (++number, [.. row.Values]);
    }

    private static string Text(object? cell, Column? column) => cell switch
    {
        null => "",
        string text => Unguarded(text.Trim()),
        DateTime date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        bool flag => flag ? "oui" : "non",
        // A workbook takes 01433 for a number: the zeros come back.
        double number when column is { Digits: > 0 } => number.ToString("F0", CultureInfo.InvariantCulture).PadLeft(column.Digits, '0'),
        double number => number.ToString("0.##########", CultureInfo.InvariantCulture),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => cell.ToString() ?? "",
    };

    // Exports write an apostrophe before what a spreadsheet would take for a formula.
    private static string Unguarded(string text) => text.Length > 1 && text[0] == '\'' && Guard.Dangerous(text[1]) ? text[1..] : text;
}

/// <summary>Keeps a spreadsheet from running a text as a formula.</summary>
internal static class Guard
{
    public static bool Dangerous(char first) => first is '=' or '+' or '-' or '@' or '\t' or '\r';

    public static string Text(string text) => text.Length > 0 && Dangerous(text[0]) ? "'" + text : text;
}
