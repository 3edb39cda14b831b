using System.Security.Cryptography;
using System.Text;
using Microsoft.Net.Http.Headers;
using Ptce.Reporting.Figures;

namespace Ptce.Reporting.Releases;

/// <summary>What clients and proxies may keep: a numbered release for ever, the latest of a year until the next, never somebody's own view.</summary>
internal static class ReleaseCaching
{
    private const string ForEver = "public, max-age=31536000, immutable";
    private const string UntilNext = "public, no-cache";
    private const string Own = "private, no-cache";

    /// <summary>Writes the caching headers; true when the client's copy is still good.</summary>
    public static bool IsFresh(HttpContext http, string name, PublishedRelease release, Audience audience, Language language)
    {
        var isPublic = audience.Key.Length == 0;
        var tag = new EntityTagHeaderValue($"\"{Digest(release, audience, language)}\"");
        var headers = http.Response.GetTypedHeaders();
        headers.ETag = tag;
        http.Response.Headers.CacheControl = !isPublic || release.State != ReleaseState.Published ? Own : name == release.Name ? ForEver : UntilNext;
        http.Response.Headers.Vary = "Accept-Language, Authorization, Cookie";
        return http.Request.GetTypedHeaders().IfNoneMatch.Any(given => given.Compare(tag, useStrongComparison: false));
    }

    private static string Digest(PublishedRelease release, Audience audience, Language language) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{release.Name} {release.Digest} {audience.Key} {language}")))[..32];
}
