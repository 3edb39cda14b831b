using System.Net;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Testing;

namespace Ptce.AppHost.Tests;

/// <summary>Runs where Aspire restores and its orchestrator runs; not part of ptce.slnf.</summary>
public sealed class DistributedSystemTests
{
    [Fact]
    public async Task The_distributed_system_starts_and_its_gateway_is_healthy()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(5));
        var builder = await DistributedApplicationTestingBuilder.CreateAsync<Projects.AppHost>(["--Infrastructure=native"], limit.Token);
        await using var app = await builder.BuildAsync(limit.Token);
        await app.StartAsync(limit.Token);
        await app.ResourceNotifications.WaitForResourceHealthyAsync("gateway", limit.Token);

        using var client = app.CreateHttpClient("gateway");
        using var health = await client.GetAsync(new Uri("/health", UriKind.Relative), limit.Token);
        Assert.Equal(HttpStatusCode.OK, health.StatusCode);
        using var refused = await client.GetAsync(new Uri("/api/survey/campaigns", UriKind.Relative), limit.Token);
        Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
    }
}
