namespace Ptce.Members.Tests.Figures;

public sealed class FiguresApiTests(MembersHost host) : IClassFixture<MembersHost>
{
    [Fact]
    public async Task Figures_come_back_with_what_follows_from_them()
    {
        var client = host.AsMachine();
        var (pole, member) = await MemberAsync(client);
        var told = await client.PutAsync($"/api/members/poles/{pole}/members/{member}/years/2014",
            new { fte = 12.5, income = 640000.00, incomeBasis = "operating-income", peopleHeads = 1, peoplePresidents = 1, peopleEmployees = 0, peopleVolunteers = 2, provenance = "member", provenances = new { income = "synthetic" } }).OkAsync();
        Assert.Equal(("below-1m", "sme", 4, true), ((string?)told["incomeBand"], (string?)told["sizeClass"], (int)told["people"]!, (bool)told["fteCounts"]!));
        Assert.Equal("synthetic", (string?)told["provenances"]!["income"]);
        await client.PutAsync($"/api/members/poles/{pole}/members/{member}/years/2014", new { fte = 13 }).ProblemAsync(428);
        Assert.Equal(2, (long)(await client.PutAsync($"/api/members/poles/{pole}/members/{member}/years/2014", new { fte = 13 }, "\"1\"").OkAsync())["version"]!);
        Assert.Equal(13, (decimal)(await client.GetAsync($"/api/members/poles/{pole}/figures?year=2014").OkAsync())["items"]![0]!["fte"]!);
    }

    [Theory]
    [InlineData("epci", 100.0, false, "authority")]
    [InlineData("university", 100.0, false, "research")]
    [InlineData("company", 6000.0, false, "large-enterprise")]
    [InlineData("company", 100.0, true, null)]
    public async Task The_fte_of_authorities_research_and_large_enterprises_do_not_count(string status, double fte, bool counts, string? reason)
    {
        var client = host.AsMachine();
        var (pole, member) = await MemberAsync(client, status);
        var path = $"/api/members/poles/{pole}/members/{member}/years/2014";
        var told = await client.PutAsync(path, new { fte }).OkAsync();
        Assert.Equal((counts, reason), ((bool)told["fteCounts"]!, (string?)told["fteCountsReason"]));
        Assert.Equal("members.figures.counts-reason-missing", (string?)(await client.PutAsync(path, new { fte, fteCounts = !counts }, "\"1\"").ProblemAsync(400))["errors"]![0]!["code"]);
        await client.PutAsync(path, new { fte, fteCounts = !counts, fteCountsReason = "convention" }, "\"1\"").OkAsync();
    }

    [Theory]
    [InlineData("""{"fte":-1}""", "members.figures.negative", "/fte")]
    [InlineData("""{"fte":1.234}""", "members.figures.scale", "/fte")]
    [InlineData("""{"income":10.001}""", "members.figures.scale", "/income")]
    [InlineData("""{"income":1000000,"incomeBand":"below-1m"}""", "members.figures.band-against-amount", "/incomeBand")]
    [InlineData("""{"peopleHeads":2,"people":1}""", "members.figures.people-sum", "/people")]
    [InlineData("""{"residents":-3}""", "members.figures.negative", "/residents")]
    public async Task Impossible_figures_are_refused_with_their_place(string json, string code, string pointer)
    {
        var client = host.AsMachine();
        var (pole, member) = await MemberAsync(client);
        using var content = new StringContent(json, System.Text.Encoding.UTF8, "application/json");
        var problem = await client.PutAsync(new Uri($"/api/members/poles/{pole}/members/{member}/years/2014", UriKind.Relative), content).ProblemAsync(400);
        Assert.Equal((code, pointer), ((string?)problem["errors"]![0]!["code"], (string?)problem["errors"]![0]!["pointer"]));
    }

    [Fact]
    public async Task A_batch_answers_each_change_and_sending_it_again_does_nothing()
    {
        var client = host.AsMachine();
        var (pole, member) = await MemberAsync(client);
        object Change(Guid id, long @base, decimal fte, Guid? organisation = null) => new { id, organisationId = organisation ?? member, year = 2014, @base, figures = new { fte } };
        var (first, second, stale, stranger, negative) = (Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());
        var batch = new { changes = new[] { Change(first, 0, 10), Change(second, 1, 11), Change(stale, 0, 12), Change(stranger, 0, 1, Guid.CreateVersion7()), Change(negative, 1, -1) } };
        var answer = await client.PutAsync($"/api/members/poles/{pole}/figures", batch).OkAsync();
        Assert.Equal(["accepted", "accepted", "conflict", "refused", "refused"], answer["results"]!.AsArray().Select(r => (string?)r!["outcome"]));
        Assert.Equal((11m, "/changes/4/figures/fte"), ((decimal)answer["results"]![2]!["current"]!["fte"]!, (string?)answer["results"]![4]!["pointer"]));
        var revision = (long)answer["revision"]!;
        var again = await client.PutAsync($"/api/members/poles/{pole}/figures", batch).OkAsync();
        Assert.Equal(["duplicate", "duplicate", "conflict", "refused", "refused"], again["results"]!.AsArray().Select(r => (string?)r!["outcome"]));
        Assert.Equal(revision, (long)again["revision"]!);
    }

    [Fact]
    public async Task Figures_belong_to_one_pole_and_need_a_member()
    {
        var client = host.AsMachine();
        var (pole, member) = await MemberAsync(client);
        var other = await client.NewPoleAsync();
        await client.AdmitAsync(other, member);
        await client.PutAsync($"/api/members/poles/{pole}/members/{member}/years/2014", new { fte = 3 }).OkAsync();
        await client.GetAsync($"/api/members/poles/{other}/members/{member}/years/2014").ProblemAsync(404);
        await client.PutAsync($"/api/members/poles/{other}/members/{Guid.CreateVersion7()}/years/2014", new { fte = 3 }).ProblemAsync(400);
    }

    private static async Task<(string Pole, Guid Member)> MemberAsync(HttpClient client, string status = "association")
    {
        var pole = await client.NewPoleAsync();
        var member = await client.NewOrganisationAsync(pole, "m1", status);
        await client.AdmitAsync(pole, member);
        return (pole, member);
    }
}
