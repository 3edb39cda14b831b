using System.Buffers.Text;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Web;

namespace Ptce.Demonstration.Loading;

/// <summary>
/// A person at a browser: authorization code flow with PKCE through the sign-in page, as the public client <c>cli</c>. The redirect to
/// the loopback address is read, not followed.
/// </summary>
internal sealed partial class PersonToken(DemonstrationPerson person, ApiClient api, Func<HttpClient> open, TimeProvider time) : Token(time)
{
    private const string Client = "cli";
    private const string Callback = "http://127.0.0.1/callback";

    protected override async Task<JsonNode> AskAsync(CancellationToken ct) =>
        Granted(await api.PatientlyAsync("/connect/authorize", () => SignInAsync(ct), answer => ApiClient.NotNow(answer.StatusCode), ct));

    private async Task<(HttpStatusCode StatusCode, string Text)> SignInAsync(CancellationToken ct)
    {
        using var browser = open();
        var verifier = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        var state = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16));
        var page = "/connect/authorize?" + await Query(new()
        {
            ["response_type"] = "code",
            ["client_id"] = Client,
            ["redirect_uri"] = Callback,
            ["scope"] = "openid members survey finance reporting identity",
            ["state"] = state,
            ["code_challenge"] = Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(verifier))),
            ["code_challenge_method"] = "S256",
        }, ct);
        // Authorize, sign-in page, form, authorize again, callback: anything longer is a loop.
        for (var step = 0; step < 8; step++)
        {
            using var response = await browser.GetAsync(new Uri(page, UriKind.RelativeOrAbsolute), ct);
            var text = await response.Content.ReadAsStringAsync(ct);
            var next = Next(response);
            if (response.StatusCode == HttpStatusCode.OK && page.Contains("/sign-in", StringComparison.Ordinal))
            {
                using var sent = await browser.PostAsync(new Uri("/account/sign-in", UriKind.Relative), Form(text), ct);
                next = Next(sent);
                if (next is null)
                    return (sent.StatusCode == HttpStatusCode.OK ? HttpStatusCode.Unauthorized : sent.StatusCode, "The sign-in page did not accept the person.");
            }
            if (next is null)
                return (response.StatusCode, text);
            if (next.StartsWith(Callback, StringComparison.Ordinal))
                return await RedeemAsync(browser, next, state, verifier, ct);
            page = next;
        }
        return (HttpStatusCode.Unauthorized, "Signing in did not come to an end.");
    }

    private FormUrlEncodedContent Form(string page)
    {
        var fields = HiddenField().Matches(page).Select(m => KeyValuePair.Create(Attribute(m.Value, "name"), WebUtility.HtmlDecode(Attribute(m.Value, "value")))).ToDictionary();
        fields["email"] = person.Email;
        fields["password"] = person.Password;
        return new FormUrlEncodedContent(fields);

        static string Attribute(string tag, string name) => Regex.Match(tag, name + "=\"([^\"]*)\"").Groups[1].Value;
    }

    private static async Task<(HttpStatusCode StatusCode, string Text)> RedeemAsync(HttpClient browser, string callback, string state, string verifier, CancellationToken ct)
    {
        var query = HttpUtility.ParseQueryString(new Uri(callback).Query);
        if (query["state"] != state || query["code"] is not { } code)
            return (HttpStatusCode.Unauthorized, query["error_description"] ?? "The callback carries no code.");
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "authorization_code",
            ["client_id"] = Client,
            ["redirect_uri"] = Callback,
            ["code"] = code,
            ["code_verifier"] = verifier,
        });
        using var response = await browser.PostAsync(new Uri("/connect/token", UriKind.Relative), form, ct);
        return (response.StatusCode, await response.Content.ReadAsStringAsync(ct));
    }

    private static string? Next(HttpResponseMessage response) =>
        (int)response.StatusCode is >= 300 and < 400 ? response.Headers.Location?.OriginalString : null;

    private static async Task<string> Query(Dictionary<string, string> words, CancellationToken ct)
    {
        using var content = new FormUrlEncodedContent(words);
        return await content.ReadAsStringAsync(ct);
    }

    [GeneratedRegex("<input[^>]*type=\"hidden\"[^>]*>")]
    private static partial Regex HiddenField();
}
