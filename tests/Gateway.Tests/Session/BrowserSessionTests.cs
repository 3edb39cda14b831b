using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Ptce.Gateway.Session;

namespace Ptce.Gateway.Tests.Session;

public sealed class BrowserSessionTests(Observatory observatory) : IClassFixture<Observatory>
{
    private static readonly Uri Me = new("/api/identity/me", UriKind.Relative);
    private static readonly Uri State = new("/session", UriKind.Relative);

    [Fact]
    public async Task Signing_in_leaves_one_hardened_cookie_and_no_token_in_the_browser()
    {
        using var browser = observatory.Browser();
        var way = await Observatory.SignInAsync(browser);
        var cookies = way.SelectMany(answer => answer.Headers.TryGetValues("Set-Cookie", out var values) ? values : []).ToList();
        var session = cookies.Single(cookie => cookie.StartsWith("__Host-ptce-session=", StringComparison.Ordinal));
        Assert.Contains("secure", session, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("httponly", session, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", session, StringComparison.OrdinalIgnoreCase);
        Assert.All(cookies, cookie => Assert.DoesNotContain("eyJ", cookie, StringComparison.Ordinal));
        Assert.True(session.Length < 700, "the cookie is a key, not a container");
        foreach (var answer in way)
            Assert.DoesNotContain("access_token", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        var state = await browser.GetStringAsync(State);
        Assert.DoesNotContain("eyJ", state, StringComparison.Ordinal);
        Assert.Equal(["administrator"], JsonDocument.Parse(state).RootElement.GetProperty("grants").EnumerateArray().Select(grant => grant.GetString()));
    }

    [Fact]
    public async Task The_cookie_opens_the_API_and_what_it_shows_is_not_cached()
    {
        using var browser = await observatory.SignedInAsync();
        var answer = await browser.GetAsync(Me);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.True(answer.Headers.CacheControl?.NoStore);
        using var stranger = observatory.Browser();
        Assert.Equal(HttpStatusCode.Unauthorized, (await stranger.GetAsync(Me)).StatusCode);
    }

    [Fact]
    public async Task A_change_without_the_pages_own_token_is_refused()
    {
        using var browser = await observatory.SignedInAsync();
        var person = new { id = Guid.CreateVersion7(), email = "forged@phares.example", name = "Jeanne" };
        var forged = await browser.PostAsJsonAsync("/api/identity/people", person);
        Assert.Equal(HttpStatusCode.Forbidden, forged.StatusCode);
        Assert.Equal("request.session.forged", (await forged.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString());

        using var other = await observatory.SignedInAsync();
        browser.DefaultRequestHeaders.Add(ForgeryTokens.Header, await CsrfAsync(other));
        Assert.Equal(HttpStatusCode.Forbidden, (await browser.PostAsJsonAsync("/api/identity/people", person)).StatusCode);

        browser.DefaultRequestHeaders.Remove(ForgeryTokens.Header);
        browser.DefaultRequestHeaders.Add(ForgeryTokens.Header, await CsrfAsync(browser));
        Assert.Equal(HttpStatusCode.Created, (await browser.PostAsJsonAsync("/api/identity/people", person)).StatusCode);
    }

    [Fact]
    public async Task A_session_outlives_its_access_token_and_requests_that_come_together_share_one_refresh()
    {
        using var browser = await observatory.SignedInAsync();
        var csrf = await CsrfAsync(browser);
        observatory.Clock.Advance(TimeSpan.FromMinutes(6));
        var before = observatory.Network.Seen.Count(request => request.RequestUri!.AbsolutePath == "/connect/token");
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => browser.GetAsync(Me)));
        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
        Assert.InRange(observatory.Network.Seen.Count(request => request.RequestUri!.AbsolutePath == "/connect/token") - before, 1, 3);

        // The page opened before the refresh may still send its forms.
        browser.DefaultRequestHeaders.Add(ForgeryTokens.Header, csrf);
        var answer = await browser.PostAsJsonAsync("/api/identity/people", new { id = Guid.CreateVersion7(), email = "afterwards@phares.example", name = "Jeanne" });
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
    }

    [Fact]
    public async Task Closing_an_account_ends_the_browsers_session_within_one_tokens_life()
    {
        var id = Guid.CreateVersion7();
        const string password = "la marée monte sans bruit ici";
        using var administrator = observatory.Administrator;
        (await administrator.PostAsJsonAsync("/api/identity/people", new { id, email = "leaving@phares.example", name = "Jeanne", password })).EnsureSuccessStatusCode();
        (await administrator.PostAsJsonAsync($"/api/identity/people/{id}/grants", new { role = "observer" })).EnsureSuccessStatusCode();
        using var browser = await observatory.SignedInAsync("leaving@phares.example", password);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(Me)).StatusCode);

        using var close = new HttpRequestMessage(HttpMethod.Put, $"/api/identity/people/{id}");
        close.Content = JsonContent.Create(new { email = "leaving@phares.example", name = "Jeanne", open = false });
        close.Headers.IfMatch.ParseAdd("\"1\"");
        (await administrator.SendAsync(close)).EnsureSuccessStatusCode();
        observatory.Clock.Advance(TimeSpan.FromMinutes(6));
        Assert.Equal(HttpStatusCode.Unauthorized, (await browser.GetAsync(Me)).StatusCode);
        Assert.False((await browser.GetFromJsonAsync<JsonElement>(State)).GetProperty("signedIn").GetBoolean());
    }

    [Fact]
    public async Task Signing_out_ends_the_session_and_revokes_its_tokens()
    {
        using var browser = await observatory.SignedInAsync();
        var refused = await browser.PostAsync(new Uri("/session/sign-out", UriKind.Relative), null);
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);

        using var form = new FormUrlEncodedContent(new Dictionary<string, string> { [ForgeryTokens.Field] = await CsrfAsync(browser) });
        var answer = await browser.PostAsync(new Uri("/session/sign-out", UriKind.Relative), form);
        Assert.StartsWith("/connect/logout", answer.Headers.Location?.OriginalString, StringComparison.Ordinal);
        Assert.Contains(observatory.Network.Seen, request => request.RequestUri!.AbsolutePath == "/connect/revoke");
        Assert.Equal(HttpStatusCode.Unauthorized, (await browser.GetAsync(Me)).StatusCode);

        var end = await browser.GetAsync(answer.Headers.Location);
        Assert.Equal("https://observatoire.test/", end.Headers.Location?.OriginalString);
        var again = await browser.GetAsync(new Uri("/account", UriKind.Relative));
        Assert.Equal("/account/sign-in", again.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task A_session_survives_a_restart_of_the_gateway()
    {
        using var own = new Observatory();
        using var before = own.Browser();
        var way = await Observatory.SignInAsync(before);
        var cookie = way.SelectMany(answer => answer.Headers.TryGetValues("Set-Cookie", out var values) ? values : [])
            .Single(value => value.StartsWith("__Host-ptce-session=", StringComparison.Ordinal)).Split(';')[0];
        own.RestartGateway();
        using var after = own.Browser();
        after.DefaultRequestHeaders.Add("Cookie", cookie);
        Assert.Equal(HttpStatusCode.OK, (await after.GetAsync(Me)).StatusCode);
    }

    [Fact]
    public async Task A_callback_that_nobody_asked_for_signs_nobody_in()
    {
        using var browser = observatory.Browser();
        var answer = await browser.GetAsync(new Uri("/session/callback?code=stolen&state=made-up", UriKind.Relative));
        Assert.Equal("/?sign-in=failed", answer.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task While_Identity_is_away_a_session_waits_rather_than_ends()
    {
        using var own = new Observatory();
        using var browser = await own.SignedInAsync();
        own.Clock.Advance(TimeSpan.FromMinutes(6));
        own.Network.Answer("identity", _ => throw new HttpRequestException("Connection refused"));
        var answer = await browser.GetAsync(Me);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.True((await browser.GetFromJsonAsync<JsonElement>(State)).GetProperty("signedIn").GetBoolean());
    }

    private static async Task<string> CsrfAsync(HttpClient browser) => (await browser.GetFromJsonAsync<JsonElement>(State)).GetProperty("csrf").GetString()!;
}
