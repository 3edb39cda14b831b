using Ptce.ServiceDefaults.Problems;

namespace Ptce.Gateway.Protection;

/// <summary>What services tell each other is not for the world: <c>/internal</c> does not exist from outside, in either host.</summary>
internal sealed class ClosedPaths(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext http) =>
        http.Request.Path.StartsWithSegments("/internal", StringComparison.OrdinalIgnoreCase)
            ? RequestProblems.NotFound.With().ExecuteAsync(http)
            : next(http);
}
