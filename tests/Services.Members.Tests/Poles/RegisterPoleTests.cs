using System.Text.Json.Nodes;
using Ptce.Contracts.Members;

namespace Ptce.Members.Tests.Poles;

public sealed class RegisterPoleTests(MembersHost host) : IClassFixture<MembersHost>
{
    [Fact]
    public async Task Repeating_a_pole_changes_nothing_and_changing_it_needs_the_version_read()
    {
        var client = host.AsMachine();
        var body = new { name = "Le Phares", aliases = new[] { "Phares" }, territoryKind = "peri-urban", recognitions = new[] { new { kind = "call", year = 2013 } }, provenance = "document" };
        Assert.Equal(1, (long)(await client.PutAsync("/api/members/poles/phares", body).OkAsync())["version"]!);
        Assert.Equal(1, (long)(await client.PutAsync("/api/members/poles/phares", body).OkAsync())["version"]!);
        var changed = new { name = "Phares", territoryKind = "peri-urban", contact = "quelqu'un" };
        await client.PutAsync("/api/members/poles/phares", changed).ProblemAsync(428, "request.if-match.missing");
        var stale = await client.PutAsync("/api/members/poles/phares", changed, "\"7\"").ProblemAsync(412);
        Assert.Equal(("Le Phares", "Phares"), ((string?)stale["current"]!["name"], (string?)stale["proposed"]!["name"]));
        Assert.Equal(2, (long)(await client.PutAsync("/api/members/poles/phares", changed, "\"1\"").OkAsync())["version"]!);
        var announced = await host.SaidAsync<PoleRegistered>(2, e => e.PoleKey == "phares");
        Assert.Equal(["Le Phares", "Phares"], announced.Select(e => e.Name));
        Assert.DoesNotContain("quelqu'un", string.Join(' ', await host.ReadAsync(db => Task.FromResult(db.Journal.Select(j => j.After).ToList()))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_wrong_field_is_named_at_once_in_the_language_asked_for()
    {
        var client = host.AsMachine();
        client.DefaultRequestHeaders.Add("Accept-Language", "en");
        var problem = await client.PutAsync("/api/members/poles/Wrong", new { name = " ", territoryKind = "lunar", communes = new[] { "9303" }, firstCooperationYear = 2010, formalisedYear = 2009, provenance = "guess" })
            .ProblemAsync(400, "request.body.invalid");
        var errors = problem["errors"]!.AsArray();
        Assert.Equal(["/communes/0", "/formalisedYear", "/key", "/name", "/provenance", "/territoryKind"], errors.Select(e => (string)e!["pointer"]!).Order(StringComparer.Ordinal));
        Assert.All(errors, error => Assert.False(string.IsNullOrEmpty((string?)error!["remedy"])));
        Assert.Contains(errors, error => (string?)error!["message"] == "This code is not in the list.");
    }

    [Fact]
    public async Task A_leader_changes_their_own_pole_creates_none_and_does_not_see_another()
    {
        var analyst = host.AsPerson("analyst");
        await analyst.NewPoleAsync("mine");
        await analyst.NewPoleAsync("theirs");
        var leader = host.AsPerson("leader:mine", "leader:not-yet");
        Assert.Equal("Mine", (string?)(await leader.PutAsync("/api/members/poles/mine", new { name = "Mine" }, "\"1\"").OkAsync())["name"]);
        await leader.PutAsync("/api/members/poles/not-yet", new { name = "Not yet" }).ProblemAsync(404);
        await leader.GetAsync("/api/members/poles/theirs").ProblemAsync(404);
        await leader.GetAsync("/api/members/poles/no-such-pole").ProblemAsync(404);
        var listed = (await leader.GetAsync("/api/members/poles").OkAsync())["items"]!.AsArray();
        Assert.Equal("mine", (string?)Assert.Single(listed)!["key"]);
        await host.AsPerson("observer").GetAsync("/api/members/poles").ProblemAsync(403);
        await host.CreateClient().GetAsync("/api/members/poles").ProblemAsync(401);
    }

    [Fact]
    public async Task Poles_are_listed_page_by_page_searched_without_accents_and_sorted_both_ways()
    {
        var client = host.AsMachine();
        foreach (var number in Enumerable.Range(1, 5))
            await client.PutAsync($"/api/members/poles/paged-{number}", new { name = $"Île paginée {number}" }).OkAsync();
        var keys = new List<string>();
        string? cursor = null;
        do
        {
            var page = await client.GetAsync($"/api/members/poles?search=ile%20paginee&limit=2&sort=-key&cursor={cursor}").OkAsync();
            keys.AddRange(page["items"]!.AsArray().Select(p => (string)p!["key"]!));
            cursor = (string?)page["next"];
        }
        while (cursor is not null);
        Assert.Equal(["paged-5", "paged-4", "paged-3", "paged-2", "paged-1"], keys);
    }

    [Fact]
    public async Task The_year_of_a_pole_says_how_it_counts()
    {
        var client = host.AsMachine();
        var key = await client.NewPoleAsync();
        var year = await client.PutAsync($"/api/members/poles/{key}/years/2015", new { countingRule = "membres du CA", secondCircleCountable = false, consentTables = true }).OkAsync();
        Assert.Equal(("membres du CA", false, 2015), ((string?)year["countingRule"], (bool)year["secondCircleCountable"]!, (int)year["year"]!));
        Assert.Equal(JsonNode.Parse(year.ToJsonString())!.ToJsonString(), (await client.GetAsync($"/api/members/poles/{key}/years/2015").OkAsync()).ToJsonString());
        await client.PutAsync($"/api/members/poles/{key}/years/1815", new { }).ProblemAsync(400);
    }
}
