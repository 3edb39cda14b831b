using Microsoft.EntityFrameworkCore;
using Ptce.Reporting.Figures;
using Ptce.Reporting.Storage;
using Ptce.ServiceDefaults.Access;
using Ptce.ServiceDefaults.Http;
using Ptce.ServiceDefaults.Problems;

namespace Ptce.Reporting.Releases;

/// <summary>Published releases: tables and indicators, what each reader may see of them.</summary>
internal static class ReadReleases
{
    /// <summary>No such release, or not for this reader.</summary>
    public static readonly Problem UnknownRelease = new(
        "reporting.release.unknown",
        StatusCodes.Status404NotFound,
        "Aucun rapport n'est publié sous ce numéro.",
        "No report is published under this number.");

    private static readonly Problem UnknownTable = new(
        "reporting.table.unknown",
        StatusCodes.Status404NotFound,
        "Ce tableau n'existe pas : les tableaux vont de T1 à T12.",
        "There is no such table: tables go from T1 to T12.");

    public static void Map(RouteGroupBuilder group)
    {
        var releases = group.MapGroup("releases").AllowPublic();
        releases.MapGet("", ListAsync).WithSummary("Published releases, newest first");
        releases.MapGet("{release}", HeadAsync).WithSummary("Head of a release; 2015 is the latest of the year, 2015.2 that very one");
        releases.MapGet("{release}/tables", TablesAsync).WithSummary("All tables of a release");
        releases.MapGet("{release}/tables/{code}", TableAsync).WithSummary("One table, T1 to T12");
        releases.MapGet("{release}/indicators", IndicatorsAsync).WithSummary("Indicators I01 to I18; ?code=, ?pole= narrow the list");
    }

    /// <summary>What the caller may read: the public part, with the own values of the poles that the caller stands for.</summary>
    public static Audience AudienceOf(Caller caller) => !caller.IsSignedIn
        ? Audience.Public
        : caller.PolesWith(Permissions.ReportsReadNamed) is { } poles ? Audience.Of(poles) : Audience.Analyst;

    public static Language LanguageOf(HttpContext http) => Languages.Of(http.Request) == "en" ? Language.English : Language.French;

    private static async Task<IResult> ListAsync(ReportingDb db, int? limit, string? cursor, CancellationToken ct)
    {
        var size = Page.Size(limit);
        var after = Page.After<int[]>(cursor);
        var (year, number) = after is [var y, var n] ? (y, n) : (int.MaxValue, int.MaxValue);
        var rows = await db.Releases.AsNoTracking()
            .Where(release => release.State == ReleaseState.Published && (release.Year < year || (release.Year == year && release.Number < number)))
            .OrderByDescending(release => release.Year).ThenByDescending(release => release.Number)
            .Take(size + 1)
            .ToListAsync(ct);
        return TypedResults.Ok(Page.Of(rows, size, release => new[] { release.Year, release.Number }, release => View(release)));
    }

    private static ReleaseView View(Release release)
    {
        var head = System.Text.Json.JsonSerializer.Deserialize<ReleaseHead>(release.Head, ReleaseJson.Options)!;
        return new(release.Year, release.Number, $"{release.Year}.{release.Number}", release.PublishedAt!.Value, release.Digest, head.Demonstration, head.Poles.Count, head.Participants, head.Edition, head.ReferenceDate, head.FiscalYear);
    }

    private static async Task<IResult> HeadAsync(string release, ReleaseShelf shelf, HttpContext http, Caller caller, CancellationToken ct) =>
        await AnswerAsync(release, shelf, http, caller, (found, _, _) =>
        {
            var head = found.Content.Head;
            return new ReleaseView(found.Year, found.Number, found.Name, found.PublishedAt, found.Digest, head.Demonstration, head.Poles.Count, head.Participants, head.Edition, head.ReferenceDate, head.FiscalYear);
        }, ct);

    private static Task<IResult> TablesAsync(string release, ReleaseShelf shelf, HttpContext http, Caller caller, CancellationToken ct) =>
        AnswerAsync(release, shelf, http, caller, (found, audience, language) =>
            found.Content.Tables.Select(table => TableView.Of(audience.Filter(table), language, found.Content.Head.Demonstration)).ToList(), ct);

    private static async Task<IResult> TableAsync(string release, string code, ReleaseShelf shelf, HttpContext http, Caller caller, CancellationToken ct)
    {
        if (!Tables.TableCatalogue.All.Any(table => table.Code == code))
            return UnknownTable.With();
        return await AnswerAsync(release, shelf, http, caller, (found, audience, language) =>
            TableView.Of(audience.Filter(found.Content.Tables.Single(table => table.Code == code)), language, found.Content.Head.Demonstration), ct);
    }

    private static Task<IResult> IndicatorsAsync(string release, string? code, string? pole, ReleaseShelf shelf, HttpContext http, Caller caller, CancellationToken ct) =>
        AnswerAsync(release, shelf, http, caller, (found, audience, _) =>
            audience.Filter(found.Content.Figures.Where(figure => (code is null || figure.Code == code) && (pole is null || figure.Pole == pole)))
                .Select(figure => FigureView.Of(figure, found.Content.Head.Demonstration))
                .ToList(), ct);

    private static async Task<IResult> AnswerAsync<T>(string name, ReleaseShelf shelf, HttpContext http, Caller caller, Func<PublishedRelease, Audience, Language, T> answer, CancellationToken ct)
    {
        if (await shelf.FindAsync(name, caller.IsSignedIn && caller.Can(Permissions.ReportsManage), ct) is not { } found)
            return UnknownRelease.With();
        var (audience, language) = (AudienceOf(caller), LanguageOf(http));
        return ReleaseCaching.IsFresh(http, name, found, audience, language)
            ? TypedResults.StatusCode(StatusCodes.Status304NotModified)
            : TypedResults.Ok(answer(found, audience, language));
    }
}
