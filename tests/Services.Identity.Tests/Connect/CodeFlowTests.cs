using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.IdentityModel.JsonWebTokens;
using Ptce.Testing;

namespace Ptce.Identity.Tests.Connect;

public sealed class CodeFlowTests(IdentityService service) : IClassFixture<IdentityService>
{
    private const string Email = IdentityService.AdministratorEmail;
    private const string Password = IdentityService.AdministratorPassword;

    [Fact]
    public async Task A_plain_client_signs_a_person_in_with_code_and_PKCE()
    {
        var tokens = await service.Flow().SignInAsync(Email, Password);
        var token = new JsonWebToken(tokens.Access);
        Assert.Equal("at+jwt", token.Typ);
        Assert.Equal("RS256", token.Alg);
        Assert.Equal(TestTokens.Issuer, token.Issuer);
        Assert.Equal(["members", "survey", "finance", "reporting", "identity"], token.Audiences);
        Assert.Equal("true", token.GetClaim("person").Value);
        Assert.Equal("cli", token.GetClaim("client_id").Value);
        Assert.Equal(["administrator"], token.Claims.Where(claim => claim.Type == "grant").Select(claim => claim.Value));
        Assert.Equal(TimeSpan.FromMinutes(5), token.ValidTo - token.IssuedAt);
        Assert.DoesNotContain(token.Claims, claim => claim.Value.Contains('@', StringComparison.Ordinal));
        Assert.Equal(Email, new JsonWebToken(tokens.Id).GetClaim("email").Value);
    }

    [Fact]
    public async Task A_wrong_verifier_is_refused()
    {
        var flow = service.Flow();
        var code = await flow.AuthorizeAsync(Email, Password);
        var (status, body) = await flow.RedeemAsync(code, verifier: new string('x', 43));
        Assert.Equal((HttpStatusCode.BadRequest, "invalid_grant"), (status, body.GetProperty("error").GetString()));
    }

    [Fact]
    public async Task A_replayed_code_is_refused_and_ends_what_it_gave()
    {
        var flow = service.Flow();
        var code = await flow.AuthorizeAsync(Email, Password);
        var tokens = CodeFlow.Tokens.Read((await flow.RedeemAsync(code)).Body);
        Assert.Equal(HttpStatusCode.BadRequest, (await flow.RedeemAsync(code)).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await flow.RefreshAsync(tokens.Refresh!)).Status);
    }

    [Theory]
    [InlineData("code_challenge_method=S256", "code_challenge_method=plain")]
    [InlineData("code_challenge=", "unchallenged=")]
    [InlineData("redirect_uri=http", "redirect_uri=https%3A%2F%2Fevil.example%2F&was=http")]
    [InlineData("client_id=cli", "client_id=unknown")]
    [InlineData("response_type=code", "response_type=token")]
    public async Task A_request_outside_the_rules_never_reaches_the_sign_in_page(string part, string replacement)
    {
        using var browser = service.Browser();
        var uri = new CodeFlow(browser).AuthorizeUri().OriginalString.Replace(part, replacement, StringComparison.Ordinal);
        var answer = await browser.GetAsync(new Uri(uri, UriKind.Relative));
        var sentTo = answer.Headers.Location?.OriginalString ?? "";
        Assert.DoesNotContain("/account/sign-in", sentTo, StringComparison.Ordinal);
        Assert.DoesNotContain("evil.example", sentTo, StringComparison.Ordinal);
        Assert.DoesNotContain("code=", sentTo, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_code_belongs_to_its_client()
    {
        var flow = service.Flow();
        var code = await flow.AuthorizeAsync(Email, Password);
        var (status, _) = await flow.TokenAsync(new()
        {
            ["client_id"] = "importer",
            ["client_secret"] = "importer-secret",
            ["grant_type"] = "authorization_code",
            ["code"] = code,
            ["redirect_uri"] = flow.RedirectUri,
            ["code_verifier"] = flow.Verifier,
        });
        Assert.Equal(HttpStatusCode.BadRequest, status);
    }

    [Fact]
    public async Task A_refresh_token_gives_the_grants_of_today()
    {
        var id = await service.RegisterAsync("refreshed@phares.example", "le vent tourne sur la jetée", "observer");
        var flow = service.Flow();
        var tokens = await flow.SignInAsync("refreshed@phares.example", "le vent tourne sur la jetée");
        using (var administrator = await service.AdministratorAsync())
        {
            await administrator.PostAsJsonAsync($"/api/identity/people/{id}/grants", new { role = "leader", pole = "phares" });
            await administrator.DeleteAsync($"/api/identity/people/{id}/grants/observer");
        }
        var (_, body) = await flow.RefreshAsync(tokens.Refresh!);
        var token = new JsonWebToken(CodeFlow.Tokens.Read(body).Access);
        Assert.Equal(["leader:phares"], token.Claims.Where(claim => claim.Type == "grant").Select(claim => claim.Value));
    }

    [Fact]
    public async Task Discovery_names_the_public_address_whatever_host_was_asked()
    {
        using var client = service.CreateClient();
        client.DefaultRequestHeaders.Host = "evil.example";
        var document = await client.GetFromJsonAsync<JsonElement>("/.well-known/openid-configuration");
        Assert.Equal(TestTokens.Issuer, document.GetProperty("issuer").GetString());
        Assert.Equal(TestTokens.Issuer + "connect/token", document.GetProperty("token_endpoint").GetString());
        Assert.Equal(["S256"], document.GetProperty("code_challenge_methods_supported").EnumerateArray().Select(method => method.GetString()));
    }

    [Fact]
    public async Task User_information_follows_the_scopes()
    {
        var flow = new CodeFlow(service.Browser()) { Scope = "openid profile" };
        var tokens = await flow.SignInAsync(Email, Password);
        using var client = service.As(tokens.Access);
        var info = await client.GetFromJsonAsync<JsonElement>("/connect/userinfo");
        Assert.Equal("Administrateur", info.GetProperty("name").GetString());
        Assert.False(info.TryGetProperty("email", out _));
        Assert.Null(tokens.Refresh);
    }
}
