namespace Ptce.Members.Tests.Organisations;

public sealed class RegisterOrganisationTests(MembersHost host) : IClassFixture<MembersHost>
{
    [Fact]
    public async Task One_record_has_one_identifier_and_repeating_it_is_harmless()
    {
        var client = host.AsMachine();
        var id = Guid.CreateVersion7();
        var body = new { id, name = "Val Horizon", siren = "732 829 320", legalCategories = new[] { new { code = "9220" } }, labels = new[] { new { label = "aci", from = "2005-01-01" } }, provenance = "document" };
        var created = await client.PostAsync("/api/members/organisations", body).OkAsync();
        Assert.Equal(("siren:732829320", "association", "ess", "aci"), ((string?)created["key"], (string?)created["derived"]!["status"], (string?)created["derived"]!["family"], (string?)created["derived"]!["integration"]![0]));
        Assert.Equal(1, (long)(await client.PostAsync("/api/members/organisations", body).OkAsync())["version"]!);
        await client.PostAsync("/api/members/organisations", new { id, name = "Other" , rna = "W751234567" }).ProblemAsync(409, "members.organisation.different");
        var known = await client.PostAsync("/api/members/organisations", new { id = Guid.CreateVersion7(), name = "Doublon", siren = "732829320" }).ProblemAsync(409, "members.organisation.known");
        Assert.Equal(id, (Guid)known["organisation"]!["id"]!);
    }

    [Theory]
    [InlineData("732829321", "members.siren.checksum")]
    [InlineData("000000000", "members.siren.zero")]
    [InlineData("12", "members.siren.form")]
    public async Task A_wrong_siren_is_refused_with_its_reason(string siren, string code)
    {
        var problem = await host.AsMachine().PostAsync("/api/members/organisations", new { id = Guid.CreateVersion7(), name = "X", siren }).ProblemAsync(400);
        Assert.Equal((code, "/siren"), ((string?)problem["errors"]![0]!["code"], (string?)problem["errors"]![0]!["pointer"]));
    }

    [Fact]
    public async Task Without_any_identifier_there_is_no_record() =>
        Assert.Equal("members.organisation.key-missing", (string?)(await host.AsMachine().PostAsync("/api/members/organisations", new { id = Guid.CreateVersion7(), name = "X" }).ProblemAsync(400))["errors"]![0]!["code"]);

    [Fact]
    public async Task A_family_against_the_rules_needs_a_reason()
    {
        var client = host.AsMachine();
        var body = new { id = Guid.CreateVersion7(), name = "Institut", code = new { pole = "periscope", code = "institut" }, status = "association", family = "research", familyReason = (string?)null };
        var problem = await client.PostAsync("/api/members/organisations", body).ProblemAsync(400);
        Assert.Equal("members.organisation.family-reason-missing", (string?)problem["errors"]![0]!["code"]);
        var accepted = await client.PostAsync("/api/members/organisations", body with { familyReason = "Qualifiée ainsi par l'étude" }).OkAsync();
        Assert.Equal(("research", "declared"), ((string?)accepted["derived"]!["family"], (string?)accepted["derived"]!["reason"]));
    }

    [Fact]
    public async Task Facets_are_told_at_a_date()
    {
        var facts = new Ptce.Members.Organisations.OrganisationFacts
        {
            Name = "X",
            LegalCategories = [new("9220"), new("5710", new(2015, 1, 1))],
            Labels = [new("ei", new(2014, 1, 1), new(2016, 1, 1)), new("ess-company", new(2017, 1, 1))],
        };
        (string, string?, string?, string)[] expected =
        [
            ("2013-12-31", "association", "ess", ""), ("2014-01-01", "association", "ess", "ei"), ("2015-01-01", "company", "non-ess", "ei"),
            ("2016-01-01", "company", "non-ess", ""), ("2017-01-01", "company", "ess", ""),
        ];
        Assert.Equal(expected, expected.Select(e =>
        {
            var date = DateOnly.Parse(e.Item1, System.Globalization.CultureInfo.InvariantCulture);
            return (e.Item1, facts.At(date).Status, facts.At(date).Family, string.Join(',', facts.IntegrationAt(date)));
        }));
        await Task.CompletedTask;
    }

    [Fact]
    public async Task A_natural_person_is_hidden_from_other_poles_and_needs_a_code()
    {
        var analyst = host.AsPerson("analyst");
        var pole = await analyst.NewPoleAsync("persons");
        await analyst.PostAsync("/api/members/organisations", new { id = Guid.CreateVersion7(), name = "Camille Exemple", siren = "404833048", naturalPerson = true }).ProblemAsync(400);
        var id = Guid.CreateVersion7();
        await analyst.PostAsync("/api/members/organisations", new { id, name = "Camille Exemple", siren = "404833048", code = new { pole, code = "p07" }, naturalPerson = true, status = "individual" }).OkAsync();
        var elsewhere = host.AsPerson("leader:elsewhere");
        await elsewhere.GetAsync($"/api/members/organisations/{id}").ProblemAsync(404);
        Assert.Empty((await elsewhere.GetAsync("/api/members/organisations?siren=404833048").OkAsync())["items"]!.AsArray());
        Assert.Equal("code:persons/p07", (string?)(await host.AsPerson("leader:persons").GetAsync($"/api/members/organisations/{id}").OkAsync())["key"]);
        Assert.DoesNotContain("Camille", string.Join(' ', await host.ReadAsync(db => Task.FromResult(db.Journal.Select(j => j.After).ToList()))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_leader_finds_a_shared_legal_person_by_its_exact_number_only()
    {
        var analyst = host.AsPerson("analyst");
        await analyst.PostAsync("/api/members/organisations", new { id = Guid.CreateVersion7(), name = "Partagée", siren = "552100554" }).OkAsync();
        var leader = host.AsPerson("leader:alone");
        Assert.Empty((await leader.GetAsync("/api/members/organisations?search=partagee").OkAsync())["items"]!.AsArray());
        Assert.Single((await leader.GetAsync("/api/members/organisations?siren=552100554").OkAsync())["items"]!.AsArray());
        Assert.Single((await analyst.GetAsync("/api/members/organisations?search=PARTAGÉE").OkAsync())["items"]!.AsArray());
    }

    [Fact]
    public async Task Lists_are_filtered_sorted_and_paged_without_losing_or_repeating_any()
    {
        var client = host.AsMachine();
        var pole = await client.NewPoleAsync();
        var names = new List<string>();
        for (var i = 0; i < 7; i++)
        {
            names.Add($"Liste {i / 2}");
            await client.AdmitAsync(pole, await client.NewOrganisationAsync(pole, $"m{i}", i % 2 == 0 ? "association" : "company", name: names[^1]));
        }
        Assert.Equal(names.Order(StringComparer.Ordinal), await AllAsync(client, $"pole={pole}&limit=3"));
        Assert.Equal(names.OrderDescending(StringComparer.Ordinal), await AllAsync(client, $"pole={pole}&limit=3&sort=-name"));
        Assert.Equal(3, (await AllAsync(client, $"pole={pole}&family=non-ess&limit=2")).Count);
        Assert.Equal(4, (await AllAsync(client, $"pole={pole}&status=association&limit=1&sort=-key")).Count);
    }

    private static async Task<List<string>> AllAsync(HttpClient client, string query)
    {
        var names = new List<string>();
        string? cursor = null;
        do
        {
            var page = await client.GetAsync($"/api/members/organisations?{query}&cursor={cursor}").OkAsync();
            names.AddRange(page["items"]!.AsArray().Select(o => (string)o!["name"]!));
            cursor = (string?)page["next"];
        }
        while (cursor is not null);
        return names;
    }
}
