using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Ptce.Grid.Definitions;
using Ptce.Survey.Editions;
using Ptce.Survey.Editions.Storage;
using Ptce.Survey.Tests.Editions.XlsForm;
using Ptce.Survey.Tests.Hosting;

namespace Ptce.Survey.Tests.Editions;

public sealed class EditionsApiTests : IDisposable
{
    private const string Governance = "/api/survey/sections/governance/versions";
    private readonly SurveyHost host = new();
    private readonly Walk walk;

    public EditionsApiTests() => walk = new Walk(host);

    public void Dispose() => host.Dispose();

    [Fact]
    public async Task What_ships_is_published_and_readable()
    {
        var editions = await Walk.OkAsync(walk.Leader.GetAsync("/api/survey/editions"));
        Assert.Equal(["2015", "2026"], editions["items"]!.AsArray().Select(edition => (string?)edition!["key"]));
        var version = await Walk.OkAsync(walk.Leader.GetAsync($"{Governance}/2"));
        Assert.Equal("published", (string?)version["status"]);
        Assert.Equal(GridJson.Write(ShippedGrid.Catalogue.Section("governance", 2)!), GridJson.Write(GridJson.Read<SectionDefinition>(version["definition"]!.ToJsonString())));
        var versions = await Walk.OkAsync(walk.Leader.GetAsync(Governance));
        Assert.Equal(["superseded", "published"], versions["items"]!.AsArray().Select(row => (string?)row!["status"]));
    }

    [Fact]
    public async Task A_draft_is_seen_and_made_only_by_those_who_may()
    {
        await CreateDraftAsync();
        await Walk.RefusedAsync(walk.Leader.GetAsync($"{Governance}/3"), HttpStatusCode.NotFound, "survey.section-version.not-found");
        Assert.Equal(HttpStatusCode.Forbidden, (await walk.Leader.PostAsJsonAsync(Governance, new { })).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await host.CreateClient().GetAsync(new Uri(Governance, UriKind.Relative))).StatusCode);
        await Walk.OkAsync(walk.Analyst.GetAsync($"{Governance}/3"));
    }

    [Fact]
    public async Task A_draft_changes_under_if_match_and_a_published_version_never_does()
    {
        var draft = await CreateDraftAsync();
        draft["label"]!["fr"] = "Gouvernance partagée";
        await Walk.RefusedAsync(PutAsync(draft, null), HttpStatusCode.PreconditionRequired, "request.if-match.missing");
        await Walk.RefusedAsync(PutAsync(draft, "\"9\""), HttpStatusCode.PreconditionFailed, "request.if-match.stale");
        await Walk.OkAsync(PutAsync(draft, "\"1\""));
        await Walk.OkAsync(PublishAsync($"{Governance}/3", "\"2\""));
        Assert.Equal("published", (string?)(await Walk.OkAsync(PublishAsync($"{Governance}/3", null)))["status"]);
        await Walk.RefusedAsync(PutAsync(draft, "*"), HttpStatusCode.Conflict, "survey.section-version.published");
        Assert.Equal("superseded", (string?)(await Walk.OkAsync(walk.Analyst.GetAsync($"{Governance}/2")))["status"]);
    }

    [Fact]
    public async Task A_definition_with_errors_is_kept_as_a_draft_and_not_published()
    {
        var draft = await CreateDraftAsync();
        draft["groups"]![0]!["items"]![0]!["relevant"] = "${nothing} = 1";
        var kept = await Walk.OkAsync(PutAsync(draft, "\"1\""));
        Assert.Equal(("grid.definition.unknown-item", "G1/relevant", 1), ((string?)kept["errors"]![0]!["code"], (string?)kept["errors"]![0]!["at"], (int?)kept["errors"]![0]!["column"]));
        var problem = await Walk.RefusedAsync(PublishAsync($"{Governance}/3", "\"2\""), HttpStatusCode.UnprocessableEntity, "survey.section-version.broken");
        Assert.Equal("/G1/relevant", (string?)problem["errors"]![0]!["pointer"]);
    }

    [Fact]
    public async Task A_definition_that_is_not_one_is_refused_with_its_place()
    {
        var draft = await CreateDraftAsync();
        draft["groups"]![0]!["items"]![0]!["mandatory"] = true;
        await Walk.RefusedAsync(PutAsync(draft, "\"1\""), HttpStatusCode.BadRequest, "request.body.unreadable");
        draft["groups"]![0]!["items"]![0]!.AsObject().Remove("mandatory");
        draft["version"] = 4;
        await Walk.RefusedAsync(PutAsync(draft, "\"1\""), HttpStatusCode.UnprocessableEntity, "survey.section-version.wrong-number");
    }

    [Fact]
    public async Task Versions_of_a_section_that_another_service_owns_are_prepared_there() =>
        await Walk.RefusedAsync(walk.Administrator.PostAsJsonAsync("/api/survey/sections/morphology/versions", new { }), HttpStatusCode.UnprocessableEntity, "survey.section-version.not-owned");

    [Fact]
    public async Task A_workbook_goes_out_and_comes_back_into_a_draft()
    {
        var draft = await CreateDraftAsync();
        var workbook = await walk.Leader.GetByteArrayAsync($"{Governance}/2/xlsform");
        var imported = await Walk.OkAsync(UploadAsync(workbook, "\"1\""));
        Assert.Empty(imported["warnings"]!.AsArray());
        var now = (await Walk.OkAsync(walk.Analyst.GetAsync($"{Governance}/3")))["definition"]!;
        Assert.Equal(draft.ToJsonString(), now.ToJsonString());
    }

    [Fact]
    public async Task A_broken_workbook_changes_nothing_and_names_sheet_row_and_column()
    {
        await CreateDraftAsync();
        var problem = await Walk.RefusedAsync(
            UploadAsync(FormFile.Xlsx("# survey", "type | name | label::Français (fr) | label::English (en) | constraint", "text | q | Q | Q", "integer | n | N | N | . == 2"), "\"1\""), HttpStatusCode.UnprocessableEntity, "survey.xlsform.broken");
        var error = problem["errors"]![0]!;
        Assert.Equal(("survey", 3, "constraint"), ((string?)error["sheet"], (int?)error["line"], (string?)error["column"]));
        await Walk.RefusedAsync(UploadAsync("not a workbook"u8.ToArray(), "\"1\""), HttpStatusCode.UnprocessableEntity, "survey.xlsform.broken");
        Assert.Equal(1, (int?)(await Walk.OkAsync(walk.Analyst.GetAsync($"{Governance}/3")))["version"]);
    }

    [Fact]
    public async Task An_edition_pins_only_what_exists_and_is_published_only_with_published_versions()
    {
        await CreateDraftAsync();
        var unknown = await Walk.RefusedAsync(walk.Administrator.PostAsJsonAsync("/api/survey/editions", Edition("2027", governance: 9)), HttpStatusCode.UnprocessableEntity, "survey.edition.broken");
        Assert.Equal("/sections/2", (string?)unknown["errors"]![0]!["pointer"]);
        Assert.Equal(HttpStatusCode.Created, (await walk.Administrator.PostAsJsonAsync("/api/survey/editions", Edition("2027"))).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await walk.Administrator.PostAsJsonAsync("/api/survey/editions", Edition("2027"))).StatusCode);
        await Walk.RefusedAsync(walk.Administrator.PostAsJsonAsync("/api/survey/editions", Edition("2027", governance: 2)), HttpStatusCode.Conflict, "survey.edition.exists");
        await Walk.RefusedAsync(PublishAsync("/api/survey/editions/2027", "\"1\""), HttpStatusCode.UnprocessableEntity, "survey.edition.broken");
        await Walk.RefusedAsync(walk.Administrator.PostAsJsonAsync("/api/survey/campaigns", Campaign("2027")), HttpStatusCode.UnprocessableEntity, "survey.campaign.unknown-edition");
        await Walk.OkAsync(PublishAsync($"{Governance}/3", "\"1\""));
        await Walk.OkAsync(PublishAsync("/api/survey/editions/2027", "\"1\"", new { supersedes = new[] { "2026" } }));
        Assert.Equal("superseded", (string?)(await Walk.OkAsync(walk.Leader.GetAsync("/api/survey/editions/2026")))["status"]);
        Assert.Equal(HttpStatusCode.Created, (await walk.Administrator.PostAsJsonAsync("/api/survey/campaigns", Campaign("2027"))).StatusCode);
    }

    [Fact]
    public async Task Sections_evolve_apart_while_the_system_runs()
    {
        await walk.OpenAsync();
        await walk.FillAsync();
        var draft = await CreateDraftAsync();
        Evolve(draft);
        await Walk.OkAsync(PutAsync(draft, "\"1\""));
        await Walk.OkAsync(PublishAsync($"{Governance}/3", "\"2\""));
        await Walk.OkAsync(walk.Administrator.PostAsJsonAsync("/api/survey/editions", Edition("2027")));
        await Walk.OkAsync(PublishAsync("/api/survey/editions/2027", "\"1\""));
        var campaign = Guid.CreateVersion7();
        await Walk.OkAsync(walk.Administrator.PostAsJsonAsync("/api/survey/campaigns", Campaign("2027", campaign)));
        await Walk.OkAsync(walk.Administrator.PostAsync($"/api/survey/campaigns/{campaign}/open", null));

        var next = Ptce.Survey.Dossiers.DossierIdentity.Of(campaign, "phares");
        Assert.Equal(3, VersionOf(await walk.DossierAsync(next), "governance"));
        Assert.Equal(["accepted", "accepted", "refused"], await OutcomesAsync(next, ("G10", "Assemblée citoyenne"), ("G1", "collegial"), ("G9", "Valeurs")));

        // The dossier of 2015 keeps version 1: it knows neither the new item nor the new choice, and still has the old item.
        Assert.Equal(1, VersionOf(await walk.DossierAsync(), "governance"));
        Assert.Equal(["refused", "refused", "accepted"], await OutcomesAsync(Walk.Phares, ("G10", "Assemblée citoyenne"), ("G2", "collegial"), ("G9", "Valeurs")));

        var crosswalk = (await Walk.OkAsync(walk.Leader.GetAsync("/api/survey/crosswalks/2026/2027")))["entries"]!.AsArray();
        Assert.Equal("comparable", Line(crosswalk, "G2"));
        Assert.Equal("comparable-with-note", Line(crosswalk, "G1"));
        Assert.Equal("not-comparable", Line(crosswalk, "G10"));
        Assert.Equal("not-comparable", (string?)crosswalk.Single(entry => (string?)entry!["from"] == "G9")!["comparability"]);
    }

    [Fact]
    public async Task A_crosswalk_is_written_by_people_and_checked_against_both_editions()
    {
        const string path = "/api/survey/crosswalks/2015/2026";
        var written = await Walk.OkAsync(walk.Leader.GetAsync(path));
        Assert.True((bool?)written["written"]);
        var entries = written["entries"]!.AsArray();
        var request = new HttpRequestMessage(HttpMethod.Put, path) { Content = JsonContent.Create(new { entries = new[] { new { section = "governance", from = "G77", to = "G1", comparability = "comparable-with-note" } } }) };
        request.Headers.IfMatch.Add(new EntityTagHeaderValue("\"1\""));
        var problem = await Walk.RefusedAsync(walk.Administrator.SendAsync(request), HttpStatusCode.UnprocessableEntity, "survey.crosswalk.broken");
        Assert.Equal(["survey.crosswalk.from", "survey.crosswalk.note"], problem["errors"]!.AsArray().Select(error => (string?)error!["code"]));
        entries[^1]!["note"] = new JsonObject { ["fr"] = "Autre", ["en"] = "Other" };
        var again = new HttpRequestMessage(HttpMethod.Put, path) { Content = JsonContent.Create(new JsonObject { ["entries"] = entries.DeepClone() }) };
        again.Headers.IfMatch.Add(new EntityTagHeaderValue("\"1\""));
        await Walk.OkAsync(walk.Administrator.SendAsync(again));
        Assert.Equal("Autre", (string?)(await Walk.OkAsync(walk.Leader.GetAsync(path)))["entries"]!.AsArray()[^1]!["note"]!["fr"]);
    }

    [Fact]
    public async Task Another_replica_finds_a_version_that_was_published_a_moment_ago()
    {
        using var replica = new PublishedGrid(host.Services.GetRequiredService<IServiceScopeFactory>(), TimeProvider.System);
        Assert.Null(await replica.SectionAsync("governance", 3, default));
        await CreateDraftAsync();
        Assert.Null(await replica.SectionAsync("governance", 3, default));
        await Walk.OkAsync(PublishAsync($"{Governance}/3", "\"1\""));
        var known = (await replica.ReadAsync(default)).Section("governance", 2);
        Assert.NotNull(await replica.SectionAsync("governance", 3, default));
        Assert.Same(known, (await replica.ReadAsync(default)).Section("governance", 2));
    }

    [Fact]
    public async Task Keeping_what_ships_twice_changes_nothing_and_never_touches_what_is_kept()
    {
        var draft = await CreateDraftAsync();
        await Walk.OkAsync(PublishAsync($"{Governance}/3", "\"1\""));
        var before = await Walk.OkAsync(walk.Analyst.GetAsync(Governance));
        await KeepShippedGrid.RunAsync(host.Services, default);
        Assert.Equal(before.ToJsonString(), (await Walk.OkAsync(walk.Analyst.GetAsync(Governance))).ToJsonString());
        Assert.Equal(3, (int?)draft["version"]);
    }

    private async Task<JsonNode> CreateDraftAsync()
    {
        var created = await walk.Administrator.PostAsJsonAsync(Governance, new { });
        Assert.Equal(HttpStatusCode.Created, created.StatusCode);
        return (await created.Content.ReadFromJsonAsync<JsonNode>())!["definition"]!;
    }

    // One item added (G10), one retired (G9), one with a new choice (G1).
    private static void Evolve(JsonNode draft)
    {
        draft["choices"]!["configuration"]!.AsArray().Add(JsonNode.Parse("""{ "value": "collegial", "label": { "fr": "Collégiale", "en": "Collegial" } }"""));
        var values = draft["groups"]!.AsArray().Single(group => (string?)group!["key"] == "G9")!["items"]!.AsArray();
        values.Remove(values.Single(item => (string?)item!["code"] == "G9"));
        values.Add(JsonNode.Parse("""{ "code": "G10", "type": "text", "label": { "fr": "Instance ouverte aux habitants", "en": "Body open to inhabitants" } }"""));
    }

    private Task<HttpResponseMessage> PutAsync(JsonNode definition, string? tag)
    {
        var request = new HttpRequestMessage(HttpMethod.Put, $"{Governance}/3") { Content = new StringContent(definition.ToJsonString(), Encoding.UTF8, "application/json") };
        if (tag is not null)
            request.Headers.TryAddWithoutValidation("If-Match", tag);
        return walk.Administrator.SendAsync(request);
    }

    private Task<HttpResponseMessage> PublishAsync(string path, string? tag, object? body = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, path + "/publish") { Content = JsonContent.Create(body ?? new { }) };
        if (tag is not null)
            request.Headers.TryAddWithoutValidation("If-Match", tag);
        return walk.Administrator.SendAsync(request);
    }

    private Task<HttpResponseMessage> UploadAsync(byte[] workbook, string tag)
    {
        var request = new HttpRequestMessage(HttpMethod.Put, $"{Governance}/3/xlsform") { Content = new ByteArrayContent(workbook) };
        request.Headers.TryAddWithoutValidation("If-Match", tag);
        return walk.Administrator.SendAsync(request);
    }

    private async Task<IEnumerable<string?>> OutcomesAsync(Guid dossier, params (string Item, string Value)[] answers)
    {
        var given = await Walk.OkAsync(walk.Analyst.PutAsJsonAsync($"/api/survey/dossiers/{dossier}/answers", new { changes = answers.Select(answer => Walk.Change(answer.Item, answer.Value)) }));
        return given["results"]!.AsArray().Select(result => (string?)result!["outcome"]);
    }

    private static int? VersionOf(JsonNode dossier, string section) =>
        (int?)dossier["sections"]!.AsArray().Single(row => (string?)row!["section"] == section)!["version"];

    private static string? Line(JsonArray crosswalk, string to) => (string?)crosswalk.Single(entry => (string?)entry!["to"] == to)!["comparability"];

    private static object Edition(string key, int governance = 3) => new
    {
        key,
        label = new { fr = "Grille de 2027", en = "Grid of 2027" },
        sections = new object[]
        {
            new { section = "morphology", version = 1, owner = "members" },
            new { section = "cooperation", version = 2, owner = "survey" },
            new { section = "governance", version = governance, owner = "survey" },
            new { section = "economics", version = 1, owner = "finance" },
            new { section = "impacts", version = 1, owner = "survey" },
        },
    };

    private static object Campaign(string edition, Guid? id = null) => new
    {
        id = id ?? Guid.CreateVersion7(), year = 2027, edition, referenceDate = "2027-06-30", fiscalYear = 2026, poles = new[] { "phares" },
    };
}
