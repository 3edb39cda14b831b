using Microsoft.Extensions.ServiceDiscovery.Http;
using Ptce.ServiceDefaults;
using Ptce.ServiceDefaults.Access;
using Ptce.ServiceDefaults.Problems;
using Yarp.ReverseProxy.Configuration;
using Yarp.ReverseProxy.Forwarder;

namespace Ptce.Gateway.Routes;

/// <summary>Which path belongs to which service. Paths are never rewritten: they are the same behind the gateway and in one process.</summary>
internal static class ServiceRoutes
{
    private static readonly (string Service, string Path)[] Pages =
    [
        ("reporting", "/reports/{**rest}"),
        ("reporting", "/open-data/{**rest}"),
        ("identity", "/account/{**rest}"),
        ("identity", "/connect/{**rest}"),
        ("identity", "/.well-known/{**rest}"),
    ];

    public static void AddServiceRoutes(this WebApplicationBuilder builder)
    {
        builder.Services.AddReverseProxy().LoadFromMemory(Routes(), Clusters(builder.Configuration.GetValue("Limits:SecondsPerRequest", 100)));
        builder.Services.AddSingleton<IForwarderHttpClientFactory, DiscoveringForwarder>();
    }

    public static void MapServiceRoutes(this WebApplication app) =>
        app.MapReverseProxy(proxy => proxy.Use(async (http, next) =>
        {
            await next();
            // The service is away for the moment, or took too long: clients may repeat, every write is idempotent.
            if (http.GetForwarderErrorFeature() is { Error: not (ForwarderError.RequestCanceled or ForwarderError.RequestBodyCanceled) } failure && !http.Response.HasStarted)
            {
                http.Response.Clear();
                var problem = failure.Exception is BadHttpRequestException { StatusCode: 413 } ? RequestProblems.TooLarge : RequestProblems.Unavailable;
                await problem.With().ExecuteAsync(http);
            }
        })).AllowPublic();

    internal static List<RouteConfig> Routes()
    {
        List<RouteConfig> routes = [.. Pages.Select((page, number) => Route($"page-{number}", page.Service, page.Path))];
        foreach (var service in ServiceHost.Services)
        {
            routes.Add(Route($"api-{service}", service, $"/api/{service}/{{**rest}}"));
            routes.Add(Route($"openapi-{service}", service, $"/openapi/{service}.json"));
        }
        return routes;
    }

    private static RouteConfig Route(string id, string service, string path) =>
        new() { RouteId = id, ClusterId = service, Match = new RouteMatch { Path = path } };

    private static List<ClusterConfig> Clusters(int seconds) =>
    [
        .. ServiceHost.Services.Select(service => new ClusterConfig
        {
            ClusterId = service,
            Destinations = new Dictionary<string, DestinationConfig> { [service] = new() { Address = $"http://{service}/" } },
            HttpRequest = new ForwarderRequestConfig { ActivityTimeout = TimeSpan.FromSeconds(seconds) },
        }),
    ];
}

/// <summary>Finds the services by service discovery, as every other client of theirs does.</summary>
internal sealed class DiscoveringForwarder(IServiceDiscoveryHttpMessageHandlerFactory discovery) : ForwarderHttpClientFactory
{
    protected override HttpMessageHandler WrapHandler(ForwarderHttpClientContext context, HttpMessageHandler handler) =>
        discovery.CreateHandler(base.WrapHandler(context, handler));
}
