using Ptce.Gateway.Protection;
using Ptce.Gateway.Session;

namespace Ptce.Gateway;

/// <summary>What every request passes before anything else looks at it; outermost, so that no answer leaves without it.</summary>
internal sealed class FrontDoorPipeline : IStartupFilter
{
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.UseForwardedHeaders();
        app.UseMiddleware<SecurityHeaders>();
        app.UseMiddleware<ClosedPaths>();
        app.UseMiddleware<BodyLimits>();
        app.UseRateLimiter();
        app.UseMiddleware<SessionTokens>();
        next(app);
    };
}
