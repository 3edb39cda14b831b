using Microsoft.Extensions.Options;
using Ptce.Gateway.Session;

namespace Ptce.Gateway.Protection;

/// <summary>Headers that tell browsers to trust nothing they need not. A page may bring a content security policy of its own; none means the strictest.</summary>
internal sealed class SecurityHeaders(RequestDelegate next, IOptions<SessionSettings> settings)
{
    private const string Pages = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; "
        + "connect-src 'self'; manifest-src 'self'; worker-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    // The API page's own loader is inline; the application compiles WebAssembly. Neither may reach another origin.
    private static readonly (PathString Path, string Policy)[] Special =
    [
        ("/api-docs", Pages.Replace("script-src 'self'", "script-src 'self' 'unsafe-inline'", StringComparison.Ordinal).Replace("font-src 'self'", "font-src 'self' data:", StringComparison.Ordinal)),
        ("/app", Pages.Replace("script-src 'self'", "script-src 'self' 'wasm-unsafe-eval'", StringComparison.Ordinal).Replace("img-src 'self' data:", "img-src 'self' data: blob:", StringComparison.Ordinal)),
        ("/api", "default-src 'none'; frame-ancestors 'none'"),
        // After signing in, the form's answer leads to the client's own address; Identity's page allows no script at all.
        ("/account", "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; frame-ancestors 'none'"),
    ];

    private readonly bool https = settings.Value.Issuer.Scheme == Uri.UriSchemeHttps;

    public Task InvokeAsync(HttpContext http)
    {
        http.Response.OnStarting(static state =>
        {
            var (self, http) = ((SecurityHeaders, HttpContext))state;
            self.Write(http);
            return Task.CompletedTask;
        }, (this, http));
        return next(http);
    }

    private void Write(HttpContext http)
    {
        var headers = http.Response.Headers;
        if (headers.ContentSecurityPolicy.Count == 0)
            headers.ContentSecurityPolicy = Policy(http.Request.Path);
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "accelerometer=(), autoplay=(), camera=(self), display-capture=(), geolocation=(), gyroscope=(), microphone=(), midi=(), payment=(), usb=()";
        if (https)
            headers.StrictTransportSecurity = "max-age=31536000; includeSubDomains";
        headers.Remove("Server");
        headers.Remove("X-Powered-By");
    }

    private static string Policy(PathString path)
    {
        foreach (var (prefix, policy) in Special)
        {
            if (path.StartsWithSegments(prefix))
                return policy;
        }
        return Pages;
    }
}
