using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Ptce.Contracts;
using Ptce.Reporting.Tests.Invented;

namespace Ptce.Reporting.Tests.Releases;

public sealed class LaterReleaseTests
{
    [Fact]
    public async Task A_release_goes_from_draft_to_audited_to_published_and_the_earlier_one_stays()
    {
        using var house = await new ReportingHouse(new Grove()).PublishedAsync();
        using var analyst = house.AsPerson("analyst");
        using var anyone = house.CreateClient();
        var first = await anyone.GetStringAsync("/api/reporting/releases/2015.1/indicators");
        await CorrectAsync(house);

        var draft = await analyst.PostAsync("/api/reporting/releases/2015/drafts", null);
        Assert.Equal(HttpStatusCode.Created, draft.StatusCode);
        Assert.Equal("draft", (await draft.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("state").GetString());
        Assert.Equal(HttpStatusCode.NotFound, (await anyone.GetAsync("/api/reporting/releases/2015.2/indicators")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await analyst.GetAsync("/api/reporting/releases/2015.2/indicators")).StatusCode);
        await RefusedAsync(analyst.PostAsync("/api/reporting/releases/2015.2/publish", null), "reporting.release.not-audited");
        Assert.Equal(HttpStatusCode.OK, (await analyst.PostAsync("/api/reporting/releases/2015.2/audit", null)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await analyst.PostAsync("/api/reporting/releases/2015.2/publish", null)).StatusCode);

        Assert.Equal("2015.2", (await ReportingHouse.JsonAsync(anyone, "/api/reporting/releases/2015")).GetProperty("name").GetString());
        Assert.Equal(first, await anyone.GetStringAsync("/api/reporting/releases/2015.1/indicators"));
        await RefusedAsync(analyst.DeleteAsync("/api/reporting/releases/2015.2"), "reporting.release.published");
    }

    [Fact]
    public async Task What_one_pole_corrected_is_withheld_from_the_next_release_so_that_nobody_subtracts()
    {
        using var house = await new ReportingHouse(new Grove()).PublishedAsync();
        using var analyst = house.AsPerson("analyst");
        using var anyone = house.CreateClient();
        Assert.Equal("ok", await StatusAsync(anyone, "2015.1", "I11", "mean"));
        await CorrectAsync(house);
        foreach (var step in new[] { "2015/drafts", "2015.2/audit", "2015.2/publish" })
            Assert.True((await analyst.PostAsync("/api/reporting/releases/" + step, null)).IsSuccessStatusCode, step);
        Assert.Equal("suppressed", await StatusAsync(anyone, "2015.2", "I11", "mean"));
        Assert.Equal("ok", await StatusAsync(anyone, "2015.2", "I04", "mean"));
        Assert.Equal("ok", await StatusAsync(analyst, "2015.2", "I11", "mean"));
        var total = (await ReportingHouse.JsonAsync(anyone, "/api/reporting/releases/2015.2/tables/T9")).GetProperty("rows").EnumerateArray().Single(row => row.GetProperty("key").GetString() == "total");
        Assert.Equal("suppressed", total.GetProperty("cells")[0].GetProperty("status").GetString());
    }

    [Fact]
    public async Task Releases_are_managed_by_those_who_may()
    {
        using var house = new ReportingHouse(new Grove());
        using var leader = house.AsPerson("leader:les-ormes");
        Assert.Equal(HttpStatusCode.Forbidden, (await leader.PostAsync("/api/reporting/releases/2015/drafts", null)).StatusCode);
        using var analyst = house.AsPerson("analyst");
        await RefusedAsync(analyst.PostAsync("/api/reporting/releases/2015/drafts", null), "reporting.release.no-campaign");
    }

    /// <summary>Les Tilleuls sign a second version with 10,000 € more of regional grant.</summary>
    private static async Task CorrectAsync(ReportingHouse house)
    {
        var correction = house.Grove.Correct(LesTilleuls.Key);
        await house.AnnounceAsync((Streams.Of(Streams.Dossiers, correction.DossierId), correction));
        using var operations = house.AsPerson("administrator");
        await ReportingHouse.UntilAsync(async () =>
        {
            var state = await ReportingHouse.JsonAsync(operations, "/api/reporting/rebuild");
            return (state.GetProperty("done").GetInt32(), state.GetProperty("total").GetInt32()) == (20, 20);
        });
    }

    private static async Task<string?> StatusAsync(HttpClient client, string release, string code, string measure) =>
        (await ReportingHouse.JsonAsync(client, $"/api/reporting/releases/{release}/indicators?code={code}")).EnumerateArray()
            .Single(figure => figure.GetProperty("measure").GetString() == measure && figure.GetProperty("pole").ValueKind == JsonValueKind.Null)
            .GetProperty("status").GetString();

    private static async Task RefusedAsync(Task<HttpResponseMessage> call, string code)
    {
        using var answer = await call;
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Equal(code, (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString());
    }
}
