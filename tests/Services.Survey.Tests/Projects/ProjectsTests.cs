using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Ptce.Survey.Tests.Hosting;

namespace Ptce.Survey.Tests.Projects;

public sealed class ProjectsTests : IDisposable
{
    private readonly SurveyHost host = new();
    private readonly Walk walk;

    public ProjectsTests() => walk = new Walk(host);

    public void Dispose() => host.Dispose();

    [Fact]
    public async Task A_project_needs_two_members_unless_the_ptce_helped_it()
    {
        var path = await OpenAsync();
        await Walk.OkAsync(walk.Leader.PutAsJsonAsync(path + "/projects/toiture", Project(false, "code:phares/a")));
        Assert.Contains("survey.check.project/grid.rule.constraint", await RulesAsync(path));
        await PutAsync(path + "/projects/toiture", Project(true, "code:phares/a"), "\"1\"");
        Assert.DoesNotContain(await RulesAsync(path), rule => rule.StartsWith("survey.check.project", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_project_is_edited_under_if_match_and_the_same_content_twice_is_one_edit()
    {
        var path = await OpenAsync() + "/projects/toiture";
        await Walk.OkAsync(walk.Leader.PutAsJsonAsync(path, Project(false, "code:phares/a", "code:phares/b")));
        Assert.Equal(1, (int)(await Walk.OkAsync(walk.Leader.PutAsJsonAsync(path, Project(false, "code:phares/a", "code:phares/b"))))["version"]!);
        await Walk.RefusedAsync(walk.Leader.PutAsJsonAsync(path, Project(false, "code:phares/a", "code:phares/c")), HttpStatusCode.PreconditionRequired, "request.if-match.missing");
        Assert.Equal(HttpStatusCode.OK, (await PutAsync(path, Project(false, "code:phares/a", "code:phares/c"), "\"1\"")).StatusCode);
        await Walk.RefusedAsync(PutAsync(path, Project(false, "code:phares/a", "code:phares/d"), "\"1\""), HttpStatusCode.PreconditionFailed, "request.if-match.stale");
    }

    [Fact]
    public async Task The_network_takes_what_every_side_confirmed_and_a_changed_project_is_confirmed_anew()
    {
        var path = await OpenAsync();
        await Walk.OkAsync(walk.Leader.PutAsJsonAsync(path + "/projects/toiture", Project(false, "code:phares/a", "code:phares/b")));
        Assert.Single((await NetworkAsync(path))["edges"]!.AsArray());
        Assert.Empty((await NetworkAsync(path, "?confirmed=true"))["edges"]!.AsArray());
        await Walk.RefusedAsync(walk.Leader.PostAsJsonAsync(path + "/projects/toiture/confirmations", new { member = "code:phares/z" }), HttpStatusCode.UnprocessableEntity, "survey.project.not-a-partner");
        foreach (var member in new[] { "code:phares/a", "code:phares/b" })
            await Walk.OkAsync(walk.Leader.PostAsJsonAsync(path + "/projects/toiture/confirmations", new { member }));
        Assert.Single((await NetworkAsync(path, "?confirmed=true"))["edges"]!.AsArray());
        var version = (string?)(await walk.Leader.GetFromJsonAsync<JsonNode>(path + "/projects"))!["items"]![0]!["version"]!.ToJsonString();
        Assert.Equal(HttpStatusCode.OK, (await PutAsync(path + "/projects/toiture", Project(true, "code:phares/a", "code:phares/b"), $"\"{version}\"")).StatusCode);
        Assert.Empty((await NetworkAsync(path, "?confirmed=true"))["edges"]!.AsArray());
    }

    [Fact]
    public async Task What_does_not_fit_is_refused_with_its_place()
    {
        var path = await OpenAsync() + "/projects/toiture";
        var problem = await Walk.RefusedAsync(walk.Leader.PutAsJsonAsync(path, new { values = new { title = "Toiture", kind = "no-such-kind", hours = -1 }, partners = Array.Empty<object>() }),
            HttpStatusCode.BadRequest, "request.body.invalid");
        Assert.Equal(["/values/kind", "/values/hours"], problem["errors"]!.AsArray().Select(e => (string?)e!["pointer"]));
    }

    [Fact]
    public async Task An_edition_without_a_register_says_so()
    {
        await walk.OpenAsync();
        await Walk.RefusedAsync(walk.Leader.PutAsJsonAsync($"/api/survey/dossiers/{Walk.Phares}/projects/toiture", Project(true, "code:phares/a")), HttpStatusCode.NotFound, "survey.project.no-register");
    }

    private async Task<string> OpenAsync() => $"/api/survey/dossiers/{await walk.OpenNextAsync()}";

    private static object Project(bool helped, params string[] members) =>
        new { values = new { title = "Toiture partagée", kind = "joint-tender", year = 2026, helped }, partners = members.Select(member => new { member }) };

    private async Task<JsonNode> NetworkAsync(string path, string query = "") => (await walk.Leader.GetFromJsonAsync<JsonNode>(path + "/network" + query))!;

    private async Task<List<string>> RulesAsync(string path) =>
        [.. (await walk.Leader.GetFromJsonAsync<JsonNode>(path))!["sections"]!.AsArray().SelectMany(s => s!["findings"]?.AsArray() ?? []).Select(f => (string)f!["rule"]!)];

    private async Task<HttpResponseMessage> PutAsync(string path, object body, string version)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, path) { Content = JsonContent.Create(body) };
        request.Headers.TryAddWithoutValidation("If-Match", version);
        return await walk.Leader.SendAsync(request);
    }
}
