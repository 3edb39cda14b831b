using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Ptce.Survey.SignOff;
using Ptce.Survey.Storage;
using Ptce.Survey.Tests.Hosting;

namespace Ptce.Survey.Tests.SignOff;

public sealed class VerifyVersionsTests : IDisposable
{
    private readonly SurveyHost host = new();
    private readonly Walk walk;

    public VerifyVersionsTests() => walk = new Walk(host);

    public void Dispose() => host.Dispose();

    [Fact]
    public async Task A_changed_byte_anywhere_in_a_stored_version_is_detected()
    {
        await Walk.OkAsync(walk.SignAsync(await walk.AwaitingAsync()));
        Assert.Empty(await FaultsAsync());
        Assert.Equal(0, await VerifyVersions.Command.RunAsync(host.Services, [], default));

        Assert.Equal(["copy:governance"], await WithAsync("UPDATE section_copies SET Content = Content || x'20' WHERE Section = 'governance'", "UPDATE section_copies SET Content = substr(Content, 1, length(Content) - 1) WHERE Section = 'governance'"));
        Assert.Equal(["record"], await WithAsync("UPDATE signed_versions SET SignedAt = '2015-01-01 00:00:00'", null));
        Assert.Equal(1, await VerifyVersions.Command.RunAsync(host.Services, [Walk.Phares.ToString()], default));
    }

    [Fact]
    public async Task A_version_that_was_taken_away_is_missed()
    {
        await Walk.OkAsync(walk.SignAsync(await walk.AwaitingAsync()));
        Assert.Equal(["head"], await WithAsync("DELETE FROM signed_versions", null));
    }

    [Fact]
    public async Task A_copy_changed_at_its_owner_is_detected()
    {
        await Walk.OkAsync(walk.SignAsync(await walk.AwaitingAsync()));
        await host.Members.TamperAsync(Walk.Phares);
        Assert.Equal(["copy:morphology"], await FaultsAsync());
    }

    private async Task<string[]> WithAsync(string damage, string? repair)
    {
        await using var scope = host.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SurveyDb>().Database;
        Assert.Equal(1, await db.ExecuteSqlRawAsync(damage));
        var faults = await FaultsAsync();
        if (repair is not null)
        {
            await db.ExecuteSqlRawAsync(repair);
            Assert.Empty(await FaultsAsync());
        }
        return faults;
    }

    private async Task<string[]> FaultsAsync() =>
        [.. (await walk.Leader.GetFromJsonAsync<JsonNode>($"/api/survey/dossiers/{Walk.Phares}/verification"))!["items"]!.AsArray().SelectMany(v => v!["faults"]!.AsArray()).Select(f => (string)f!)];
}
