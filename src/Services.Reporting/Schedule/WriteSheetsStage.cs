using System.Globalization;
using System.Text;
using System.Text.Json;
using Ptce.Reporting.Documents.Sheets;
using Ptce.Reporting.Documents.Tidy;
using Ptce.Reporting.Documents.Workbooks;
using Ptce.Reporting.Figures;
using Ptce.Reporting.Pages;
using Ptce.Reporting.Releases;
using Ptce.Reporting.Storage;

namespace Ptce.Reporting.Schedule;

/// <summary>Writes the sheet of each pole (fiche bilan) as the people of that pole may read it: page, workbook, CSV, JSON.</summary>
internal sealed class WriteSheetsStage(ReleaseShelf shelf, RunFiles files) : IRunStage
{
    private const int LongestSheetName = 31;

    public string Name => "sheets";

    public bool IsNeeded => false;

    public async Task<IReadOnlyList<string>> ItemsAsync(ReportingDb db, ReportRun run, CancellationToken ct) =>
        [.. (await FindAsync(run, ct)).Content.Head.Poles.Select(pole => pole.Key)];

    public async Task DoAsync(ReportingDb db, ReportRun run, string item, CancellationToken ct)
    {
        var release = await FindAsync(run, ct);
        var facts = await ReadPoleFacts.OfAsync(db, release, item, ct) ?? throw new InvalidOperationException("The signed version is not here.");
        var audience = Audience.Of([item]);
        var demonstration = release.Content.Head.Demonstration;
        var figures = PoleSheet.FiguresOf(release, item, audience);
        Task WriteAsync(string extension, byte[] content) => files.WriteAsync(release.Name, $"sheets/{item}{extension}", content, ct);
        await WriteAsync(".html", Encoding.UTF8.GetBytes(new PoleSheet(release, facts, audience, Language.French).Write()));
        await WriteAsync(".csv", TidyCsv.Of(figures, release.Name, demonstration));
        await WriteAsync(".json", JsonSerializer.SerializeToUtf8Bytes(figures.Select(figure => FigureView.Of(figure, demonstration)), ReleaseJson.Options));
        await WriteAsync(".xlsx", Workbook.Write([(item[..Math.Min(LongestSheetName, item.Length)], ReleaseWorkbook.Indicators(figures, demonstration, new Words(Language.French)))]));
    }

    private async Task<PublishedRelease> FindAsync(ReportRun run, CancellationToken ct) =>
        await shelf.FindAsync(string.Create(CultureInfo.InvariantCulture, $"{run.Year}.{run.ReleaseNumber}"), drafts: true, ct) ?? throw new InvalidOperationException("The release is gone.");
}
