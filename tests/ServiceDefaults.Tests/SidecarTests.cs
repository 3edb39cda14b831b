using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Ptce.ServiceDefaults.Access;
using Ptce.ServiceDefaults.Sections;
using Ptce.Testing;

namespace Ptce.ServiceDefaults.Tests;

/// <summary>
/// Calls between services answer the same directly and through Dapr service invocation. No sidecar can be had here: the stand-in speaks the documented
/// API (<c>/v1.0/invoke/{app-id}/method/{path}</c>) and forwards; a real sidecar was never run.
/// </summary>
public sealed class SidecarTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_owner_of_a_section_answers_the_same_directly_and_through_a_sidecar(bool throughSidecar)
    {
        await using var owner = await SampleApp.StartAsync(
            configure: builder => builder.Services.AddSectionOwner<SampleOwner>("members"),
            map: app => app.MapSectionOwner("members"));
        await using var identity = await StandInIdentityAsync();
        await using var sidecar = await StandInSidecarAsync(new() { ["members"] = owner.Address, ["identity"] = Address(identity) });
        var settings = new Dictionary<string, string?> { ["Identity:Client:Id"] = "service-survey", ["Identity:Client:Secret"] = "of the test" };
        if (throughSidecar)
        {
            settings["DAPR_HTTP_ENDPOINT"] = Address(sidecar).ToString().TrimEnd('/');
        }
        else
        {
            settings["services:members:http:0"] = owner.Address.ToString();
            settings["services:identity:http:0"] = Address(identity).ToString();
        }
        await using var caller = await SampleApp.StartAsync("survey", settings);
        var remote = caller.Services.GetRequiredService<SectionOwners>().Get("members");

        Assert.Equal(new SectionHead(12, 0, 1, 40, 46, true), await remote.ReadHeadAsync(SampleOwner.Dossier, "morphology", default));
        Assert.Null(await remote.ReadHeadAsync(Guid.Empty, "morphology", default));
        Assert.Equal("{\"section\":\"é\"}"u8.ToArray(), await remote.ReadCopyAsync(SampleOwner.Digest, default));
        Assert.Null(await remote.ReadCopyAsync(new string('b', 64), default));
        Assert.Equal(throughSidecar, sidecar.Services.GetRequiredService<Seen>().Paths.Exists(path => path.StartsWith("/v1.0/invoke/members/method/internal/members/sections/", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task The_inside_of_a_service_is_closed_to_people_and_to_machines_without_the_permission()
    {
        await using var owner = await SampleApp.StartAsync(
            configure: builder => builder.Services.AddSectionOwner<SampleOwner>("members"),
            map: app => app.MapSectionOwner("members"));
        foreach (var token in (string[])[TestTokens.Person("analyst"), TestTokens.Person("administrator"), TestTokens.Machine("dossiers.read")])
        {
            using var client = owner.Client(token);
            using var answer = await client.GetAsync(new Uri($"/internal/members/sections/copies/{SampleOwner.Digest}", UriKind.Relative));
            Assert.Equal(System.Net.HttpStatusCode.Forbidden, answer.StatusCode);
        }
    }

    private sealed class Seen
    {
        public List<string> Paths { get; } = [];
    }

    private static async Task<WebApplication> StandInIdentityAsync()
    {
        var app = Bare();
        app.MapPost("/connect/token", async (HttpRequest request) =>
        {
            var form = await request.ReadFormAsync();
            return form["client_secret"] == "of the test"
                ? Results.Json(new { access_token = TestTokens.Machine(Permissions.InternalRead), expires_in = 300, token_type = "Bearer" })
                : Results.Unauthorized();
        });
        await app.StartAsync();
        return app;
    }

    private static async Task<WebApplication> StandInSidecarAsync(Dictionary<string, Uri> apps)
    {
        var app = Bare();
        app.Map("/v1.0/invoke/{appId}/method/{**path}", async (string appId, string path, HttpContext http, Seen seen) =>
        {
            seen.Paths.Add(http.Request.Path);
            using var client = new HttpClient { BaseAddress = apps[appId] };
            using var forwarded = new HttpRequestMessage(new HttpMethod(http.Request.Method), "/" + path + http.Request.QueryString);
            if (http.Request.Headers.Authorization.Count > 0)
                forwarded.Headers.TryAddWithoutValidation("Authorization", http.Request.Headers.Authorization.ToString());
            if (HttpMethods.IsPost(http.Request.Method))
            {
                forwarded.Content = new StreamContent(http.Request.Body);
                forwarded.Content.Headers.TryAddWithoutValidation("Content-Type", http.Request.ContentType);
            }
            using var answer = await client.SendAsync(forwarded);
            http.Response.StatusCode = (int)answer.StatusCode;
            http.Response.ContentType = answer.Content.Headers.ContentType?.ToString();
            await answer.Content.CopyToAsync(http.Response.Body);
        });
        await app.StartAsync();
        return app;
    }

    private static WebApplication Bare()
    {
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.SetMinimumLevel(LogLevel.Critical);
        builder.Services.AddSingleton<Seen>();
        return builder.Build();
    }

    private static Uri Address(WebApplication app) => new(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
}
