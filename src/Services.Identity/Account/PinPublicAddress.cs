using Microsoft.Extensions.Options;

namespace Ptce.Identity.Account;

/// <summary>
/// Sign-in pages and the OpenID Connect endpoints answer under the configured public address, whatever the Host or X-Forwarded headers say:
/// nobody can have a link or a redirect built for another site.
/// </summary>
internal sealed class PinPublicAddress(IOptions<IdentitySettings> settings) : IStartupFilter
{
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next)
    {
        var issuer = settings.Value.RequireIssuer();
        var host = HostString.FromUriComponent(issuer);
        return app =>
        {
            app.Use((http, rest) =>
            {
                var path = http.Request.Path;
                if (path.StartsWithSegments("/connect") || path.StartsWithSegments("/account") || path.StartsWithSegments("/.well-known"))
                    (http.Request.Scheme, http.Request.Host) = (issuer.Scheme, host);
                return rest(http);
            });
            next(app);
        };
    }
}
