using System.Data;
using System.Globalization;
using System.IO.Compression;
using MiniExcelLibs;
using MiniExcelLibs.OpenXml;

namespace Ptce.Survey.Editions.XlsForm;

/// <summary>One row of a sheet: its number as the spreadsheet shows it, and its cells by header. Empty cells are left out.</summary>
internal sealed record SheetRow(int Number, IReadOnlyDictionary<string, string> Cells)
{
    public string? this[string header] => Cells.GetValueOrDefault(header);
}

/// <summary>A sheet whose first row holds the headers.</summary>
internal sealed record Sheet(string Name, IReadOnlyList<string> Headers, IReadOnlyList<SheetRow> Rows);

/// <summary>A workbook as text: the sheets of an XLSForm, nothing of their looks.</summary>
internal sealed class Workbook(IReadOnlyList<Sheet> sheets)
{
    private const long MaximumUnpacked = 64 * 1024 * 1024;
    private const int MaximumRows = 20_000;

    public IReadOnlyList<Sheet> Sheets { get; } = sheets;

    public Sheet? Find(string name) => Sheets.FirstOrDefault(sheet => sheet.Name.Trim().Equals(name, StringComparison.OrdinalIgnoreCase));

    /// <summary>Writes an .xlsx file.</summary>
    public void Write(Stream output)
    {
        var tables = new DataSet();
        foreach (var sheet in Sheets)
            tables.Tables.Add(Table(sheet));
        // MiniExcel closes what it is given: it writes to a buffer of its own.
        using var buffer = new MemoryStream();
        buffer.SaveAs(tables, configuration: new OpenXmlConfiguration { AutoFilter = false, TableStyles = TableStyles.None });
        output.Write(buffer.ToArray());
    }

    // A table with columns and no rows still gets its headers.
    private static DataTable Table(Sheet sheet)
    {
        var table = new DataTable(sheet.Name);
        foreach (var header in sheet.Headers)
            table.Columns.Add(header, typeof(string));
        foreach (var row in sheet.Rows)
            table.Rows.Add([.. sheet.Headers.Select(header => (object?)row[header])]);
        return table;
    }

    /// <summary>Reads an .xlsx file.</summary>
    /// <exception cref="InvalidDataException">It is not one, or it is unreasonably large once unpacked.</exception>
    public static Workbook Read(byte[] file)
    {
        try
        {
            RefuseBombs(file);
            var sheets = new List<Sheet>();
            using var names = new MemoryStream(file);
            foreach (var name in names.GetSheetNames())
                sheets.Add(ReadSheet(file, name));
            return new Workbook(sheets);
        }
        catch (Exception exception) when (exception is not (InvalidDataException or OutOfMemoryException))
        {
            throw new InvalidDataException("The file is not a workbook.", exception);
        }
    }

    private static void RefuseBombs(byte[] file)
    {
        using var archive = new ZipArchive(new MemoryStream(file), ZipArchiveMode.Read);
        if (archive.Entries.Count > 1000 || archive.Entries.Sum(entry => entry.Length) > MaximumUnpacked)
            throw new InvalidDataException("The workbook is too large once unpacked.");
    }

    private static Sheet ReadSheet(byte[] file, string name)
    {
        using var stream = new MemoryStream(file);
        var headers = new List<(string Letter, string Header)>();
        var rows = new List<SheetRow>();
        var number = 0;
        foreach (IDictionary<string, object?> cells in stream.Query(useHeaderRow: false, sheetName: name))
        {
            number++;
            if (number == 1)
                headers.AddRange(cells.Select(cell => (cell.Key, Text(cell.Value))).Where(header => header.Item2.Length > 0));
            else if (rows.Count == MaximumRows)
                throw new InvalidDataException($"Sheet {name} has more than {MaximumRows} rows.");
            else
                AddRow(rows, number, headers, cells);
        }
        return new Sheet(name, [.. headers.Select(header => header.Header)], rows);
    }

    private static void AddRow(List<SheetRow> rows, int number, List<(string Letter, string Header)> headers, IDictionary<string, object?> cells)
    {
        var row = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (letter, header) in headers)
        {
            if (cells.TryGetValue(letter, out var value) && Text(value) is { Length: > 0 } text)
                row.TryAdd(header, text);
        }
        if (row.Count > 0)
            rows.Add(new SheetRow(number, row));
    }

    // A spreadsheet turns 1 into a number and TRUE into a boolean; a form means the text.
    private static string Text(object? value) => value switch
    {
        null => "",
        string text => text.Trim(),
        bool flag => flag ? "true" : "false",
        double number => ((decimal)number).ToString("0.############", CultureInfo.InvariantCulture),
        DateTime { TimeOfDay.Ticks: 0 } date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString()?.Trim() ?? "",
    };
}
