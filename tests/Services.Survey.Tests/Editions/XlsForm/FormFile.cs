using System.Reflection;
using Ptce.Survey.Editions.XlsForm;

namespace Ptce.Survey.Tests.Editions.XlsForm;

/// <summary>Forms kept as readable text – sheets by <c># name</c>, cells by <c>|</c> – and made into real .xlsx files for the tests.</summary>
internal static class FormFile
{
    public static byte[] Xlsx(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"forms/{name}.txt")!;
        using var reader = new StreamReader(stream);
        return Xlsx(reader.ReadToEnd().Split('\n'));
    }

    public static byte[] Xlsx(params IEnumerable<string> lines) => Bytes(new Workbook(Sheets(lines)));

    public static byte[] Bytes(Workbook workbook)
    {
        using var file = new MemoryStream();
        workbook.Write(file);
        return file.ToArray();
    }

    private static List<Sheet> Sheets(IEnumerable<string> lines)
    {
        var sheets = new List<Sheet>();
        foreach (var line in lines.Where(line => line.Length > 0))
        {
            if (line.StartsWith("# ", StringComparison.Ordinal))
                sheets.Add(new Sheet(line[2..].Trim(), [], []));
            else if (sheets[^1].Headers.Count == 0)
                sheets[^1] = sheets[^1] with { Headers = Cells(line) };
            else
                sheets[^1] = sheets[^1] with { Rows = [.. sheets[^1].Rows, Row(sheets[^1], Cells(line))] };
        }
        return sheets;
    }

    private static SheetRow Row(Sheet sheet, string[] cells) => new(
        sheet.Rows.Count + 2,
        sheet.Headers.Zip(cells).Where(cell => cell.Second.Length > 0).ToDictionary(cell => cell.First, cell => cell.Second, StringComparer.OrdinalIgnoreCase));

    private static string[] Cells(string line) => [.. line.Split('|').Select(cell => cell.Trim())];
}
