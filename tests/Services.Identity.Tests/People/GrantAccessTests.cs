using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Ptce.Identity.Tests.People;

public sealed class GrantAccessTests(IdentityService service) : IClassFixture<IdentityService>
{
    private const string Password = "des phares dans la nuit noire";

    [Fact]
    public async Task A_grant_given_twice_is_one_grant_and_stands_in_the_next_token()
    {
        var id = await service.RegisterAsync("leader@phares.example", Password, "leader:phares", "leader:phares", "contributor:lille");
        using var leader = await service.SignedInAsync("leader@phares.example", Password);
        var me = await leader.GetFromJsonAsync<JsonElement>("/api/identity/me");
        Assert.Equal(id, me.GetProperty("id").GetGuid());
        Assert.Equal(["contributor:lille", "leader:phares"], me.GetProperty("grants").EnumerateArray().Select(grant => grant.GetString()));
    }

    [Theory]
    [InlineData("leader", null, "identity.grant.pole-missing")]
    [InlineData("leader", "Phares du Nord", "identity.grant.pole-invalid")]
    [InlineData("analyst", "phares", "identity.grant.pole-superfluous")]
    [InlineData("emperor", null, "identity.grant.role-unknown")]
    public async Task A_grant_that_means_nothing_is_refused(string role, string? pole, string code)
    {
        using var administrator = await service.AdministratorAsync();
        var answer = await administrator.PostAsJsonAsync($"/api/identity/people/{Guid.CreateVersion7()}/grants", new { role, pole });
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal(code, problem.GetProperty("errors")[0].GetProperty("code").GetString());
    }

    [Fact]
    public async Task The_last_administrator_cannot_be_withdrawn_or_closed()
    {
        using var administrator = await service.AdministratorAsync();
        var me = await administrator.GetFromJsonAsync<JsonElement>("/api/identity/me");
        var id = me.GetProperty("id").GetGuid();
        Assert.Equal(HttpStatusCode.Conflict, (await administrator.DeleteAsync($"/api/identity/people/{id}/grants/administrator")).StatusCode);

        using var close = new HttpRequestMessage(HttpMethod.Put, $"/api/identity/people/{id}");
        close.Content = JsonContent.Create(new { email = IdentityService.AdministratorEmail, name = "A", open = false });
        close.Headers.IfMatch.ParseAdd($"\"{me.GetProperty("version").GetInt64()}\"");
        Assert.Equal(HttpStatusCode.Conflict, (await administrator.SendAsync(close)).StatusCode);
    }

    [Fact]
    public async Task Closing_an_account_ends_its_sessions()
    {
        var id = await service.RegisterAsync("closed@phares.example", Password, "observer");
        var flow = service.Flow();
        var tokens = await flow.SignInAsync("closed@phares.example", Password);

        using var administrator = await service.AdministratorAsync();
        using var close = new HttpRequestMessage(HttpMethod.Put, $"/api/identity/people/{id}");
        close.Content = JsonContent.Create(new { email = "closed@phares.example", name = "A", open = false });
        close.Headers.IfMatch.ParseAdd("\"1\"");
        (await administrator.SendAsync(close)).EnsureSuccessStatusCode();

        Assert.Equal(HttpStatusCode.BadRequest, (await flow.RefreshAsync(tokens.Refresh!)).Status);
        var page = await flow.SubmitSignInAsync(new Uri("/account/sign-in", UriKind.Relative), "closed@phares.example", Password);
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
    }

    [Fact]
    public async Task An_edit_says_which_version_it_is_based_on()
    {
        var id = await service.RegisterAsync("versioned@phares.example", Password);
        using var administrator = await service.AdministratorAsync();
        var edit = new { email = "versioned@phares.example", name = "Nouveau nom", open = true };
        Assert.Equal(428, (int)(await administrator.PutAsJsonAsync($"/api/identity/people/{id}", edit)).StatusCode);
        using var stale = new HttpRequestMessage(HttpMethod.Put, $"/api/identity/people/{id}") { Content = JsonContent.Create(edit) };
        stale.Headers.IfMatch.ParseAdd("\"7\"");
        var refused = await administrator.SendAsync(stale);
        Assert.Equal(412, (int)refused.StatusCode);
        Assert.Equal("Une personne", (await refused.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("current").GetProperty("name").GetString());
    }
}
