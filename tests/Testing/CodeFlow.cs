using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Xunit;

namespace Ptce.Testing;

/// <summary>
/// A plain OpenID Connect client, as a third party would write it: authorization code with PKCE, the sign-in form filled in as a browser does.
/// The HTTP client must keep cookies and must not follow redirects.
/// </summary>
public sealed partial class CodeFlow(HttpClient http)
{
    public string ClientId { get; init; } = "cli";

    public string RedirectUri { get; init; } = "http://127.0.0.1:53682/callback";

    public string? ClientSecret { get; init; }

    public string Scope { get; init; } = "openid profile email offline_access";

    public string Verifier { get; } = Base64Url(RandomNumberGenerator.GetBytes(32));

    public string State { get; } = Base64Url(RandomNumberGenerator.GetBytes(16));

    /// <summary>The whole flow: the tokens, or an assertion that says where it stopped.</summary>
    public async Task<Tokens> SignInAsync(string email, string password)
    {
        var code = await AuthorizeAsync(email, password);
        var (status, body) = await RedeemAsync(code);
        Assert.True(status == HttpStatusCode.OK, body.ToString());
        return Tokens.Read(body);
    }

    /// <summary>Asks for a code; signs in on the page when nobody is.</summary>
    public async Task<string> AuthorizeAsync(string email, string password)
    {
        var answer = await http.GetAsync(AuthorizeUri());
        var location = Location(answer);
        if (location.OriginalString.Contains("/account/sign-in", StringComparison.Ordinal))
        {
            answer = await SubmitSignInAsync(location, email, password);
            Assert.True(answer.StatusCode == HttpStatusCode.Redirect, "sign-in was refused: " + Text(await answer.Content.ReadAsStringAsync()));
            answer = await http.GetAsync(Location(answer));
            location = Location(answer);
        }
        var query = Query(location);
        Assert.StartsWith(RedirectUri, location.OriginalString, StringComparison.Ordinal);
        Assert.Equal(State, query["state"]);
        return query.TryGetValue("code", out var code) ? code : throw new InvalidOperationException("no code: " + location.OriginalString);
    }

    public Uri AuthorizeUri() => new("connect/authorize?" + string.Join('&', new Dictionary<string, string>
    {
        ["response_type"] = "code",
        ["client_id"] = ClientId,
        ["redirect_uri"] = RedirectUri,
        ["scope"] = Scope,
        ["state"] = State,
        ["code_challenge"] = Base64Url(SHA256.HashData(Encoding.ASCII.GetBytes(Verifier))),
        ["code_challenge_method"] = "S256",
    }.Select(pair => $"{pair.Key}={Uri.EscapeDataString(pair.Value)}")), UriKind.Relative);

    /// <summary>Fills in and sends the form of a sign-in page.</summary>
    public async Task<HttpResponseMessage> SubmitSignInAsync(Uri page, string email, string password)
    {
        var html = await http.GetStringAsync(page);
        var fields = HiddenFields(html);
        fields["email"] = email;
        fields["password"] = password;
        return await http.PostAsync(new Uri("account/sign-in", UriKind.Relative), new FormUrlEncodedContent(fields));
    }

    public Task<(HttpStatusCode Status, JsonElement Body)> RedeemAsync(string code, string? verifier = null) => TokenAsync(new()
    {
        ["grant_type"] = "authorization_code",
        ["code"] = code,
        ["redirect_uri"] = RedirectUri,
        ["code_verifier"] = verifier ?? Verifier,
    });

    public Task<(HttpStatusCode Status, JsonElement Body)> RefreshAsync(string refreshToken) => TokenAsync(new()
    {
        ["grant_type"] = "refresh_token",
        ["refresh_token"] = refreshToken,
    });

    public async Task<(HttpStatusCode Status, JsonElement Body)> TokenAsync(Dictionary<string, string> form)
    {
        form.TryAdd("client_id", ClientId);
        if (ClientSecret is not null)
            form["client_secret"] = ClientSecret;
        using var content = new FormUrlEncodedContent(form);
        using var answer = await http.PostAsync(new Uri("connect/token", UriKind.Relative), content);
        return (answer.StatusCode, JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement);
    }

    /// <summary>The hidden fields of a page's forms, by name.</summary>
    public static Dictionary<string, string> HiddenFields(string html) => HiddenField().Matches(html)
        .GroupBy(match => match.Groups["name"].Value, StringComparer.Ordinal)
        .ToDictionary(group => group.Key, group => WebUtility.HtmlDecode(group.First().Groups["value"].Value), StringComparer.Ordinal);

    /// <summary>What a page says, without its markup.</summary>
    public static string Text(string html) => WebUtility.HtmlDecode(Markup().Replace(html, " "));

    private static Uri Location(HttpResponseMessage answer)
    {
        Assert.True(answer.Headers.Location is not null, $"{(int)answer.StatusCode} without Location");
        return answer.Headers.Location;
    }

    private static Dictionary<string, string> Query(Uri uri) => uri.OriginalString[(uri.OriginalString.IndexOf('?', StringComparison.Ordinal) + 1)..].Split('&')
        .Select(pair => pair.Split('=', 2)).ToDictionary(pair => pair[0], pair => Uri.UnescapeDataString(pair[^1]), StringComparer.Ordinal);

    private static string Base64Url(byte[] bytes) => System.Buffers.Text.Base64Url.EncodeToString(bytes);

    [GeneratedRegex("""<input type="hidden" name="(?<name>[^"]*)" value="(?<value>[^"]*)"\s*/?>""")]
    private static partial Regex HiddenField();

    [GeneratedRegex("<style.*?</style>|<[^>]*>", RegexOptions.Singleline)]
    private static partial Regex Markup();

    /// <summary>What the token endpoint gave.</summary>
    public sealed record Tokens(string Access, string? Refresh, string? Id)
    {
        public AuthenticationHeaderValue Header => new("Bearer", Access);

        public static Tokens Read(JsonElement body) => new(
            body.GetProperty("access_token").GetString()!,
            body.TryGetProperty("refresh_token", out var refresh) ? refresh.GetString() : null,
            body.TryGetProperty("id_token", out var id) ? id.GetString() : null);
    }
}
