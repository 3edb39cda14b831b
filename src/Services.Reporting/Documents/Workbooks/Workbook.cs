using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using MiniExcelLibs;

namespace Ptce.Reporting.Documents.Workbooks;

/// <summary>
/// Workbooks (classeurs XLSX) of fixed bytes: MiniExcel writes the sheets, then the archive is packed again with one date for all entries and
/// numbered relationships in place of random ones.
/// </summary>
internal static partial class Workbook
{
    private static readonly DateTimeOffset Epoch = new(2015, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Sheets in order; each a list of rows from heading to value. Names have at most 31 characters.</summary>
    public static byte[] Write(IReadOnlyList<(string Name, IReadOnlyList<Dictionary<string, object?>> Rows)> sheets)
    {
        using var written = new MemoryStream();
        written.SaveAs(sheets.ToDictionary(sheet => sheet.Name, object (sheet) => sheet.Rows));
        written.Position = 0;
        using var source = new ZipArchive(written);
        var parts = source.Entries.OrderBy(entry => entry.FullName, StringComparer.Ordinal).Select(entry => (entry.FullName, Text: Read(entry))).ToList();
        var names = RandomId().Matches(parts.Single(part => part.FullName == "xl/workbook.xml").Text).Select(match => match.Value).Distinct().ToList();
        using var packed = new MemoryStream();
        using (var target = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in parts)
            {
                var entry = target.CreateEntry(name, CompressionLevel.Optimal);
                entry.LastWriteTime = Epoch;
                using var stream = entry.Open();
                stream.Write(Encoding.UTF8.GetBytes(RandomId().Replace(text, match => names.IndexOf(match.Value) is >= 0 and var i ? $"rSheet{i + 1}" : match.Value)));
            }
        }
        return packed.ToArray();
    }

    private static string Read(ZipArchiveEntry entry)
    {
        using var reader = new StreamReader(entry.Open(), Encoding.UTF8);
        return reader.ReadToEnd();
    }

    [GeneratedRegex("R[0-9a-f]{32}")]
    private static partial Regex RandomId();
}
