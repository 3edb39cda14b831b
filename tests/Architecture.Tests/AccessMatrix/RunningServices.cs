using System.Net.Http.Headers;
using System.Net.Http.Json;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Ptce.Finance;
using Ptce.Identity;
using Ptce.Members;
using Ptce.Reporting;
using Ptce.Survey;
using Ptce.Testing;

namespace Ptce.Architecture.Tests.AccessMatrix;

/// <summary>Every service, alone, over real HTTP: what the gateway would or would not let through plays no part.</summary>
public sealed class RunningServices : IDisposable
{
    private readonly Dictionary<string, IRunning> services = new(StringComparer.Ordinal)
    {
        ["members"] = new Running<MembersAssembly>(),
        ["survey"] = new Running<SurveyService>(),
        ["finance"] = new Running<FinanceDb>(),
        ["reporting"] = new Running<ReportingService>(),
        ["identity"] = new Running<IdentityHost>(),
    };

    public static TheoryData<string> Names => ["members", "survey", "finance", "reporting", "identity"];

    /// <summary>Every endpoint of a service: method and route.</summary>
    public IReadOnlyList<(string Method, RouteEndpoint Endpoint)> Endpoints(string service) =>
    [
        .. services[service].Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .SelectMany(endpoint => (endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET"]).Select(method => (method, endpoint)))
            .DistinctBy(one => $"{one.method} {Pattern(one.endpoint)}")
            .OrderBy(one => Pattern(one.endpoint), StringComparer.Ordinal).ThenBy(one => one.method, StringComparer.Ordinal),
    ];

    /// <summary>Two poles, so that one's own and another's can be told apart.</summary>
    public async Task SeedAsync()
    {
        if (seeded)
            return;
        using var machine = Client("members", TestTokens.Machine("*"));
        foreach (var key in (string[])["phares", "lille"])
        {
            var answer = await machine.PutAsJsonAsync($"/api/members/poles/{key}", new { name = Canary + key, provenance = "document", source = "test" });
            Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        }
        seeded = true;
    }

    /// <summary>Begins the name of every seeded thing: where it shows, something of a pole is seen.</summary>
    public const string Canary = "Canari ";

    private bool seeded;

    public HttpClient Client(string service, string? token)
    {
        var client = services[service].Client();
        if (token is not null)
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return client;
    }

    public static string Pattern(RouteEndpoint endpoint) => "/" + endpoint.RoutePattern.RawText!.Trim('/');

    public void Dispose()
    {
        foreach (var service in services.Values)
            service.Dispose();
    }

    private interface IRunning : IDisposable
    {
        IServiceProvider Services { get; }

        HttpClient Client();
    }

    private sealed class Running<TMarker> : IRunning where TMarker : class
    {
        private readonly ServiceFactory<TMarker> factory = new();

        public Running()
        {
            factory.Settings["Logging:LogLevel:Default"] = "None";
            factory.Settings["Identity:FirstAdministrator:Password"] = "un cheval correct agrafe la pile";
        }

        public IServiceProvider Services
        {
            get
            {
                using var start = factory.CreateClient();
                return factory.Services;
            }
        }

        public HttpClient Client() => factory.CreateClient(new() { AllowAutoRedirect = false });

        public void Dispose() => factory.Dispose();
    }
}
