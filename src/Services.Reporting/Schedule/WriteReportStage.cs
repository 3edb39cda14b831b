using System.Globalization;
using System.Text;
using System.Text.Json;
using Ptce.Reporting.Documents.Tidy;
using Ptce.Reporting.Documents.Workbooks;
using Ptce.Reporting.Figures;
using Ptce.Reporting.Pages;
using Ptce.Reporting.Releases;
using Ptce.Reporting.Storage;
using Ptce.Reporting.Tables;

namespace Ptce.Reporting.Schedule;

/// <summary>Writes the transversal report as everybody may read it: the page in both languages, and its data.</summary>
internal sealed class WriteReportStage(ReleaseShelf shelf, RunFiles files) : IRunStage
{
    public string Name => "report";

    public bool IsNeeded => false;

    public Task<IReadOnlyList<string>> ItemsAsync(ReportingDb db, ReportRun run, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<string>>(["indicators.csv", "report.en.html", "report.fr.html", "report.json", "report.xlsx", .. TableCatalogue.All.Select(table => $"tables/{table.Code}.csv")]);

    public async Task DoAsync(ReportingDb db, ReportRun run, string item, CancellationToken ct)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"{run.Year}.{run.ReleaseNumber}");
        var release = await shelf.FindAsync(name, drafts: true, ct) ?? throw new InvalidOperationException("The release is gone.");
        await files.WriteAsync(name, item, Content(release, item), ct);
    }

    private static byte[] Content(PublishedRelease release, string item)
    {
        var demonstration = release.Content.Head.Demonstration;
        var figures = Audience.Public.Filter(release.Content.Figures).ToList();
        var tables = release.Content.Tables.Select(Audience.Public.Filter).ToList();
        return item switch
        {
            "report.fr.html" => Encoding.UTF8.GetBytes(new ReportPage(release, Audience.Public, Language.French).Write()),
            "report.en.html" => Encoding.UTF8.GetBytes(new ReportPage(release, Audience.Public, Language.English).Write()),
            "report.json" => Encoding.UTF8.GetBytes(Data(release)),
            "report.xlsx" => ReleaseWorkbook.Write(release, tables, figures, Language.French),
            "indicators.csv" => TidyCsv.Of(figures, release.Name, demonstration),
            _ => TidyCsv.Of(tables.Single(table => item == $"tables/{table.Code}.csv"), release.Name, Language.French, demonstration),
        };
    }

    private static string Data(PublishedRelease release)
    {
        var demonstration = release.Content.Head.Demonstration;
        return JsonSerializer.Serialize(
            new
            {
                release = release.Name,
                digest = release.Digest,
                tables = release.Content.Tables.Select(table => TableView.Of(Audience.Public.Filter(table), Language.French, demonstration)),
                indicators = Audience.Public.Filter(release.Content.Figures).Select(figure => FigureView.Of(figure, demonstration)),
            },
            ReleaseJson.Options);
    }
}
