namespace Ptce.Members.Tests.Memberships;

public sealed class MembershipApiTests(MembersHost host) : IClassFixture<MembersHost>
{
    [Fact]
    public async Task The_state_at_a_date_is_told_as_it_was_known_at_another()
    {
        var client = host.AsMachine();
        host.Clock.Set("2026-10-01T10:00:00Z");
        var pole = await client.NewPoleAsync();
        var organisation = await client.NewOrganisationAsync(pole, "m1");
        var (membership, period) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await client.PostAsync($"/api/members/poles/{pole}/memberships", new { id = membership, organisationId = organisation, belongings = new[] { new { id = period, circle = "1", entry = "2026-01-01" } } }).OkAsync();
        host.Clock.Set("2026-10-20T10:00:00Z");
        await client.PutAsync($"/api/members/poles/{pole}/memberships/{membership}/belongings/{period}", new { circle = "2", entry = "2026-01-01" }, "\"1\"").OkAsync();

        Assert.Equal("1", await CircleAsync(client, pole, "at=2026-06-30&knownAt=2026-10-15"));
        Assert.Equal("2", await CircleAsync(client, pole, "at=2026-06-30&knownAt=2026-10-20"));
        Assert.Equal("2", await CircleAsync(client, pole, "at=2026-06-30"));
        Assert.Equal("1", await CircleAsync(client, pole, "at=2026-06-30&knownAt=2026-10-20T09:59:59Z"));
        Assert.Null(await CircleAsync(client, pole, "at=2026-06-30&knownAt=2026-09-30"));
        Assert.Null(await CircleAsync(client, pole, "at=2025-12-31"));
        Assert.Null(await CircleAsync(client, pole, "at=2026-06-30&circle=1"));
        Assert.Equal("1", await CircleAsync(client, pole, "at=2026-06-30&knownAt=2026-10-15&circle=1"));
        await client.GetAsync($"/api/members/poles/{pole}/memberships?knownAt=hier").ProblemAsync(400);
    }

    [Fact]
    public async Task A_clock_set_back_does_not_reorder_what_was_known()
    {
        var client = host.AsMachine();
        host.Clock.Set("2026-11-10T10:00:00Z");
        var pole = await client.NewPoleAsync();
        var organisation = await client.NewOrganisationAsync(pole, "m1");
        var membership = await client.AdmitAsync(pole, organisation);
        host.Clock.Set("2026-11-01T10:00:00Z");
        var moved = await client.PostAsync($"/api/members/poles/{pole}/memberships/{membership}/moves", new { id = Guid.CreateVersion7(), date = "2020-01-01", circle = "2" }, "\"1\"").OkAsync();
        var recorded = moved["belongings"]!.AsArray().Select(b => (DateTime)b!["recordedAt"]!).ToList();
        Assert.All(recorded, at => Assert.True(at > new DateTime(2026, 11, 10, 9, 59, 59, DateTimeKind.Utc)));
        Assert.Null(await CircleAsync(client, pole, "at=2021-01-01&knownAt=2026-11-05"));
    }

    [Fact]
    public async Task Two_editors_of_one_membership_the_second_gets_both_versions_and_nothing_is_lost()
    {
        var client = host.AsMachine();
        var pole = await client.NewPoleAsync();
        var membership = await client.AdmitAsync(pole, await client.NewOrganisationAsync(pole, "m1"));
        var path = $"/api/members/poles/{pole}/memberships/{membership}";
        await client.PutAsync(path, new { founder = true, relations = new[] { "member" } }, "\"1\"").OkAsync();
        var conflict = await client.PutAsync(path, new { lead = true }, "\"1\"").ProblemAsync(412, "request.if-match.stale");
        Assert.True((bool)conflict["current"]!["founder"]!);
        Assert.True((bool)conflict["proposed"]!["lead"]!);
        Assert.Equal(2, (long)conflict["current"]!["version"]!);
        await client.PutAsync(path, new { lead = true }).ProblemAsync(428);
        var merged = await client.PutAsync(path, new { founder = true, lead = true, relations = new[] { "member" } }, "\"2\"").OkAsync();
        Assert.Equal((true, true, 3L), ((bool)merged["founder"]!, (bool)merged["lead"]!, (long)merged["version"]!));
    }

    [Fact]
    public async Task Racing_editors_of_one_membership_win_one_at_a_time()
    {
        var client = host.AsMachine();
        var pole = await client.NewPoleAsync();
        var membership = await client.AdmitAsync(pole, await client.NewOrganisationAsync(pole, "m1"));
        var path = $"/api/members/poles/{pole}/memberships/{membership}";
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => client.PutAsync(path, new { criteria = new[] { new { criterion = "resident", from = $"20{10 + i}-01-01" } } }, "\"1\"")));
        Assert.Equal(1, answers.Count(a => a.IsSuccessStatusCode));
        Assert.Equal(7, answers.Count(a => (int)a.StatusCode == 412));
        Assert.Equal(2, (long)(await client.GetAsync(path).OkAsync())["version"]!);
    }

    [Fact]
    public async Task Periods_are_entered_ended_moved_corrected_and_taken_back()
    {
        var client = host.AsMachine();
        var pole = await client.NewPoleAsync();
        var membership = await client.AdmitAsync(pole, await client.NewOrganisationAsync(pole, "m1"), "2", "2010-01-01");
        var path = $"/api/members/poles/{pole}/memberships/{membership}";
        await client.PostAsync($"{path}/moves", new { id = Guid.CreateVersion7(), date = "2012-01-01", circle = "1" }, "\"1\"").OkAsync();
        await client.PostAsync($"{path}/exit", new { date = "2014-01-01" }, "\"2\"").OkAsync();
        var again = Guid.CreateVersion7();
        var entered = await client.PostAsync($"{path}/entries", new { id = again, circle = "1", entry = "2016-01-01" }, "\"3\"").OkAsync();
        Assert.Equal("2:2010-01-01..2012-01-01 1:2012-01-01..2014-01-01 1:2016-01-01..", string.Join(' ', entered["belongings"]!.AsArray().Select(b => $"{b!["circle"]}:{b["entry"]}..{b["exit"]}")));
        await client.PostAsync($"{path}/entries", new { id = Guid.CreateVersion7(), circle = "1", entry = "2013-12-31", exit = "2015-01-01" }, "\"4\"").ProblemAsync(409, "members.belonging.overlap");
        await client.PutAsync($"{path}/belongings/{again}", new { circle = "1", entry = "2013-01-01" }, "\"4\"").ProblemAsync(409, "members.belonging.overlap");
        await client.PutAsync($"{path}/belongings/{again}", new { circle = "1", entry = "2015-01-01" }, "\"4\"").OkAsync();
        var retracted = await client.SendAsync(HttpMethod.Delete, $"{path}/belongings/{again}", null, "\"5\"").OkAsync();
        Assert.Equal(2, retracted["belongings"]!.AsArray().Count);
        await client.SendAsync(HttpMethod.Delete, $"{path}/belongings/{again}", null, "\"6\"").ProblemAsync(404, "members.belonging.unknown");
        await client.PostAsync($"{path}/exit", new { date = "2014-06-01" }, "\"6\"").ProblemAsync(409, "members.belonging.not-open");
    }

    [Fact]
    public async Task Criteria_overlap_freely_and_are_told_at_a_date()
    {
        var client = host.AsMachine();
        var pole = await client.NewPoleAsync();
        var membership = await client.AdmitAsync(pole, await client.NewOrganisationAsync(pole, "m1"));
        var path = $"/api/members/poles/{pole}/memberships";
        await client.PutAsync($"{path}/{membership}", new { criteria = new object[] { new { criterion = "paying-member", from = "2012-01-01" }, new { criterion = "resident", from = "2012-06-01", to = "2014-01-01" } } }, "\"1\"").OkAsync();
        Assert.Equal(2, (await client.GetAsync($"{path}?at=2013-01-01").OkAsync())["items"]![0]!["criteria"]!.AsArray().Count);
        Assert.Single((await client.GetAsync($"{path}?at=2014-01-01").OkAsync())["items"]![0]!["criteria"]!.AsArray());
        await client.PutAsync($"{path}/{membership}", new { criteria = new object[] { new { criterion = "resident", from = "2012-01-01" }, new { criterion = "resident", from = "2013-01-01" } } }, "\"2\"").ProblemAsync(400);
    }

    [Fact]
    public async Task One_organisation_has_one_membership_in_a_pole_and_repeating_it_is_harmless()
    {
        var client = host.AsMachine();
        var pole = await client.NewPoleAsync();
        var organisationId = await client.NewOrganisationAsync(pole, "m1");
        var body = new { id = Guid.CreateVersion7(), organisationId, belongings = new[] { new { id = Guid.CreateVersion7(), circle = "1", entry = "2012-01-01" } }, criteria = new[] { new { criterion = "contributor" } }, founder = true };
        await client.PostAsync($"/api/members/poles/{pole}/memberships", body).OkAsync();
        Assert.Equal(1, (long)(await client.PostAsync($"/api/members/poles/{pole}/memberships", body).OkAsync())["version"]!);
        await client.PostAsync($"/api/members/poles/{pole}/memberships", body with { founder = false }).ProblemAsync(409, "members.membership.different");
        await client.PostAsync($"/api/members/poles/{pole}/memberships", body with { id = Guid.CreateVersion7() }).ProblemAsync(409, "members.membership.known");
        await client.PostAsync($"/api/members/poles/{pole}/memberships", body with { id = Guid.CreateVersion7(), organisationId = Guid.CreateVersion7() }).ProblemAsync(400);
    }

    [Fact]
    public async Task Nobody_reads_or_edits_the_members_of_another_pole()
    {
        var analyst = host.AsPerson("analyst");
        var pole = await analyst.NewPoleAsync();
        var membership = await analyst.AdmitAsync(pole, await analyst.NewOrganisationAsync(pole, "m1"));
        var other = host.AsPerson("leader:another-pole");
        await other.GetAsync($"/api/members/poles/{pole}/memberships").ProblemAsync(404);
        await other.GetAsync($"/api/members/poles/{pole}/figures").ProblemAsync(404);
        await other.PostAsync($"/api/members/poles/{pole}/memberships/{membership}/exit", new { date = "2020-01-01" }, "\"1\"").ProblemAsync(404);
    }

    private static async Task<string?> CircleAsync(HttpClient client, string pole, string query) =>
        (await client.GetAsync($"/api/members/poles/{pole}/memberships?{query}").OkAsync())["items"]!.AsArray() is [var only] ? (string?)only!["circle"] : null;
}
