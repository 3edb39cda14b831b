using Ptce.Contracts.Members;

namespace Ptce.Members.Tests.Organisations;

public sealed class MergeOrganisationsTests(MembersHost host) : IClassFixture<MembersHost>
{
    [Fact]
    public async Task Duplicates_become_one_record_and_the_other_id_redirects()
    {
        var client = host.AsMachine();
        var pole = await client.NewPoleAsync();
        var twice = await client.NewPoleAsync();
        var kept = await client.NewOrganisationAsync(pole, "resto-passerelle", name: "Resto Passerelle");
        var merged = Guid.CreateVersion7();
        await client.PostAsync("/api/members/organisations", new { id = merged, name = "Resto Passerelles", siren = "732829320", code = new { pole, code = "resto" }, status = "association" }).OkAsync();
        await client.AdmitAsync(pole, kept, "1", "2012-01-01");
        await client.AdmitAsync(pole, merged, "1", "2013-01-01");
        await client.AdmitAsync(twice, merged, "2", "2014-01-01");
        await client.PutAsync($"/api/members/poles/{twice}/members/{merged}/years/2014", new { fte = 3 }).OkAsync();
        host.Clock.Set("2026-12-01T10:00:00Z");

        await client.PostAsync($"/api/members/organisations/{merged}/merge", new { into = kept }).ProblemAsync(400);
        await host.AsPerson($"leader:{pole}").PostAsync($"/api/members/organisations/{merged}/merge", new { into = kept, reason = "x" }).ProblemAsync(403);
        var one = await client.PostAsync($"/api/members/organisations/{merged}/merge", new { into = kept, reason = "double saisie" }).OkAsync();
        Assert.Equal((kept, "siren:732829320", "Resto Passerelles"), ((Guid)one["id"]!, (string?)one["key"], (string?)one["aliases"]![0]));

        var followed = await client.GetAsync($"/api/members/organisations/{merged}").OkAsync();
        Assert.Equal(kept, (Guid)followed["id"]!);
        var present = Assert.Single((await client.GetAsync($"/api/members/poles/{pole}/memberships?at=2015-06-30").OkAsync())["items"]!.AsArray());
        Assert.Equal(kept, (Guid)present!["organisation"]!["id"]!);
        Assert.Equal(kept, (Guid)(await client.GetAsync($"/api/members/poles/{twice}/memberships?at=2015-06-30").OkAsync())["items"]![0]!["organisation"]!["id"]!);
        Assert.Equal(3, (decimal)(await client.GetAsync($"/api/members/poles/{twice}/members/{merged}/years/2014").OkAsync())["fte"]!);
        Assert.Equal(2, (await client.GetAsync($"/api/members/poles/{pole}/memberships?at=2015-06-30&knownAt=2026-11-30").OkAsync())["items"]!.AsArray().Count);
        var history = (await client.GetAsync($"/api/members/organisations/{kept}/history").OkAsync())["items"]!.AsArray();
        Assert.Contains(history, entry => (string?)entry!["after"]?["reason"] == "double saisie");
        Assert.Equal(new OrganisationsMerged(kept, merged), Assert.Single(await host.SaidAsync<OrganisationsMerged>(1, e => e.KeptId == kept)));
        await client.PostAsync($"/api/members/organisations/{merged}/merge", new { into = kept, reason = "double saisie" }).OkAsync();
        Assert.Single(await host.SaidAsync<OrganisationsMerged>(1, e => e.KeptId == kept));
    }

    [Fact]
    public async Task Periods_that_contradict_each_other_stop_a_merge()
    {
        var client = host.AsMachine();
        var pole = await client.NewPoleAsync();
        var (one, other) = (await client.NewOrganisationAsync(pole, "a"), await client.NewOrganisationAsync(pole, "b"));
        await client.AdmitAsync(pole, one, "1", "2012-01-01");
        await client.AdmitAsync(pole, other, "2", "2013-01-01");
        await client.PostAsync($"/api/members/organisations/{other}/merge", new { into = one, reason = "x" }).ProblemAsync(409, "members.merge.overlap");
        Assert.Equal(2, (await client.GetAsync($"/api/members/poles/{pole}/memberships?at=2015-06-30").OkAsync())["items"]!.AsArray().Count);
    }

    [Fact]
    public async Task Figures_that_differ_stop_a_merge_unless_one_side_is_chosen()
    {
        var client = host.AsMachine();
        var pole = await client.NewPoleAsync();
        var (one, other) = (await client.NewOrganisationAsync(pole, "a"), await client.NewOrganisationAsync(pole, "b"));
        await client.AdmitAsync(pole, one);
        await client.AdmitAsync(pole, other);
        await client.PutAsync($"/api/members/poles/{pole}/members/{one}/years/2014", new { fte = 3 }).OkAsync();
        await client.PutAsync($"/api/members/poles/{pole}/members/{other}/years/2014", new { fte = 4 }).OkAsync();
        await client.PostAsync($"/api/members/organisations/{other}/merge", new { into = one, reason = "x" }).ProblemAsync(409, "members.merge.figures-differ");
        await client.PostAsync($"/api/members/organisations/{other}/merge", new { into = one, reason = "x", keepFigures = true }).OkAsync();
        Assert.Equal(3, (decimal)(await client.GetAsync($"/api/members/poles/{pole}/members/{one}/years/2014").OkAsync())["fte"]!);
        Assert.Contains((await client.GetAsync($"/api/members/poles/{pole}/history").OkAsync())["items"]!.AsArray(), entry => (decimal?)entry!["before"]?["fte"] == 4m && entry["after"] is null);
    }

    [Fact]
    public async Task A_merged_record_can_be_the_target_of_a_chain_and_never_of_itself()
    {
        var client = host.AsMachine();
        var pole = await client.NewPoleAsync();
        var ids = new List<Guid>();
        foreach (var code in new[] { "a", "b", "c" })
            ids.Add(await client.NewOrganisationAsync(pole, code));
        await client.PostAsync($"/api/members/organisations/{ids[0]}/merge", new { into = ids[1], reason = "x" }).OkAsync();
        await client.PostAsync($"/api/members/organisations/{ids[1]}/merge", new { into = ids[2], reason = "x" }).OkAsync();
        Assert.Equal(ids[2], (Guid)(await client.GetAsync($"/api/members/organisations/{ids[0]}").OkAsync())["id"]!);
        await client.PostAsync($"/api/members/organisations/{ids[2]}/merge", new { into = ids[0], reason = "x" }).ProblemAsync(409, "members.merge.itself");
    }
}
