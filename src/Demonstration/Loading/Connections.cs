using System.Net;

namespace Ptce.Demonstration.Loading;

/// <summary>Connections to the system: redirects are read, not followed; only a browser keeps cookies.</summary>
internal static class Connections
{
    public static HttpClient Client(Uri url, bool cookies, Func<HttpMessageHandler, HttpMessageHandler> watch) =>
        new(watch(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = cookies,
            CookieContainer = new CookieContainer(),
            ConnectTimeout = TimeSpan.FromSeconds(5),
            PooledConnectionLifetime = TimeSpan.FromMinutes(2),
        }))
        {
            BaseAddress = url,
            Timeout = TimeSpan.FromSeconds(30),
        };
}
