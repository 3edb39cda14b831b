using System.Net;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.IdentityModel.Tokens;
using Ptce.ServiceDefaults.Access;
using Ptce.Testing;

namespace Ptce.ServiceDefaults.Tests;

public sealed class AccessTests
{
    [Theory]
    [InlineData("open", null, HttpStatusCode.OK)]
    [InlineData("mine", null, HttpStatusCode.Unauthorized)]
    [InlineData("mine", "observer", HttpStatusCode.Forbidden)]
    [InlineData("mine", "analyst", HttpStatusCode.OK)]
    [InlineData("poles/phares/dossier", "leader:phares", HttpStatusCode.OK)]
    [InlineData("poles/periscope/dossier", "leader:phares", HttpStatusCode.NotFound)]
    [InlineData("poles/phares/dossier", "leader", HttpStatusCode.Forbidden)]
    [InlineData("poles/phares/dossier", "analyst", HttpStatusCode.OK)]
    public async Task An_endpoint_answers_by_permission_and_pole(string path, string? grant, HttpStatusCode expected)
    {
        await using var app = await SampleApp.StartAsync();
        using var client = app.Client(grant is null ? null : TestTokens.Person(grant));
        using var answer = await client.GetAsync(new Uri("/api/members/" + path, UriKind.Relative));
        Assert.Equal(expected, answer.StatusCode);
    }

    [Fact]
    public async Task Anothers_pole_answers_as_if_it_did_not_exist()
    {
        await using var app = await SampleApp.StartAsync();
        using var client = app.Client(TestTokens.Person("leader:phares"));
        Assert.Equal(
            Without(await client.GetAsync(new Uri("/api/members/nowhere", UriKind.Relative))),
            Without(await client.GetAsync(new Uri("/api/members/poles/periscope/dossier", UriKind.Relative))));

        static string Without(HttpResponseMessage answer)
        {
            var body = JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(answer.Content.ReadAsStringAsync().Result)!;
            body.Remove("traceId");
            return (int)answer.StatusCode + JsonSerializer.Serialize(body);
        }
    }

    [Theory]
    [InlineData("*")]
    [InlineData("dossiers.sign-off")]
    public async Task A_machine_never_signs(string permission)
    {
        await using var app = await SampleApp.StartAsync();
        using var client = app.Client(TestTokens.Machine(permission));
        using var answer = await client.PostAsync(new Uri("/api/members/poles/phares/sign", UriKind.Relative), null);
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task An_analyst_never_signs_and_a_leader_signs_only_at_home()
    {
        await using var app = await SampleApp.StartAsync();
        Assert.Equal(HttpStatusCode.Forbidden, await Sign("analyst", "phares"));
        Assert.Equal(HttpStatusCode.OK, await Sign("leader:phares", "phares"));
        Assert.Equal(HttpStatusCode.NotFound, await Sign("leader:phares", "periscope"));

        async Task<HttpStatusCode> Sign(string grant, string pole)
        {
            using var client = app.Client(TestTokens.Person(grant));
            return (await client.PostAsync(new Uri($"/api/members/poles/{pole}/sign", UriKind.Relative), null)).StatusCode;
        }
    }

    public static TheoryData<string, string> WrongTokens()
    {
        Claim[] claims = [new("sub", "x"), new(Caller.PersonClaim, "true"), new(Caller.GrantClaim, "analyst")];
        using var rsa = RSA.Create(2048);
        var parts = TestTokens.Make(claims).Split('.');
        return new()
        {
            { "expired", TestTokens.Make(claims, expires: DateTime.UnixEpoch.AddYears(50)) },
            { "another audience", TestTokens.Make(claims, audiences: ["survey"]) },
            { "another issuer", TestTokens.Make(claims, issuer: "https://elsewhere.test/") },
            { "an identity token", TestTokens.Make(claims, type: "JWT") },
            { "another key", TestTokens.Make(claims, key: new RsaSecurityKey(rsa.ExportParameters(true)) { KeyId = "test" }) },
            { "unsigned", Base64Url("""{"alg":"none","typ":"at+jwt"}""") + "." + parts[1] + "." },
            { "tampered", parts[0] + "." + Base64Url("""{"sub":"y","aud":"members","grant":"analyst","person":"true"}""") + "." + parts[2] },
            { "nonsense", "abc.def.ghi" },
        };

        static string Base64Url(string text) => Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(text)).TrimEnd('=').Replace('+', '-').Replace('/', '_');
    }

    [Theory]
    [MemberData(nameof(WrongTokens))]
    public async Task A_wrong_token_is_refused(string what, string token)
    {
        Assert.NotEmpty(what);
        await using var app = await SampleApp.StartAsync();
        using var client = app.Client(token);
        using var answer = await client.GetAsync(new Uri("/api/members/mine", UriKind.Relative));
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Fact]
    public async Task A_service_without_an_issuer_does_not_start()
    {
        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => SampleApp.StartAsync(settings: new() { ["Identity:Issuer"] = null }));
        Assert.Contains("Identity:Issuer", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_endpoint_without_a_declared_permission_is_refused()
    {
        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => SampleApp.StartAsync(map: app =>
        {
            app.MapGet("/api/members/forgotten", () => "?");
            app.RefuseUndeclaredEndpoints();
        }));
        Assert.Contains("forgotten", error.Message, StringComparison.Ordinal);
    }
}
