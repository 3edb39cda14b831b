using System.Buffers.Text;
using System.Net;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using Microsoft.IdentityModel.Tokens;
using Ptce.ServiceDefaults.Access;
using Ptce.Testing;

namespace Ptce.Architecture.Tests.AccessMatrix;

/// <summary>Every service refuses a wrong token itself, without a gateway before it.</summary>
public sealed class DirectTokenTests(RunningServices services) : IClassFixture<RunningServices>
{
    private static readonly Claim[] Administrator = [new("sub", "018f0000-0000-7000-8000-000000000009"), new("client_id", "tests"), new(Caller.PersonClaim, "true"), new(Caller.GrantClaim, "administrator")];

    [Theory]
    [MemberData(nameof(RunningServices.Names), MemberType = typeof(RunningServices))]
    public async Task The_right_token_is_accepted_so_that_the_refusals_mean_something(string service) =>
        Assert.NotEqual(HttpStatusCode.Unauthorized, await AskAsync(service, TestTokens.Make(Administrator)));

    [Theory]
    [MemberData(nameof(RunningServices.Names), MemberType = typeof(RunningServices))]
    public async Task A_wrong_token_is_refused(string service)
    {
        var good = TestTokens.Make(Administrator);
        using var strange = RSA.Create(2048);
        var wrong = new Dictionary<string, string>
        {
            ["expired"] = TestTokens.Make(Administrator, expires: DateTime.UnixEpoch.AddYears(50)),
            ["for another service"] = TestTokens.Make(Administrator, audiences: [service == "survey" ? "members" : "survey"]),
            ["for nobody"] = TestTokens.Make(Administrator, audiences: []),
            ["of another issuer"] = TestTokens.Make(Administrator, issuer: "https://evil.example/"),
            ["an identity token"] = TestTokens.Make(Administrator, type: "JWT"),
            ["signed by an unknown key"] = TestTokens.Make(Administrator, key: new RsaSecurityKey(strange) { KeyId = "test" }),
            ["tampered"] = Tampered(good),
            ["unsigned"] = Unsigned(good, "none"),
            ["unsigned in disguise"] = Unsigned(good, "None"),
            ["cut short"] = good[..^10],
            ["not a token"] = "letmein",
        };
        var accepted = new List<string>();
        foreach (var (name, token) in wrong)
        {
            if (await AskAsync(service, token) != HttpStatusCode.Unauthorized)
                accepted.Add(name);
        }
        Assert.Empty(accepted);
    }

    private async Task<HttpStatusCode> AskAsync(string service, string token)
    {
        using var client = services.Client(service, token);
        using var answer = await client.GetAsync(new Uri($"/api/{service}/audit", UriKind.Relative));
        return answer.StatusCode;
    }

    // The same signature under another right.
    private static string Tampered(string token)
    {
        var parts = token.Split('.');
        var payload = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(parts[1])).Replace("administrator", "analyst", StringComparison.Ordinal);
        return $"{parts[0]}.{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(payload))}.{parts[2]}";
    }

    private static string Unsigned(string token, string algorithm) =>
        Base64Url.EncodeToString(Encoding.UTF8.GetBytes($$"""{"alg":"{{algorithm}}","typ":"at+jwt"}""")) + "." + token.Split('.')[1] + ".";
}
