using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using Ptce.Reporting.Documents.Print;
using Ptce.Reporting.Documents.Sheets;
using Ptce.Reporting.Documents.Store;
using Ptce.Reporting.Documents.Tidy;
using Ptce.Reporting.Documents.Workbooks;
using Ptce.Reporting.Figures;
using Ptce.Reporting.Pages;
using Ptce.Reporting.Releases;
using Ptce.Reporting.Storage;
using Ptce.Reporting.Tables;
using Ptce.ServiceDefaults.Access;
using Ptce.ServiceDefaults.Problems;

namespace Ptce.Reporting.Documents;

/// <summary>Files of a release, and the sheet of each PTCE. Every form suppresses what the page suppresses: all go through <see cref="Audience"/>.</summary>
internal static class DocumentsApi
{
    private const string Csv = "text/csv; charset=utf-8", Xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", Pdf = "application/pdf";

    private static readonly Problem Unknown = new("reporting.document.unknown", 404,
        "Ce document n'existe pas, ou n'est pas public.", "There is no such document, or it is not public.");

    private static readonly Problem CannotPrint = new("reporting.document.no-pdf", 503,
        "Le PDF ne peut pas être produit : Chromium n'est pas installé sur ce serveur, ou n'a pas répondu. La version HTML est disponible.",
        "The PDF cannot be made: Chromium is not installed on this server, or did not answer. The HTML version is available.");

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void AddDocuments(this IServiceCollection services)
    {
        services.AddDocumentStore();
        services.AddSingleton<Chromium>().AddSingleton<PrintDocument>();
    }

    public static void MapDocuments(this RouteGroupBuilder api)
    {
        var release = api.MapGroup("releases/{release}").AllowPublic();
        release.MapGet("report.pdf", (Ask ask, CancellationToken ct) => ask.WithAsync(ReportPdfAsync, ct)).WithSummary("Transversal report as tagged PDF");
        release.MapGet("report.xlsx", (Ask ask, CancellationToken ct) => ask.WithAsync(found =>
            File(ReleaseWorkbook.Write(found.Release, found.Tables, found.Figures, found.Language), Xlsx, $"ptce-{found.Release.Name}.xlsx"), ct)).WithSummary("All tables and indicators as workbook");
        release.MapGet("report.json", (Ask ask, CancellationToken ct) => ask.WithAsync(Report, ct)).WithSummary("All tables and indicators as JSON");
        release.MapGet("datapackage.json", (Ask ask, CancellationToken ct) => ask.WithAsync(found => Plain(TableSchema.Package(found.Release, found.Tables)), ct)).WithSummary("Data Package: tidy files, schemas, licence");
        release.MapGet("tables/{code}.csv", (string code, Ask ask, CancellationToken ct) => ask.WithAsync(found => OfTable(found, code, table =>
            File(TidyCsv.Of(table, found.Release.Name, found.Language, found.Demonstration), Csv, $"ptce-{found.Release.Name}-{code}.csv")), ct)).WithSummary("One table, one line a value");
        release.MapGet("tables/{code}.schema.json", (string code, Ask ask, CancellationToken ct) => ask.WithAsync(found => OfTable(found, code, _ => Plain(TableSchema.OfCells)), ct)).WithSummary("Table Schema of the tidy file");
        release.MapGet("tables/{code}.jsonstat.json", (string code, Ask ask, CancellationToken ct) => ask.WithAsync(found => OfTable(found, code, table =>
            Plain(JsonStat.Of(table, found.Release, found.Language))), ct)).WithSummary("One table as JSON-stat 2.0");
        release.MapGet("indicators.csv", (Ask ask, CancellationToken ct) => ask.WithAsync(found =>
            File(TidyCsv.Of(found.Figures, found.Release.Name, found.Demonstration), Csv, $"ptce-{found.Release.Name}-indicators.csv"), ct)).WithSummary("Indicators, one line a figure");
        release.MapGet("indicators.schema.json", (Ask ask, CancellationToken ct) => ask.WithAsync(_ => Plain(TableSchema.OfFigures), ct)).WithSummary("Table Schema of the indicators");
        release.MapGet("poles/{pole}/sheet.pdf", (string pole, Ask ask, CancellationToken ct) => ask.WithAsync(found => SheetPdfAsync(found, pole, ct), ct)).WithSummary("Summary sheet of a PTCE as tagged PDF");
        release.MapGet("poles/{pole}/sheet.csv", (string pole, Ask ask, CancellationToken ct) => ask.WithAsync(found => OfPole(found, pole, figures =>
            File(TidyCsv.Of(figures, found.Release.Name, found.Demonstration), Csv, $"{pole}-{found.Release.Name}.csv")), ct)).WithSummary("Figures of a PTCE, one line each");
        release.MapGet("poles/{pole}/sheet.xlsx", (string pole, Ask ask, CancellationToken ct) => ask.WithAsync(found => OfPole(found, pole, figures =>
            File(Workbook.Write([(pole[..Math.Min(31, pole.Length)], ReleaseWorkbook.Indicators(figures, found.Demonstration, new Words(found.Language)))]), Xlsx, $"{pole}-{found.Release.Name}.xlsx")), ct)).WithSummary("Figures of a PTCE as workbook");
        release.MapGet("poles/{pole}/sheet.json", (string pole, Ask ask, CancellationToken ct) => ask.WithAsync(found => OfPole(found, pole, figures =>
            Plain(figures.Select(figure => FigureView.Of(figure, found.Demonstration)))), ct)).WithSummary("Figures of a PTCE as JSON");
    }

    /// <summary>Pages for people: the sheet of a PTCE.</summary>
    public static void MapDocumentPages(this IEndpointRouteBuilder app) =>
        app.MapGet("/reports/{release}/poles/{pole}", (string pole, Ask ask, CancellationToken ct) => ask.WithAsync(async found =>
            await SheetAsync(found, pole, ct) is { } sheet ? TypedResults.Content(sheet, "text/html; charset=utf-8", Encoding.UTF8) : Unknown.With(), ct)).AllowPublic().ExcludeFromDescription();

    private static IResult Report(AskedRelease found) => Plain(new
    {
        release = found.Release.Name,
        digest = found.Release.Digest,
        licence = TableSchema.Licence,
        demonstration = found.Demonstration,
        tables = found.Tables.Select(table => TableView.Of(table, found.Language, found.Demonstration)),
        indicators = found.Figures.Select(figure => FigureView.Of(figure, found.Demonstration)),
    });

    private static Task<IResult> ReportPdfAsync(AskedRelease found) =>
        PrintAsync(found, new ReportPage(found.Release, found.Audience, found.Language).Write(), $"ptce-{found.Release.Name}.pdf");

    private static async Task<IResult> SheetPdfAsync(AskedRelease found, string pole, CancellationToken ct) =>
        await SheetAsync(found, pole, ct) is { } sheet ? await PrintAsync(found, sheet, $"{pole}-{found.Release.Name}.pdf") : Unknown.With();

    private static async Task<string?> SheetAsync(AskedRelease found, string pole, CancellationToken ct) =>
        MaySee(found, pole) && await ReadPoleFacts.OfAsync(found.Services.GetRequiredService<ReportingDb>(), found.Release, pole, ct) is { } facts
            ? new PoleSheet(found.Release, facts, found.Audience, found.Language).Write()
            : null;

    private static async Task<IResult> PrintAsync(AskedRelease found, string page, string name)
    {
        var html = PrintablePage.Of(page, ReportPages.StyleSheet, found.Site);
        var pdf = await found.Services.GetRequiredService<PrintDocument>().OfAsync(html, found.Audience.Key.Length == 0, found.Aborted);
        return pdf is null ? CannotPrint.With() : File(pdf, Pdf, name);
    }

    private static IResult OfTable(AskedRelease found, string code, Func<Table, IResult> answer) =>
        found.Tables.FirstOrDefault(table => table.Code == code) is { } table ? answer(table) : Unknown.With();

    private static IResult OfPole(AskedRelease found, string pole, Func<IReadOnlyList<Figure>, IResult> answer) =>
        MaySee(found, pole) ? answer(PoleSheet.FiguresOf(found.Release, pole, found.Audience)) : Unknown.With();

    private static bool MaySee(AskedRelease found, string pole) =>
        found.Release.Content.Head.Poles.FirstOrDefault(one => one.Key == pole) is { } signed && (signed.Consents || found.Audience.MayRead(pole, Visibility.Restricted));

    private static FileContentHttpResult File(byte[] bytes, string type, string name) => TypedResults.File(bytes, type, name);

    private static FileContentHttpResult Plain(object value) => TypedResults.Bytes(JsonSerializer.SerializeToUtf8Bytes(value, Json), "application/json");
}
