using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Ptce.Survey.Dossiers;
using Ptce.Survey.Tests.Hosting;

namespace Ptce.Survey.Tests.Campaigns;

public sealed class CampaignsTests : IDisposable
{
    private readonly SurveyHost host = new();
    private readonly Walk walk;

    public CampaignsTests() => walk = new Walk(host);

    public void Dispose() => host.Dispose();

    [Fact]
    public async Task Planning_twice_is_planning_once_and_another_content_is_refused()
    {
        var first = await walk.Administrator.PostAsJsonAsync("/api/survey/campaigns", Walk.Plan());
        Assert.Equal(HttpStatusCode.Created, first.StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await walk.Administrator.PostAsJsonAsync("/api/survey/campaigns", Walk.Plan())).StatusCode);
        await Walk.RefusedAsync(walk.Administrator.PostAsJsonAsync("/api/survey/campaigns", Walk.Plan("phares")), HttpStatusCode.Conflict, "survey.campaign.exists");
    }

    [Fact]
    public async Task A_draft_is_changed_under_if_match_and_an_open_campaign_is_not()
    {
        await walk.Administrator.PostAsJsonAsync("/api/survey/campaigns", Walk.Plan());
        var path = $"/api/survey/campaigns/{Walk.Campaign}";
        await Walk.RefusedAsync(walk.Administrator.PutAsJsonAsync(path, Walk.Plan("phares")), HttpStatusCode.PreconditionRequired, "request.if-match.missing");
        Assert.Equal(HttpStatusCode.OK, (await PutAsync(path, "\"1\"")).StatusCode);
        await Walk.RefusedAsync(PutAsync(path, "\"1\""), HttpStatusCode.PreconditionFailed, "request.if-match.stale");
        await Walk.OkAsync(walk.Administrator.PostAsync(path + "/open", null));
        await Walk.RefusedAsync(PutAsync(path, "*"), HttpStatusCode.Conflict, "survey.campaign.not-draft");
    }

    [Fact]
    public async Task Opening_twice_opens_one_dossier_for_each_pole()
    {
        await walk.OpenAsync();
        await Walk.OkAsync(walk.Administrator.PostAsync($"/api/survey/campaigns/{Walk.Campaign}/open", null));
        var list = (await walk.Analyst.GetFromJsonAsync<JsonNode>($"/api/survey/campaigns/{Walk.Campaign}/dossiers?limit=1"))!;
        Assert.Equal("la-serre", (string?)list["items"]![0]!["pole"]);
        var next = (await walk.Analyst.GetFromJsonAsync<JsonNode>($"/api/survey/campaigns/{Walk.Campaign}/dossiers?limit=1&cursor={list["next"]}"))!;
        Assert.Equal(DossierIdentity.Of(Walk.Campaign, "phares").ToString(), (string?)next["items"]![0]!["id"]);
        Assert.Null(next["next"]);
    }

    [Fact]
    public async Task A_closed_campaign_takes_no_answers_but_what_awaits_its_signature_is_signed_and_published()
    {
        var candidate = await walk.AwaitingAsync();
        var path = $"/api/survey/campaigns/{Walk.Campaign}";
        await Walk.RefusedAsync(walk.Administrator.PostAsync(path + "/publish", null), HttpStatusCode.Conflict, "survey.campaign.not-closed");
        await Walk.OkAsync(walk.Administrator.PostAsync(path + "/close", null));
        var late = await Walk.OkAsync(walk.Analyst.PutAsJsonAsync($"/api/survey/dossiers/{Walk.LaSerre}/answers", new { changes = new[] { Walk.Change("G1", "other") } }));
        Assert.Equal("survey.campaign.closed", (string?)late["results"]![0]!["code"]);
        await Walk.OkAsync(walk.SignAsync(candidate));
        var refused = await Walk.RefusedAsync(walk.Administrator.PostAsync(path + "/publish", null), HttpStatusCode.Conflict, "survey.campaign.unsigned-dossiers");
        Assert.Equal("la-serre", (string?)Assert.Single(refused["errors"]!.AsArray())!["value"]);
        var published = await Walk.OkAsync(walk.Administrator.PostAsJsonAsync(path + "/publish", new { leaveOut = new[] { "la-serre" } }));
        Assert.Equal("published", (string?)published["state"]);
        Assert.Equal("published", (string?)(await walk.DossierAsync())["state"]);
        Assert.Equal("to-fill", (string?)(await walk.DossierAsync(Walk.LaSerre))["state"]);
    }

    [Theory]
    [InlineData("edition", "1999", "survey.campaign.unknown-edition")]
    [InlineData("fiscalYear", 2016, "survey.campaign.year-out-of-range")]
    [InlineData("poles", "Phares", "survey.campaign.no-poles")]
    public async Task A_plan_that_cannot_be_is_refused(string member, object value, string code)
    {
        var plan = System.Text.Json.JsonSerializer.SerializeToNode(Walk.Plan())!;
        plan[member] = member == "poles" ? new JsonArray((string)value) : System.Text.Json.JsonSerializer.SerializeToNode(value);
        await Walk.RefusedAsync(walk.Administrator.PostAsJsonAsync("/api/survey/campaigns", plan), HttpStatusCode.UnprocessableEntity, code);
    }

    private async Task<HttpResponseMessage> PutAsync(string path, string version)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, path) { Content = JsonContent.Create(Walk.Plan("phares")) };
        request.Headers.TryAddWithoutValidation("If-Match", version);
        return await walk.Administrator.SendAsync(request);
    }
}
