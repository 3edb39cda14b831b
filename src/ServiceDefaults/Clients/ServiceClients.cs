using Dapr.Client;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Ptce.ServiceDefaults.Access;
using Ptce.ServiceDefaults.Sections;

namespace Ptce.ServiceDefaults.Clients;

/// <summary>
/// HTTP clients to the other services: service discovery with standard resilience, or Dapr service invocation when a sidecar is configured
/// (<c>DAPR_HTTP_ENDPOINT</c> or <c>DAPR_HTTP_PORT</c>). Callers see no difference.
/// </summary>
public static class ServiceClients
{
    /// <summary>Name of the client to a service.</summary>
    /// <param name="service">Service name, also its Dapr app id.</param>
    public static string Name(string service) => "service:" + service;

    internal static void AddServiceClients(this IHostApplicationBuilder builder)
    {
        var services = builder.Services;
        var sidecar = Sidecar(builder.Configuration);
        services.AddServiceDiscovery();
        services.AddSingleton<ServiceTokens>();
        services.AddTransient<ServiceTokenHandler>();
        services.AddSingleton<SectionOwners>();
        foreach (var service in ServiceHost.Services)
            services.AddServiceClient(Name(service), service, sidecar).AddHttpMessageHandler<ServiceTokenHandler>();
        services.AddServiceClient(RemoteSigningKeys.Client, "identity", sidecar);
        services.AddServiceClient(ServiceTokens.Client, "identity", sidecar);
    }

    private static IHttpClientBuilder AddServiceClient(this IServiceCollection services, string name, string service, Uri? sidecar)
    {
        var client = services.AddHttpClient(name, http => http.BaseAddress = new Uri($"http://{service}/"));
        client.AddStandardResilienceHandler();
        if (sidecar is null)
            client.AddServiceDiscovery();
        else
            client.AddHttpMessageHandler(() => new InvocationHandler { DaprEndpoint = sidecar.ToString() });
        return client;
    }

    private static Uri? Sidecar(IConfiguration configuration)
    {
        if (configuration["DAPR_HTTP_ENDPOINT"] is { Length: > 0 } endpoint)
            return new Uri(endpoint);
        return configuration["DAPR_HTTP_PORT"] is { Length: > 0 } port ? new Uri($"http://127.0.0.1:{port}") : null;
    }
}
