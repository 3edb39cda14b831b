using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Ptce.Grid.Canonical;
using Ptce.Survey.Storage;
using Ptce.Survey.Tests.Hosting;

namespace Ptce.Survey.Tests.SignOff;

/// <summary>
/// Owners that fail before and after copying, refuse, stop answering; edits in between; several signatures at once; the process ending and starting again.
/// Whatever happens, a signed version holds all sections at one candidate, it is what the leader was shown, and it verifies.
/// </summary>
public class SignOffUnderFaultTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task All_sections_are_signed_at_one_candidate_or_none(int seed)
    {
        var folder = Directory.CreateTempSubdirectory("ptce-fault-").FullName;
        var chance = new Random(seed);
        var shown = new Dictionary<string, string>();
        var (signed, restarts, stale) = (0, 0, 0);
        var host = Start(folder, seed);
        try
        {
            var walk = new Walk(host);
            await walk.OpenAsync();
            await walk.FillAsync();
            foreach (var section in Walk.Sections)
                await walk.AcceptAsync(section);

            for (var step = 0; step < 40; step++)
            {
                await DisturbAsync(host, walk, chance);
                if (chance.Next(8) == 0)
                {
                    await host.DisposeAsync();
                    restarts++;
                    host = Start(folder, seed);
                    walk = new Walk(host);
                }
                var dossier = await walk.DossierAsync();
                var state = (string)dossier["state"]!;
                foreach (var section in dossier["sections"]!.AsArray().Where(s => (string?)s!["state"] == "in-review"))
                    await Walk.ActAsync(walk.Analyst, (string)section!["section"]!, "accept");
                if (state is "signed-off")
                {
                    await Walk.OkAsync(walk.Analyst.PostAsJsonAsync($"/api/survey/dossiers/{Walk.Phares}/reopen", new { reason = "Encore", sections = new[] { "governance" } }));
                    await walk.AcceptAsync("governance");
                }
                if (await ReadAsync(walk, shown) is not { } candidate)
                    continue;
                // Somebody edits while the leader reads.
                if (chance.Next(3) == 0)
                    await host.Finance.EditAsync(Walk.Phares, announce: chance.Next(2) == 0);
                foreach (var answer in await Task.WhenAll(Enumerable.Range(0, chance.Next(1, 4)).Select(_ => walk.SignAsync(candidate))))
                {
                    if (answer.StatusCode == HttpStatusCode.OK)
                    {
                        signed++;
                        var version = (await answer.Content.ReadFromJsonAsync<JsonNode>())!;
                        Assert.Equal((string?)candidate["digest"], (string?)version["digest"]);
                    }
                    else
                    {
                        stale++;
                        Assert.True(answer.StatusCode is HttpStatusCode.Conflict or HttpStatusCode.ServiceUnavailable, await answer.Content.ReadAsStringAsync());
                    }
                }
            }
            await AssertWholeAsync(host, shown);
            Assert.True(signed > 1 && stale > 0, $"The faults were too kind or too hard: {signed} signatures, {stale} refused, {restarts} restarts.");
        }
        finally
        {
            await host.DisposeAsync();
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
        }
    }

    // Each candidate fails up to twice at each owner, before copying and after it.
    private static SurveyHost Start(string folder, int seed)
    {
        var host = new SurveyHost(folder);
        host.MembersBehaviour.Failures = (_, attempt) => (attempt + seed) % 3;
        host.FinanceBehaviour.Failures = (_, attempt) => attempt * seed % 3;
        return host;
    }

    private static async Task DisturbAsync(SurveyHost host, Walk walk, Random chance)
    {
        host.MembersBehaviour.Dead = chance.Next(6) == 0;
        host.FinanceBehaviour.Refuses = chance.Next(8) == 0;
        switch (chance.Next(6))
        {
            case 0:
                await host.Members.EditAsync(Walk.Phares, announce: chance.Next(2) == 0);
                break;
            case 1:
                await host.Finance.EditAsync(Walk.Phares, announce: chance.Next(2) == 0);
                break;
            case 2:
                var answers = (await walk.DossierAsync())["sections"]!.AsArray().Single(s => (string?)s!["section"] == "governance")!["answers"]!.AsArray();
                var revision = (int)answers.Single(a => (string?)a!["item"] == "G7.time")!["revision"]!;
                await walk.Analyst.PutAsJsonAsync($"/api/survey/dossiers/{Walk.Phares}/answers", new { changes = new[] { Walk.Change("G7.time", chance.Next(100), revision) } });
                break;
            default:
                break;
        }
    }

    // The candidate if it can be signed soon, with its sections read as the leader reads them.
    private static async Task<JsonNode?> ReadAsync(Walk walk, Dictionary<string, string> shown)
    {
        JsonNode? candidate = null;
        for (var wait = 0; wait < 300; wait++)
        {
            var answer = await walk.Leader.GetAsync($"/api/survey/dossiers/{Walk.Phares}/candidate");
            candidate = answer.IsSuccessStatusCode ? await answer.Content.ReadFromJsonAsync<JsonNode>() : null;
            if ((string?)candidate?["state"] != "drawing-up")
                break;
            await Task.Delay(20);
        }
        if ((string?)candidate?["state"] != "awaiting")
            return null;
        foreach (var section in candidate["sections"]!.AsArray())
        {
            var copy = await walk.Leader.GetAsync($"/api/survey/dossiers/{Walk.Phares}/candidate/sections/{section!["section"]}");
            if (copy.IsSuccessStatusCode)
                shown[(string)section["digest"]!] = await copy.Content.ReadAsStringAsync();
        }
        return candidate;
    }

    private static async Task AssertWholeAsync(SurveyHost host, Dictionary<string, string> shown)
    {
        host.MembersBehaviour.Dead = false;
        await using var scope = host.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SurveyDb>();
        var versions = await db.Versions.AsNoTracking().Where(v => v.DossierId == Walk.Phares).OrderBy(v => v.Number).ToListAsync();
        Assert.Equal(Enumerable.Range(1, versions.Count), versions.Select(v => v.Number));
        await Walk.Until(async () => (await host.Members.CopiesAsync(Walk.Phares)).Count(c => c.Signed) == versions.Count);
        foreach (var version in versions)
        {
            var own = await db.Copies.AsNoTracking().Where(c => c.DossierId == Walk.Phares && c.Attempt == version.Attempt).ToListAsync();
            Assert.All(own, copy => Assert.True(copy.Signed));
            var digests = own.Select(c => c.Digest)
                .Append((await host.Members.CopiesAsync(Walk.Phares)).Single(c => c.Attempt == version.Attempt).Digest)
                .Append((await host.Finance.CopiesAsync(Walk.Phares)).Single(c => c.Attempt == version.Attempt).Digest);
            Assert.Equal(version.Sections.Select(s => s.Digest).Order(), digests.Order());
            Assert.All(version.Sections.Where(s => shown.ContainsKey(s.Digest)), s => Assert.Equal(s.Digest, ContentDigest.Of(System.Text.Encoding.UTF8.GetBytes(shown[s.Digest]))));
        }
        // Nothing that was dropped is left behind, and every version verifies.
        var verified = (await new Walk(host).Leader.GetFromJsonAsync<JsonNode>($"/api/survey/dossiers/{Walk.Phares}/verification"))!["items"]!.AsArray();
        Assert.Equal(versions.Count, verified.Count);
        Assert.All(verified, v => Assert.True((bool)v!["holds"]!, v.ToJsonString()));
    }
}
