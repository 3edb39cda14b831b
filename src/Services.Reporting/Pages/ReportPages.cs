using System.Text;
using Microsoft.EntityFrameworkCore;
using Ptce.Charts;
using Ptce.Reporting.Figures;
using Ptce.Reporting.Releases;
using Ptce.Reporting.Storage;
using Ptce.ServiceDefaults.Access;

namespace Ptce.Reporting.Pages;

/// <summary>Public pages: the list of reports, and each report.</summary>
internal static class ReportPages
{
    private const string HtmlType = "text/html; charset=utf-8";

    private static readonly Lazy<string> Styles = new(() =>
    {
        using var stream = typeof(ReportPages).Assembly.GetManifestResourceStream("report.css")!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd() + ChartTheme.Css;
    });

    /// <summary>The style of every page, for documents that leave the site.</summary>
    public static string StyleSheet => Styles.Value;

    public static void Map(IEndpointRouteBuilder app)
    {
        var pages = app.MapGroup("/reports").AllowPublic().ExcludeFromDescription();
        pages.MapGet("", ListAsync);
        pages.MapGet("report.css", (HttpContext http) =>
        {
            http.Response.Headers.CacheControl = "public, max-age=3600";
            return TypedResults.Text(Styles.Value, "text/css; charset=utf-8", Encoding.UTF8);
        });
        pages.MapGet("{release}", ReportAsync);
    }

    private static async Task<IResult> ReportAsync(string release, ReleaseShelf shelf, HttpContext http, Caller caller, CancellationToken ct)
    {
        var language = ReadReleases.LanguageOf(http);
        if (await shelf.FindAsync(release, caller.IsSignedIn && caller.Can(Permissions.ReportsManage), ct) is not { } found)
            return TypedResults.Content(NotYet(new Words(language)), HtmlType, Encoding.UTF8, StatusCodes.Status404NotFound);
        var audience = ReadReleases.AudienceOf(caller);
        return ReleaseCaching.IsFresh(http, release, found, audience, language)
            ? TypedResults.StatusCode(StatusCodes.Status304NotModified)
            : TypedResults.Content(new ReportPage(found, audience, language).Write(), HtmlType, Encoding.UTF8);
    }

    private static async Task<IResult> ListAsync(ReportingDb db, HttpContext http, CancellationToken ct)
    {
        var words = new Words(ReadReleases.LanguageOf(http));
        var releases = await db.Releases.AsNoTracking()
            .Where(release => release.State == ReleaseState.Published)
            .OrderByDescending(release => release.Year).ThenByDescending(release => release.Number)
            .Select(release => new { release.Year, release.Number, release.PublishedAt })
            .Take(200)
            .ToListAsync(ct);
        var items = releases.Select(release => Html.Of(
            $"<li><a href=\"/reports/{release.Year}.{release.Number}\">{words.Say($"Les PTCE en {release.Year}", $"PTCE in {release.Year}")}</a> · {words.Say("édition", "release")} {release.Year}.{release.Number}, {words.Date(DateOnly.FromDateTime(release.PublishedAt!.Value))}</li>\n"));
        var title = words.Say("Rapports transversaux", "Transversal reports");
        var body = Html.Of($"""
            <header class="cover"><h1>{title}</h1></header>
            {(releases.Count == 0 ? Html.Of($"<p>{words.Say("Aucun rapport n'est encore publié.", "No report is published yet.")}</p>") : Html.Of($"<ul>{items}</ul>"))}
            """);
        return TypedResults.Content(PageFrame.Write(words, title, "/reports", body), HtmlType, Encoding.UTF8);
    }

    private static string NotYet(Words words)
    {
        var title = words.Say("Rapport non publié", "Report not published");
        return PageFrame.Write(words, title, "/reports", Html.Of($"""
            <header class="cover"><h1>{title}</h1></header>
            <p>{words.Say("Aucun rapport n'est publié sous ce numéro. Il paraît quand la campagne est publiée et que tous les dossiers validés sont arrivés.", "No report is published under this number. It appears when the campaign is published and all signed dossiers have arrived.")}</p>
            <p><a href="/reports">{words.Say("Tous les rapports", "All reports")}</a></p>
            """));
    }
}
