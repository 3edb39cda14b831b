using Ptce.Reporting.Figures;
using Ptce.Reporting.Releases;
using Ptce.Reporting.Tables;
using Ptce.ServiceDefaults.Access;

namespace Ptce.Reporting.Documents;

/// <summary>A release as one reader may see it, in one language.</summary>
internal sealed record AskedRelease(PublishedRelease Release, Audience Audience, Language Language, HttpContext Http)
{
    public IReadOnlyList<Table> Tables { get; } = [.. Release.Content.Tables.Select(Audience.Filter)];

    public IReadOnlyList<Figure> Figures { get; } = [.. Audience.Filter(Release.Content.Figures)];

    public bool Demonstration => Release.Content.Head.Demonstration;

    public IServiceProvider Services => Http.RequestServices;

    public CancellationToken Aborted => Http.RequestAborted;

    /// <summary>Address of the site, for links in documents that leave it.</summary>
    public string Site => $"{Http.Request.Scheme}://{Http.Request.Host}";
}

/// <summary>Finds the release that a request names, answers 404 or 304 when there is nothing to send.</summary>
internal sealed record Ask(HttpContext Http, Caller Caller, ReleaseShelf Shelf)
{
    public static ValueTask<Ask?> BindAsync(HttpContext http) =>
        ValueTask.FromResult<Ask?>(new(http, new Caller(http.User), http.RequestServices.GetRequiredService<ReleaseShelf>()));

    public Task<IResult> WithAsync(Func<AskedRelease, IResult> answer, CancellationToken ct) => WithAsync(found => Task.FromResult(answer(found)), ct);

    public async Task<IResult> WithAsync(Func<AskedRelease, Task<IResult>> answer, CancellationToken ct)
    {
        var name = Http.GetRouteValue("release") as string ?? "";
        if (await Shelf.FindAsync(name, Caller.IsSignedIn && Caller.Can(Permissions.ReportsManage), ct) is not { } found)
            return ReadReleases.UnknownRelease.With();
        var (audience, language) = (ReadReleases.AudienceOf(Caller), ReadReleases.LanguageOf(Http));
        return ReleaseCaching.IsFresh(Http, name, found, audience, language)
            ? TypedResults.StatusCode(StatusCodes.Status304NotModified)
            : await answer(new(found, audience, language, Http));
    }
}
