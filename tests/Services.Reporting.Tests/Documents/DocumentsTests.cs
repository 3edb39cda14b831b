using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json;
using MiniExcelLibs;
using Ptce.Reporting.Tests.Invented;

namespace Ptce.Reporting.Tests.Documents;

public sealed class DocumentsTests(PublishedHouse published) : IClassFixture<PublishedHouse>
{
    private const string Release = "/api/reporting/releases/2015.1";
    private readonly ReportingHouse _house = published.House;

    public static TheoryData<string> Tables => [.. Enumerable.Range(1, 12).Select(number => $"T{number}")];

    [Theory, MemberData(nameof(Tables))]
    public async Task The_tidy_file_and_json_stat_say_what_the_table_says_and_withhold_what_it_withholds(string code)
    {
        using var anyone = _house.CreateClient();
        var table = await ReportingHouse.JsonAsync(anyone, $"{Release}/tables/{code}?lang=fr");
        var cells = table.GetProperty("rows").EnumerateArray().SelectMany(row => row.GetProperty("cells").EnumerateArray()).ToList();

        var lines = Lines(await anyone.GetStringAsync($"{Release}/tables/{code}.csv?lang=fr"));
        Assert.Equal(["release", "table", "row", "row_label", "column", "column_label", "value", "text", "unit", "status", "origin"], lines[0]);
        Assert.Equal(
            cells.Select(cell => (Value(cell), cell.GetProperty("status").GetString(), cell.GetProperty("origin").GetString())),
            lines.Skip(1).Select(line => (line[6].Length > 0 ? line[6] : line[7], (string?)line[9], (string?)line[10])));

        var stat = await ReportingHouse.JsonAsync(anyone, $"{Release}/tables/{code}.jsonstat.json?lang=fr");
        var size = stat.GetProperty("size").EnumerateArray().Select(one => one.GetInt32()).ToList();
        var numbers = stat.GetProperty("value").EnumerateArray().ToList();
        Assert.Equal(size[0] * size[1], numbers.Count);
        Assert.Equal(lines.Skip(1).Where(line => line[8].Length > 0).Select(line => line[6]), numbers.Select(n => n.ValueKind == JsonValueKind.Null ? "" : n.GetDecimal().ToString(CultureInfo.InvariantCulture)));
        Assert.Equal(
            lines.Skip(1).Where(line => line[8].Length > 0).Select((line, i) => (line, i)).Where(one => one.line[9] != "ok").Select(one => $"{one.i}{one.line[9][0]}"),
            stat.GetProperty("status").EnumerateObject().Select(one => one.Name + one.Value.GetString()));

        static string Value(JsonElement cell) => cell.GetProperty("value") switch
        {
            { ValueKind: JsonValueKind.Number } number => number.GetDecimal().ToString(CultureInfo.InvariantCulture),
            { ValueKind: JsonValueKind.String } text => text.GetString()!,
            _ => "",
        };
    }

    [Fact]
    public async Task The_indicators_file_says_what_the_api_says()
    {
        using var anyone = _house.CreateClient();
        var figures = await ReportingHouse.JsonAsync(anyone, $"{Release}/indicators");
        var lines = Lines(await anyone.GetStringAsync($"{Release}/indicators.csv"));
        Assert.Equal(
            figures.EnumerateArray().Select(f => $"{f.GetProperty("code")} {f.GetProperty("measure")} {f.GetProperty("pole")} {(f.GetProperty("value").ValueKind == JsonValueKind.Null ? "" : f.GetProperty("value").GetDecimal().ToString(CultureInfo.InvariantCulture))} {f.GetProperty("status")}"),
            lines.Skip(1).Select(line => $"{line[1]} {line[2]} {line[3]} {line[5]} {line[9]}"));
    }

    [Fact]
    public async Task The_workbook_has_the_same_bytes_each_time_and_a_sheet_for_each_table()
    {
        using var anyone = _house.CreateClient();
        var first = await anyone.GetByteArrayAsync($"{Release}/report.xlsx?lang=fr");
        Assert.Equal(first, await anyone.GetByteArrayAsync($"{Release}/report.xlsx?lang=fr"));
        using var stream = new MemoryStream(first);
        Assert.Equal(["Lisez-moi", .. Enumerable.Range(1, 12).Select(n => $"T{n}"), "Indicateurs"], stream.GetSheetNames());
        stream.Position = 0;
        using var archive = new ZipArchive(stream);
        Assert.All(archive.Entries, entry => Assert.Equal(2015, entry.LastWriteTime.Year));
        Assert.All(archive.Entries, entry => Assert.DoesNotMatch("R[0-9a-f]{32}", Text(entry)));
    }

    [Fact]
    public async Task The_workbook_withholds_what_the_page_withholds()
    {
        using var anyone = _house.CreateClient();
        using var stream = new MemoryStream(await anyone.GetByteArrayAsync($"{Release}/report.xlsx?lang=fr"));
        var rows = stream.Query(useHeaderRow: true, sheetName: "Indicateurs").Cast<IDictionary<string, object?>>().ToList();
        Assert.NotEmpty(rows);
        Assert.Contains(rows, row => (string?)row["statut"] == "suppressed");
        Assert.All(rows.Where(row => (string?)row["statut"] == "suppressed"), row => Assert.Equal("s", row["valeur"]));
        Assert.DoesNotContain(rows, row => (string?)row["PTCE"] == "les-ormes");
    }

    [Fact]
    public async Task The_data_package_names_files_that_exist_with_their_schemas()
    {
        using var anyone = _house.CreateClient();
        var package = await ReportingHouse.JsonAsync(anyone, $"{Release}/datapackage.json");
        var resources = package.GetProperty("resources").EnumerateArray().ToList();
        Assert.Equal(13, resources.Count);
        foreach (var resource in resources)
        {
            var header = Lines(await anyone.GetStringAsync($"{Release}/{resource.GetProperty("path").GetString()}"))[0];
            Assert.Equal(resource.GetProperty("schema").GetProperty("fields").EnumerateArray().Select(field => field.GetProperty("name").GetString()), header);
        }
    }

    [Fact]
    public async Task The_report_as_pdf_is_tagged_with_its_fonts_embedded()
    {
        using var anyone = _house.CreateClient();
        var response = await anyone.GetAsync($"{Release}/report.pdf?lang=fr");
        Assert.Equal("application/pdf", response.Content.Headers.ContentType!.MediaType);
        var text = Encoding.Latin1.GetString(await response.Content.ReadAsByteArrayAsync());
        Assert.StartsWith("%PDF-", text, StringComparison.Ordinal);
        Assert.Contains("/StructTreeRoot", text, StringComparison.Ordinal);
        Assert.Contains("/Marked true", text, StringComparison.Ordinal);
        Assert.Contains("/S /H2", text, StringComparison.Ordinal);
        Assert.Contains("/FontFile2", text, StringComparison.Ordinal);
        Assert.Contains("/Outlines", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pole_that_consents_has_a_public_sheet_without_its_money()
    {
        using var anyone = _house.CreateClient();
        var sheet = await anyone.GetStringAsync("/reports/2015.1/poles/les-tilleuls?lang=fr");
        Assert.Contains("Version publique", sheet, StringComparison.Ordinal);
        Assert.Contains("<svg", sheet, StringComparison.Ordinal);
        Assert.DoesNotContain("€", sheet, StringComparison.Ordinal);
        Assert.DoesNotContain("Fonctionnement économique", sheet, StringComparison.Ordinal);
        var figures = Lines(await anyone.GetStringAsync($"{Release}/poles/les-tilleuls/sheet.csv"));
        Assert.All(figures.Skip(1), line => Assert.Contains(line[1], (string[])["I01", "I02"]));
    }

    [Fact]
    public async Task A_pole_that_does_not_consent_has_a_sheet_for_its_own_people_only()
    {
        using var anyone = _house.CreateClient();
        using var neighbour = _house.AsPerson("leader:les-tilleuls");
        using var leader = _house.AsPerson("leader:les-ormes");
        foreach (var path in (string[])["/reports/2015.1/poles/les-ormes", $"{Release}/poles/les-ormes/sheet.csv", $"{Release}/poles/les-ormes/sheet.xlsx", $"{Release}/poles/les-ormes/sheet.json", $"{Release}/poles/les-ormes/sheet.pdf"])
        {
            Assert.Equal(HttpStatusCode.NotFound, (await anyone.GetAsync(path)).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await neighbour.GetAsync(path)).StatusCode);
        }
        var sheet = await leader.GetStringAsync("/reports/2015.1/poles/les-ormes?lang=fr");
        Assert.Contains("Fonctionnement économique", sheet, StringComparison.Ordinal);
        Assert.Equal(sheet, await leader.GetStringAsync("/reports/2015.1/poles/les-ormes?lang=fr"));
        Assert.Contains(Lines(await leader.GetStringAsync($"{Release}/poles/les-ormes/sheet.csv")), line => line[1] == "I11" && line[5] == "100000");
    }

    [Fact]
    public async Task Without_chromium_the_pdf_says_so_and_the_page_is_there()
    {
        var chromium = new Reporting.Documents.Print.Chromium(
            new Microsoft.Extensions.Configuration.ConfigurationBuilder().Build(), Microsoft.Extensions.Logging.Abstractions.NullLogger<Reporting.Documents.Print.Chromium>.Instance);
        if (chromium.Path is null)
            Assert.Null(await chromium.PrintAsync("<p>", CancellationToken.None));
        else
            Assert.NotNull(await chromium.PrintAsync("<!DOCTYPE html><title>x</title><p>y", CancellationToken.None));
        chromium.Dispose();
    }

    [Fact]
    public async Task Unknown_documents_are_not_found()
    {
        using var anyone = _house.CreateClient();
        foreach (var path in (string[])[$"{Release}/tables/T99.csv", "/api/reporting/releases/1999/report.xlsx", $"{Release}/poles/nobody/sheet.json"])
            Assert.Equal(HttpStatusCode.NotFound, (await anyone.GetAsync(path)).StatusCode);
    }

    private static string Text(ZipArchiveEntry entry)
    {
        using var reader = new StreamReader(entry.Open());
        return reader.ReadToEnd();
    }

    /// <summary>RFC 4180, written anew for the tests.</summary>
    private static List<string[]> Lines(string csv)
    {
        var lines = new List<string[]>();
        var (fields, field, quoted) = (new List<string>(), new StringBuilder(), false);
        for (var i = 0; i < csv.Length; i++)
        {
            if (quoted && csv[i] == '"' && i + 1 < csv.Length && csv[i + 1] == '"')
                field.Append(csv[i++]);
            else if (csv[i] == '"')
                quoted = !quoted;
            else if (!quoted && csv[i] is ',' or '\n')
            {
                fields.Add(field.ToString().TrimEnd('\r'));
                field.Clear();
                if (csv[i] == '\n')
                {
                    lines.Add([.. fields]);
                    fields.Clear();
                }
            }
            else
                field.Append(csv[i]);
        }
        return lines;
    }
}
