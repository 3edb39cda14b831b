using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Ptce.Survey.Tests.Hosting;

namespace Ptce.Survey.Tests.Campaigns;

public sealed class PreFillTests : IDisposable
{
    private readonly SurveyHost host = new();
    private readonly Walk walk;

    public PreFillTests() => walk = new Walk(host);

    public void Dispose() => host.Dispose();

    [Fact]
    public async Task Last_years_published_answers_are_taken_over_to_be_confirmed_one_by_one()
    {
        await walk.PublishAsync(Walk.Change("G5", new[] { "charter", "fee" }));
        var dossier = await walk.OpenNextAsync();
        var governance = await GovernanceAsync(dossier);
        var g1 = Answer(governance, "G1");
        Assert.Equal(("association-board", "previous-year", "2015, version 1"), ((string?)g1["value"], (string?)g1["provenance"], (string?)g1["source"]));
        var taken = governance["answers"]!.AsArray().Select(a => (string)a!["item"]!).ToList();
        Assert.Contains("G7.time", taken);
        Assert.Equal(taken.Count, Unconfirmed(governance));
        Assert.Equal(taken.Count, (int)governance["warnings"]!);

        await Walk.OkAsync(walk.Leader.PutAsJsonAsync($"/api/survey/dossiers/{dossier}/answers", new { changes = new[] { Walk.Change("G1", "association-board", 1) } }));
        Assert.Equal(taken.Count - 1, Unconfirmed(await GovernanceAsync(dossier)));
        await Walk.RefusedAsync(Walk.ActAsync(walk.Leader, "governance", "submit", dossier: dossier), HttpStatusCode.Conflict, "survey.section.unanswered-warnings");
    }

    [Fact]
    public async Task A_number_that_moves_by_more_than_half_is_a_warning_that_a_comment_answers()
    {
        await walk.PublishAsync();
        var dossier = await walk.OpenNextAsync();
        await ChangeAsync(dossier, new { id = Guid.NewGuid(), item = "G7.time", @base = 1, value = 46, provenance = "interview-1" });
        var finding = Finding(await GovernanceAsync(dossier), "survey.check.changed-by-half");
        Assert.Equal(("G7.time", false), ((string?)finding!["item"], (bool)finding["answered"]!));
        await ChangeAsync(dossier, new { id = Guid.NewGuid(), item = "G7.time", @base = 2, value = 46, provenance = "interview-1", comment = "Un poste de plus." });
        Assert.True((bool)Finding(await GovernanceAsync(dossier), "survey.check.changed-by-half")!["answered"]!);
        // Exactly half is not more than half.
        await ChangeAsync(dossier, new { id = Guid.NewGuid(), item = "G7.time", @base = 3, value = 45, provenance = "interview-1" });
        Assert.Null(Finding(await GovernanceAsync(dossier), "survey.check.changed-by-half"));
    }

    [Fact]
    public async Task A_dossier_that_was_never_published_fills_nothing()
    {
        await walk.AwaitingAsync();
        Assert.Empty((await GovernanceAsync(await walk.OpenNextAsync()))["answers"]!.AsArray());
    }

    private Task<JsonNode> ChangeAsync(Guid dossier, object change) => Walk.OkAsync(walk.Leader.PutAsJsonAsync($"/api/survey/dossiers/{dossier}/answers", new { changes = new[] { change } }));

    private static JsonNode? Finding(JsonNode section, string rule) => section["findings"]!.AsArray().SingleOrDefault(f => (string?)f!["rule"] == rule);

    private static int Unconfirmed(JsonNode section) => section["findings"]!.AsArray().Count(f => (string?)f!["rule"] == "survey.check.unconfirmed");

    private static JsonNode Answer(JsonNode section, string item) => section["answers"]!.AsArray().Single(a => (string?)a!["item"] == item)!;

    private async Task<JsonNode> GovernanceAsync(Guid dossier) =>
        (await walk.DossierAsync(dossier))["sections"]!.AsArray().Single(s => (string?)s!["section"] == "governance")!;
}
