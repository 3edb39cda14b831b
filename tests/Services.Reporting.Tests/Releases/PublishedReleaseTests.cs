using System.Net;
using System.Text.Json;
using Ptce.Reporting.Tests.Invented;

namespace Ptce.Reporting.Tests.Releases;

public sealed class PublishedReleaseTests(PublishedHouse published) : IClassFixture<PublishedHouse>
{
    private readonly ReportingHouse _house = published.House;

    [Fact]
    public async Task Publishing_the_campaign_publishes_release_1_with_every_table()
    {
        using var anyone = _house.CreateClient();
        var releases = await ReportingHouse.JsonAsync(anyone, "/api/reporting/releases");
        Assert.Equal("2015.1", releases.GetProperty("items")[0].GetProperty("name").GetString());
        foreach (var code in Enumerable.Range(1, 12).Select(number => $"T{number}"))
            Assert.Equal(code, (await ReportingHouse.JsonAsync(anyone, $"/api/reporting/releases/2015/tables/{code}")).GetProperty("code").GetString());
    }

    [Fact]
    public async Task A_table_has_the_published_shape()
    {
        using var anyone = _house.CreateClient();
        var table = await ReportingHouse.JsonAsync(anyone, "/api/reporting/releases/2015/tables/T4");
        Assert.Equal(["code", "year", "title", "columns", "rows", "n", "missing", "versions"], table.EnumerateObject().Select(member => member.Name));
        Assert.Equal(["key", "label"], table.GetProperty("columns")[0].EnumerateObject().Select(member => member.Name));
        var row = table.GetProperty("rows")[0];
        Assert.Equal(["key", "label", "cells"], row.EnumerateObject().Select(member => member.Name));
        Assert.Equal("""{"value":9,"status":"ok","origin":"mixed"}""", row.GetProperty("cells")[0].GetRawText());
        Assert.Equal("""{"value":null,"status":"missing","origin":"mixed"}""", table.GetProperty("rows")[2].GetProperty("cells")[2].GetRawText());
        Assert.Equal((3, 1, 3), (table.GetProperty("n").GetInt32(), table.GetProperty("missing").GetInt32(), table.GetProperty("versions").GetArrayLength()));
    }

    [Fact]
    public async Task An_indicator_has_the_published_shape()
    {
        using var anyone = _house.CreateClient();
        var figures = await ReportingHouse.JsonAsync(anyone, "/api/reporting/releases/2015/indicators?code=I03");
        var mean = figures.EnumerateArray().Single(figure => figure.GetProperty("measure").GetString() == "mean.enterprises");
        Assert.Equal(["code", "measure", "pole", "period", "value", "unit", "n", "missing", "versions", "status", "origin"], mean.EnumerateObject().Select(member => member.Name));
        Assert.Equal((25m, "percent", "2015-06-30", JsonValueKind.Null), (mean.GetProperty("value").GetDecimal(), mean.GetProperty("unit").GetString(), mean.GetProperty("period").GetString(), mean.GetProperty("pole").ValueKind));
    }

    [Fact]
    public async Task Without_signing_in_a_pole_is_named_only_with_its_consent()
    {
        using var anyone = _house.CreateClient();
        foreach (var code in new[] { "T1", "T2" })
            Assert.Equal(["les-frenes", "les-tilleuls"], Keys(await ReportingHouse.JsonAsync(anyone, $"/api/reporting/releases/2015/tables/{code}")));
        var body = await anyone.GetStringAsync("/api/reporting/releases/2015/indicators") + await anyone.GetStringAsync("/reports/2015?lang=fr");
        Assert.DoesNotContain("les-ormes", body, StringComparison.Ordinal);
        Assert.DoesNotContain("Les Ormes", body, StringComparison.Ordinal);
        Assert.Contains("Les Tilleuls", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_analyst_sees_each_poles_own_values()
    {
        using var analyst = _house.AsPerson("analyst");
        Assert.Equal(Grove.Signing, Keys(await ReportingHouse.JsonAsync(analyst, "/api/reporting/releases/2015/tables/T1")));
        var income = (await ReportingHouse.JsonAsync(analyst, "/api/reporting/releases/2015/indicators?code=I11")).EnumerateArray().ToList();
        Assert.Equal(3, income.Count(figure => figure.GetProperty("pole").ValueKind == JsonValueKind.String && figure.GetProperty("value").GetDecimal() == 100_000m));
        Assert.All(income, figure => Assert.Equal("ok", figure.GetProperty("status").GetString()));
    }

    [Fact]
    public async Task A_leader_sees_the_own_pole_and_what_is_public()
    {
        using var leader = _house.AsPerson("leader:les-ormes");
        var income = (await ReportingHouse.JsonAsync(leader, "/api/reporting/releases/2015/indicators?code=I11")).EnumerateArray().ToList();
        Assert.Equal("les-ormes", Assert.Single(income, figure => figure.GetProperty("pole").ValueKind == JsonValueKind.String).GetProperty("pole").GetString());
        Assert.Equal("suppressed", income.Single(figure => figure.GetProperty("measure").GetString() == "max").GetProperty("status").GetString());
    }

    [Fact]
    public async Task Extremes_of_amounts_are_withheld_and_the_mean_over_three_poles_is_not()
    {
        using var anyone = _house.CreateClient();
        var income = (await ReportingHouse.JsonAsync(anyone, "/api/reporting/releases/2015/indicators?code=I11")).EnumerateArray().ToDictionary(figure => figure.GetProperty("measure").GetString()!);
        Assert.Equal(100_000m, income["mean"].GetProperty("value").GetDecimal());
        foreach (var measure in new[] { "min", "q1", "median", "q3", "max" })
        {
            Assert.Equal("suppressed", income[measure].GetProperty("status").GetString());
            Assert.Equal(JsonValueKind.Null, income[measure].GetProperty("value").ValueKind);
        }
    }

    [Fact]
    public async Task Extremes_of_first_circles_need_the_consent_of_every_pole()
    {
        using var anyone = _house.CreateClient();
        var members = (await ReportingHouse.JsonAsync(anyone, "/api/reporting/releases/2015/indicators?code=I01")).EnumerateArray().ToList();
        Assert.Equal("suppressed", members.Single(figure => figure.GetProperty("measure").GetString() == "min").GetProperty("status").GetString());
        Assert.Equal(15m, members.Single(figure => figure.GetProperty("measure").GetString() == "pooled").GetProperty("value").GetDecimal());
    }

    [Fact]
    public async Task A_numbered_release_is_immutable_and_known_by_its_tag()
    {
        using var anyone = _house.CreateClient();
        var first = await anyone.GetAsync("/api/reporting/releases/2015.1/tables/T1");
        Assert.Contains(first.Headers.CacheControl!.Extensions, extension => extension.Name == "immutable");
        Assert.Empty((await anyone.GetAsync("/api/reporting/releases/2015/tables/T1")).Headers.CacheControl!.Extensions);
        using var again = new HttpRequestMessage(HttpMethod.Get, "/api/reporting/releases/2015.1/tables/T1");
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        Assert.Equal(HttpStatusCode.NotModified, (await anyone.SendAsync(again)).StatusCode);
        using var analyst = _house.AsPerson("analyst");
        Assert.NotEqual(first.Headers.ETag, (await analyst.GetAsync("/api/reporting/releases/2015.1/tables/T1")).Headers.ETag);
    }

    [Theory]
    [InlineData("/api/reporting/releases/2015.9/tables/T1", "reporting.release.unknown")]
    [InlineData("/api/reporting/releases/2031/indicators", "reporting.release.unknown")]
    [InlineData("/api/reporting/releases/twenty", "reporting.release.unknown")]
    [InlineData("/api/reporting/releases/2015/tables/T99", "reporting.table.unknown")]
    [InlineData("/api/reporting/campaigns/2031/progress", "reporting.campaign.unknown")]
    public async Task What_does_not_exist_is_said_with_a_code(string path, string code)
    {
        using var anyone = _house.CreateClient();
        var answer = await anyone.GetAsync(path);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal(code, JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.GetProperty("code").GetString());
    }

    [Fact]
    public async Task Progress_gives_counts_and_names_nobody()
    {
        using var anyone = _house.CreateClient();
        var progress = await ReportingHouse.JsonAsync(anyone, "/api/reporting/campaigns/2015/progress");
        Assert.Equal(("published", 4, 36, 60), (progress.GetProperty("state").GetString(), progress.GetProperty("poles").GetInt32(), progress.GetProperty("answered").GetInt32(), progress.GetProperty("expected").GetInt32()));
        Assert.Equal((1, 3), (progress.GetProperty("dossiers").GetProperty("to-fill").GetInt32(), progress.GetProperty("dossiers").GetProperty("signed-off").GetInt32()));
        Assert.DoesNotContain("les-", progress.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Data_notes_are_printed_where_their_pole_may_be_named()
    {
        using var anyone = _house.CreateClient();
        Assert.Contains("Deux sources se contredisent sur les-tilleuls.", await anyone.GetStringAsync("/reports/2015?lang=fr"), StringComparison.Ordinal);
        using var analyst = _house.AsPerson("analyst");
        Assert.Contains("Two sources disagree on les-ormes.", await analyst.GetStringAsync("/reports/2015?lang=en"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_report_is_a_page_in_french_or_english_without_scripts()
    {
        using var anyone = _house.CreateClient();
        var french = await anyone.GetStringAsync("/reports/2015");
        Assert.Contains("<html lang=\"fr\">", french, StringComparison.Ordinal);
        Assert.Contains("Les PTCE en 2015", french, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", french, StringComparison.Ordinal);
        Assert.Contains("<svg", french, StringComparison.Ordinal);
        foreach (var id in Enumerable.Range(1, 12).Select(number => $"id=\"T{number}\"").Concat(Enumerable.Range(1, 18).Select(number => $"id=\"I{number:00}\"")))
            Assert.Contains(id, french, StringComparison.Ordinal);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/reports/2015");
        request.Headers.Add("Accept-Language", "en-GB, fr;q=0.5");
        Assert.Contains("PTCE in 2015", await (await anyone.SendAsync(request)).Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains(".cards", await anyone.GetStringAsync("/reports/report.css"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await anyone.GetAsync("/reports/2031")).StatusCode);
    }

    private static IEnumerable<string?> Keys(JsonElement table) => table.GetProperty("rows").EnumerateArray().Select(row => row.GetProperty("key").GetString());
}
