using Microsoft.AspNetCore.Http.Features;
using Ptce.ServiceDefaults.Problems;

namespace Ptce.Gateway.Protection;

/// <summary>
/// How much a request may carry: 4 MB as a rule, more where files are sent. Configuration <c>Limits:BodyMegabytes</c> and
/// <c>Limits:FileMegabytes</c>.
/// </summary>
internal sealed class BodyLimits(RequestDelegate next, IConfiguration configuration)
{
    private const long Megabyte = 1024 * 1024;
    private readonly long usual = configuration.GetValue("Limits:BodyMegabytes", 4) * Megabyte;
    private readonly long files = configuration.GetValue("Limits:FileMegabytes", 256) * Megabyte;

    public Task InvokeAsync(HttpContext http)
    {
        var most = CarriesFile(http.Request) ? files : usual;
        if (http.Request.ContentLength > most)
            return RequestProblems.TooLarge.With().ExecuteAsync(http);
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = most;
        return next(http);
    }

    // Ledgers (fichier des écritures comptables), evidence and member lists are files; JSON and forms are not.
    private static bool CarriesFile(HttpRequest request) =>
        request.Path.StartsWithSegments("/api") && request.ContentType is { } type
        && !type.StartsWith("application/json", StringComparison.OrdinalIgnoreCase)
        && !type.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase);
}
