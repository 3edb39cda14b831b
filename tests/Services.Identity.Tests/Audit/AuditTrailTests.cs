using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Ptce.Identity.Storage;
using Ptce.Messaging.Audit;
using Ptce.ServiceDefaults.Audit;

namespace Ptce.Identity.Tests.Audit;

public sealed class AuditTrailTests
{
    private const string Password = "les mouettes tournent au large";

    [Fact]
    public async Task Who_did_what_when_and_from_where_is_remembered_with_the_change()
    {
        using var service = new IdentityService();
        var id = await service.RegisterAsync("audited@phares.example", Password, "leader:phares");
        using var administrator = await service.AdministratorAsync();
        var me = (await administrator.GetFromJsonAsync<JsonElement>("/api/identity/me")).GetProperty("id").GetString();
        var page = await administrator.GetFromJsonAsync<JsonElement>($"/api/identity/audit?thing={id}&actor={me}");
        var entry = Assert.Single(page.GetProperty("items").EnumerateArray());
        Assert.Equal("POST /api/identity/people/{id:guid}/grants", entry.GetProperty("action").GetString());
        Assert.Equal("Grant added 1", entry.GetProperty("changes").GetString());
        Assert.Equal("cli", entry.GetProperty("client").GetString());
    }

    [Fact]
    public async Task What_is_refused_or_fails_leaves_no_entry()
    {
        using var service = new IdentityService();
        await service.RegisterAsync("once@phares.example", Password);
        var before = await CountAsync(service);
        using var administrator = await service.AdministratorAsync();
        var signedIn = await CountAsync(service);
        await administrator.PostAsJsonAsync("/api/identity/people", new { id = Guid.CreateVersion7(), email = "once@phares.example", name = "Encore" });
        await administrator.GetAsync("/api/identity/people");
        Assert.Equal(before + 1, signedIn);
        Assert.Equal(signedIn, await CountAsync(service));
    }

    [Fact]
    public async Task Requests_at_the_same_time_make_one_chain()
    {
        using var service = new IdentityService();
        using var administrator = await service.AdministratorAsync();
        var answers = await Task.WhenAll(Enumerable.Range(0, 24).Select(number =>
            administrator.PostAsJsonAsync("/api/identity/people", new { id = Guid.CreateVersion7(), email = $"parallel-{number}@phares.example", name = "Jeanne" })));
        Assert.All(answers, answer => Assert.True(answer.IsSuccessStatusCode));
        await using var scope = service.Services.CreateAsyncScope();
        Assert.Null(await AuditTrail.VerifyAsync(scope.ServiceProvider.GetRequiredService<IdentityDb>(), CancellationToken.None));
        Assert.Equal(25, await CountAsync(service));
    }

    [Theory]
    [InlineData("UPDATE audit_entries SET Thing = '/api/identity/people/other' WHERE Sequence = 3", 3, "altered")]
    [InlineData("UPDATE audit_entries SET Actor = 'somebody-else' WHERE Sequence = 2", 2, "somebody else")]
    [InlineData("UPDATE audit_entries SET At = '2001-01-01 00:00:00' WHERE Sequence = 4", 4, "altered")]
    [InlineData("DELETE FROM audit_entries WHERE Sequence = 3", 3, "missing")]
    [InlineData("DELETE FROM audit_entries WHERE Sequence = 1", 1, "missing")]
    [InlineData("DELETE FROM audit_entries WHERE Sequence >= 4", 4, "missing at the end")]
    [InlineData("DELETE FROM audit_entries WHERE Sequence = 3; UPDATE audit_entries SET Sequence = Sequence - 1 WHERE Sequence > 3; UPDATE audit_head SET LastSequence = LastSequence - 1", 3, "does not follow")]
    public async Task An_altered_or_removed_entry_is_found_with_its_position(string tampering, long position, string reason)
    {
        using var service = new IdentityService();
        await service.RegisterAsync("tampered@phares.example", Password, "observer", "leader:phares");
        await using (var scope = service.Services.CreateAsyncScope())
            await scope.ServiceProvider.GetRequiredService<IdentityDb>().Database.ExecuteSqlRawAsync(tampering);

        using var output = new StringWriter();
        Assert.Equal(1, await AuditSetup.VerifyAsync(service.Services, output, CancellationToken.None));
        Assert.Contains($"identity: entr", output.ToString(), StringComparison.Ordinal);
        Assert.Contains($" {position} ", output.ToString(), StringComparison.Ordinal);
        Assert.Contains(reason, output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_person_can_be_forgotten_and_the_chain_still_holds()
    {
        using var service = new IdentityService();
        await service.RegisterAsync("forgotten@phares.example", Password, "observer");
        await using var scope = service.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<IdentityDb>();
        var administrator = (await db.People.AsNoTracking().SingleAsync(person => person.Email == IdentityService.AdministratorEmail)).Id.ToString();
        Assert.True(await AuditTrail.ForgetAsync(db, administrator, CancellationToken.None) > 0);
        Assert.False(await db.Set<AuditEntry>().AnyAsync(entry => entry.Actor == administrator));
        Assert.Null(await AuditTrail.VerifyAsync(db, CancellationToken.None));
    }

    private static async Task<int> CountAsync(IdentityService service)
    {
        await using var scope = service.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<IdentityDb>().Set<AuditEntry>().CountAsync();
    }
}
