using Ptce.Members.Poles;
using Ptce.Members.Territories;

namespace Ptce.Members.Tests.Territories;

public sealed class GeographyTests(MembersHost host) : IClassFixture<MembersHost>
{
    [Fact]
    public void The_vintage_is_whole()
    {
        var geography = Geography.Current;
        Assert.Equal(2026, geography.Vintage);
        Assert.Equal("Licence Ouverte 2.0 (Etalab)", geography.Licence);
        Assert.Equal(
            [("commune", 34969), ("departement", 109), ("epci", 1255), ("ept", 11), ("former-region", 17), ("region", 26)],
            geography.Search(null, null, null).Where(t => t.PartOf is null).GroupBy(t => t.Level).Select(g => (g.Key, g.Count())).OrderBy(g => g.Key, StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("21231", "Dijon", "21", "242100410", null)]
    [InlineData("93039", "L'Île-Saint-Denis", "93", "200054781", "200057867")]
    [InlineData("31446", "Ramonville-Saint-Agne", "31", "243100633", null)]
    [InlineData("74250", "Saint-Pierre-en-Faucigny", "74", "247400724", null)]
    public void Places_of_the_study_are_found_by_code(string code, string name, string departement, string epci, string? ept)
    {
        var commune = Geography.Current.Find("commune", code)!;
        Assert.Equal((name, departement, epci, ept), (commune.Name, commune.Departement, commune.Epci, commune.Ept));
    }

    [Fact]
    public void A_code_that_was_merged_away_still_finds_its_commune()
    {
        Assert.Equal("01015", Geography.Current.Find("commune", "01340")!.PartOf);
        Assert.Null(Geography.Current.Find("commune", "01015")!.PartOf);
        Assert.Equal("13055", Geography.Current.Find("commune", "13201")!.PartOf);
        Assert.Null(Geography.Current.Find("commune", "99999"));
    }

    [Fact]
    public void A_territory_may_be_a_set_of_mixed_levels_across_regions()
    {
        var territory = PoleTerritory.Of(new PoleFacts { Name = "Pays de Bray", Communes = ["60009"], Departements = ["76"], Epci = ["246000913", "245900410"], FormerRegions = ["22"] });
        Assert.Equal(["02", "60", "76", "80"], territory.Departements);
        Assert.Equal(["28", "32"], territory.Regions);
        Assert.Equal("epci:245900410", Assert.Single(territory.Unknown));
    }

    [Fact]
    public async Task Names_are_searched_without_accents_and_anonymously_page_by_page()
    {
        var client = host.CreateClient();
        Assert.Equal("93039", (string?)(await client.GetAsync("/api/members/territories?search=ile+saint+denis&level=commune").OkAsync())["items"]![0]!["code"]);
        var first = await client.GetAsync("/api/members/territories?search=saint-denis&level=commune&limit=3").OkAsync();
        var second = await client.GetAsync($"/api/members/territories?search=saint-denis&level=commune&limit=3&cursor={first["next"]}").OkAsync();
        Assert.Empty(first["items"]!.AsArray().Select(t => (string?)t!["code"]).Intersect(second["items"]!.AsArray().Select(t => (string?)t!["code"])));
        Assert.Equal("Nord-Pas-de-Calais", (string?)(await client.GetAsync("/api/members/territories/former-region/31").OkAsync())["name"]);
        await client.GetAsync("/api/members/territories/commune/00000").ProblemAsync(404);
    }
}
