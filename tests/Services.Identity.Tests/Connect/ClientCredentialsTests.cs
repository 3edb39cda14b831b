using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.IdentityModel.JsonWebTokens;
using Ptce.Testing;

namespace Ptce.Identity.Tests.Connect;

public sealed class ClientCredentialsTests(IdentityService service) : IClassFixture<IdentityService>
{
    private Task<(HttpStatusCode Status, JsonElement Body)> AskAsync(string secret = "importer-secret", string? scope = null)
    {
        var form = new Dictionary<string, string> { ["grant_type"] = "client_credentials" };
        if (scope is not null)
            form["scope"] = scope;
        return new CodeFlow(service.Browser()) { ClientId = "importer", ClientSecret = secret }.TokenAsync(form);
    }

    [Fact]
    public async Task A_configured_machine_gets_its_permissions_and_is_no_person()
    {
        var token = new JsonWebToken(CodeFlow.Tokens.Read((await AskAsync()).Body).Access);
        Assert.Equal(["*"], token.Claims.Where(claim => claim.Type == "permission").Select(claim => claim.Value));
        Assert.Equal(("importer", "importer"), (token.Subject, token.GetClaim("client_id").Value));
        Assert.DoesNotContain(token.Claims, claim => claim.Type is "person" or "grant");
    }

    [Fact]
    public async Task A_token_narrowed_to_another_service_is_refused_here()
    {
        var token = CodeFlow.Tokens.Read((await AskAsync(scope: "survey")).Body);
        Assert.Equal(["survey"], new JsonWebToken(token.Access).Audiences);
        using var client = service.As(token.Access);
        Assert.Equal(HttpStatusCode.Unauthorized, (await client.GetAsync("/api/identity/people")).StatusCode);
    }

    [Fact]
    public async Task A_wrong_secret_is_refused()
    {
        var (status, body) = await AskAsync("guessed");
        Assert.Equal((HttpStatusCode.Unauthorized, "invalid_client"), (status, body.GetProperty("error").GetString()));
    }

    [Fact]
    public async Task The_public_client_of_the_command_line_has_no_rights_of_its_own()
    {
        var (status, _) = await service.Flow().TokenAsync(new() { ["grant_type"] = "client_credentials" });
        Assert.Equal(HttpStatusCode.BadRequest, status);
    }

    [Fact]
    public async Task Permissions_may_be_configured_as_one_line_of_words()
    {
        using var own = new IdentityService();
        own.Settings["Identity:Clients:1:Id"] = "worded";
        own.Settings["Identity:Clients:1:Secret"] = "worded-secret";
        own.Settings["Identity:Clients:1:Permissions"] = "poles.read, dossiers.read";
        var (_, body) = await new CodeFlow(own.Browser()) { ClientId = "worded", ClientSecret = "worded-secret" }
            .TokenAsync(new() { ["grant_type"] = "client_credentials" });
        var token = new JsonWebToken(CodeFlow.Tokens.Read(body).Access);
        Assert.Equal(["poles.read", "dossiers.read"], token.Claims.Where(claim => claim.Type == "permission").Select(claim => claim.Value));
    }

    [Fact]
    public async Task A_client_dropped_from_configuration_is_dropped_at_the_next_start()
    {
        using var first = new IdentityService();
        Assert.Equal(HttpStatusCode.OK, (await first.CreateClient().GetAsync("/alive")).StatusCode);
        using var second = first.Restarted();
        second.Settings["Identity:Clients:0:Id"] = "replacement";
        var asked = await new CodeFlow(second.Browser()) { ClientId = "importer", ClientSecret = "importer-secret" }
            .TokenAsync(new() { ["grant_type"] = "client_credentials" });
        Assert.Equal(HttpStatusCode.Unauthorized, asked.Status);
    }
}
