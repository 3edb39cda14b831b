using System.Globalization;
using System.Text;
using System.Text.Json;
using Ptce.Reporting.Figures;
using Ptce.Reporting.Pages;
using Ptce.Reporting.Releases;
using Ptce.Reporting.Storage;

namespace Ptce.Reporting.Schedule;

/// <summary>Writes the transversal report as everybody may read it: the page in both languages, and its data.</summary>
internal sealed class WriteReportStage(ReleaseShelf shelf, RunFiles files) : IRunStage
{
    public string Name => "report";

    public bool IsNeeded => false;

    public Task<IReadOnlyList<string>> ItemsAsync(ReportingDb db, ReportRun run, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<string>>(["report.en.html", "report.fr.html", "report.json"]);

    public async Task DoAsync(ReportingDb db, ReportRun run, string item, CancellationToken ct)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"{run.Year}.{run.ReleaseNumber}");
        var release = await shelf.FindAsync(name, drafts: true, ct) ?? throw new InvalidOperationException("The release is gone.");
        var text = item switch
        {
            "report.fr.html" => new ReportPage(release, Audience.Public, Language.French).Write(),
            "report.en.html" => new ReportPage(release, Audience.Public, Language.English).Write(),
            _ => Data(release),
        };
        await files.WriteAsync(name, item, Encoding.UTF8.GetBytes(text), ct);
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
