using System.Globalization;
using Microsoft.AspNetCore.Http;
using Ptce.ServiceDefaults.Problems;

namespace Ptce.ServiceDefaults.Http;

/// <summary>Optimistic concurrency over HTTP: <c>ETag</c> out, <c>If-Match</c> in.</summary>
public static class Preconditions
{
    /// <summary>Writes the version as the answer's ETag.</summary>
    /// <param name="http">The request.</param>
    /// <param name="version">Version of the row.</param>
    public static void SetETag(HttpContext http, long version) => http.Response.Headers.ETag = Tag(version);

    /// <summary>The ETag of a version.</summary>
    /// <param name="version">Version of the row.</param>
    public static string Tag(long version) => string.Create(CultureInfo.InvariantCulture, $"\"{version}\"");

    /// <summary>Checks that the client edits the version it read.</summary>
    /// <param name="http">The request.</param>
    /// <param name="version">Version of the row now.</param>
    /// <param name="current">The current value, enclosed when the client's is stale.</param>
    /// <param name="proposed">What the client sent, enclosed beside it.</param>
    /// <returns>Null when the edit may go on; 428 or 412 otherwise.</returns>
    public static ProblemResult? Check(HttpContext http, long version, object? current = null, object? proposed = null)
    {
        var given = http.Request.Headers.IfMatch.ToString();
        if (string.IsNullOrEmpty(given))
            return RequestProblems.PreconditionMissing.With();
        if (given == "*" || given.Split(',', StringSplitOptions.TrimEntries).Contains(Tag(version), StringComparer.Ordinal))
            return null;
        SetETag(http, version);
        return RequestProblems.PreconditionStale.With().Including("current", current).Including("proposed", proposed);
    }
}
