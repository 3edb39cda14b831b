using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace Ptce.Gateway.Tests.Protection;

public sealed class FrontDoorTests(Observatory observatory) : IClassFixture<Observatory>
{
    [Theory]
    [InlineData("/")]
    [InlineData("/account/sign-in")]
    [InlineData("/api/identity/me")]
    [InlineData("/nowhere")]
    public async Task Every_answer_carries_the_security_headers(string path)
    {
        using var browser = observatory.Browser();
        var answer = await browser.GetAsync(new Uri(path, UriKind.Relative));
        Assert.Contains("frame-ancestors 'none'", Header(answer, "Content-Security-Policy"), StringComparison.Ordinal);
        Assert.DoesNotContain("script-src *", Header(answer, "Content-Security-Policy"), StringComparison.Ordinal);
        Assert.Equal("nosniff", Header(answer, "X-Content-Type-Options"));
        Assert.Equal("same-origin", Header(answer, "Cross-Origin-Opener-Policy"));
        Assert.StartsWith("max-age=", Header(answer, "Strict-Transport-Security"), StringComparison.Ordinal);
        Assert.False(answer.Headers.Contains("Server"));
    }

    [Theory]
    [InlineData("/internal/members/sections/heads/0/morphology")]
    [InlineData("/INTERNAL/members")]
    [InlineData("//internal/members")]
    [InlineData("/internal%2fmembers")]
    [InlineData("/api/../internal/members")]
    public async Task What_services_tell_each_other_does_not_exist_from_outside(string path)
    {
        using var browser = observatory.Browser();
        var seen = observatory.Network.Seen.Count;
        var answer = await browser.GetAsync(new Uri("https://observatoire.test" + path));
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal(seen, observatory.Network.Seen.Count);
    }

    [Fact]
    public async Task A_body_beyond_the_limit_is_refused_before_it_is_read()
    {
        using var browser = observatory.Browser();
        using var body = new StringContent(new string(' ', 5 * 1024 * 1024), Encoding.UTF8, "application/json");
        var answer = await browser.PostAsync(new Uri("/api/survey/dossiers", UriKind.Relative), body);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Equal("request.body.too-large", await CodeAsync(answer));
    }

    [Fact]
    public async Task A_service_that_is_away_is_said_to_be_away()
    {
        using var browser = observatory.Browser();
        browser.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en");
        var answer = await browser.GetAsync(new Uri("/api/members/poles", UriKind.Relative));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.True(answer.Headers.RetryAfter?.Delta > TimeSpan.Zero);
        Assert.Equal("request.service.unavailable", await CodeAsync(answer));
    }

    [Fact]
    public async Task Who_asks_too_often_is_told_for_how_long_to_wait()
    {
        using var limited = new Observatory(new Dictionary<string, string> { ["RateLimits:PerAddress"] = "2", ["RateLimits:Burst"] = "2" });
        using var browser = limited.Browser();
        var answers = new List<HttpResponseMessage>();
        for (var i = 0; i < 6; i++)
            answers.Add(await browser.GetAsync(new Uri("/session", UriKind.Relative)));
        var refused = answers.First(answer => answer.StatusCode == HttpStatusCode.TooManyRequests);
        Assert.Equal("request.rate.exceeded", await CodeAsync(refused));
        Assert.True(refused.Headers.RetryAfter?.Delta >= TimeSpan.FromSeconds(1));
        Assert.Contains("nosniff", Header(refused, "X-Content-Type-Options"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_callers_excess_is_not_anothers()
    {
        using var limited = new Observatory(new Dictionary<string, string> { ["RateLimits:PerCaller"] = "1", ["RateLimits:Burst"] = "3" });
        Assert.Equal(HttpStatusCode.TooManyRequests, (await AskAsync("first", 5))[^1]);
        Assert.Equal(HttpStatusCode.Unauthorized, (await AskAsync("second", 1))[^1]);

        async Task<List<HttpStatusCode>> AskAsync(string token, int times)
        {
            using var client = limited.Browser();
            client.DefaultRequestHeaders.Authorization = new("Bearer", token);
            var statuses = new List<HttpStatusCode>();
            for (var i = 0; i < times; i++)
                statuses.Add((await client.GetAsync(new Uri("/api/identity/me", UriKind.Relative))).StatusCode);
            return statuses;
        }
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData("203.0.113.9", null)]
    [InlineData("192.0.2.0/24", "198.51.100.7")]
    public async Task Forwarded_addresses_count_only_from_known_proxies(string? known, string? expected)
    {
        var settings = new Dictionary<string, string> { ["Network:ProxyHops"] = "1" };
        if (known is not null)
            settings["Network:KnownProxies:0"] = known;
        using var own = new Observatory(settings);
        System.Net.IPAddress? seen = null;
        await own.Gateway.Server.SendAsync(http =>
        {
            http.Request.Path = "/session";
            http.Request.Headers["X-Forwarded-For"] = "198.51.100.7";
            http.Connection.RemoteIpAddress = System.Net.IPAddress.Parse("192.0.2.1");
            http.Response.OnCompleted(() => Task.CompletedTask);
        }).ContinueWith(context => seen = context.Result.Connection.RemoteIpAddress, TaskScheduler.Default);
        Assert.Equal(expected ?? "192.0.2.1", seen?.ToString());
    }

    [Fact]
    public void Without_the_secret_shared_with_Identity_the_gateway_does_not_start()
    {
        using var bare = new Ptce.Testing.ServiceFactory<GatewayHost>();
        Assert.Throws<InvalidOperationException>(() => bare.CreateClient());
    }

    private static string Header(HttpResponseMessage answer, string name) => string.Join(", ", answer.Headers.GetValues(name));

    private static async Task<string?> CodeAsync(HttpResponseMessage answer) =>
        (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString();
}
