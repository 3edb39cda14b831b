using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Ptce.Survey.Tests.Hosting;

namespace Ptce.Survey.Tests.Queries;

public sealed class QueriesTests : IDisposable
{
    private readonly SurveyHost host = new();
    private readonly Walk walk;
    private readonly string path = $"/api/survey/dossiers/{Walk.Phares}/queries";

    public QueriesTests() => walk = new Walk(host);

    public void Dispose() => host.Dispose();

    [Fact]
    public async Task Signing_a_dossier_with_an_open_query_is_refused_until_an_analyst_closes_it()
    {
        var candidate = await walk.AwaitingAsync();
        var id = await RaiseAsync();
        await Walk.RefusedAsync(walk.SignAsync(candidate), HttpStatusCode.Conflict, "survey.dossier.open-query");

        var answered = await Walk.OkAsync(walk.Contributor.PostAsJsonAsync($"{path}/{id}/messages", new { id = Guid.NewGuid(), text = "Oui, depuis 2014." }));
        Assert.Equal("answered", (string?)answered["state"]);
        await Walk.RefusedAsync(walk.SignAsync(candidate), HttpStatusCode.Conflict, "survey.dossier.open-query");
        await Walk.RefusedAsync(walk.Leader.PostAsync($"{path}/{id}/close", null), HttpStatusCode.Forbidden, "request.access.not-allowed");

        await Walk.OkAsync(walk.Analyst.PostAsync($"{path}/{id}/close", null));
        await Walk.OkAsync(walk.Analyst.PostAsync($"{path}/{id}/close", null));
        Assert.Equal(0, (int)(await walk.DossierAsync())["openQueries"]!);
        await Walk.OkAsync(walk.SignAsync(candidate));
    }

    [Fact]
    public async Task An_analysts_word_opens_an_answered_query_again_and_a_closed_one_takes_no_word()
    {
        await walk.OpenAsync();
        var id = await RaiseAsync();
        await Walk.OkAsync(walk.Leader.PostAsJsonAsync($"{path}/{id}/messages", new { id = Guid.NewGuid(), text = "Oui." }));
        var again = await Walk.OkAsync(walk.Analyst.PostAsJsonAsync($"{path}/{id}/messages", new { id = Guid.NewGuid(), text = "Depuis quand ?" }));
        Assert.Equal("open", (string?)again["state"]);
        Assert.Equal(3, again["messages"]!.AsArray().Count);
        await Walk.OkAsync(walk.Analyst.PostAsync($"{path}/{id}/close", null));
        await Walk.RefusedAsync(walk.Leader.PostAsJsonAsync($"{path}/{id}/messages", new { id = Guid.NewGuid(), text = "Trop tard" }), HttpStatusCode.Conflict, "survey.query.closed");
        await Walk.OkAsync(walk.Analyst.PostAsync($"{path}/{id}/reopen", null));
        Assert.Equal(1, (int)(await walk.DossierAsync())["openQueries"]!);
    }

    [Fact]
    public async Task Raising_and_answering_twice_is_done_once()
    {
        await walk.OpenAsync();
        var id = Guid.NewGuid();
        await RaiseAsync(id);
        await RaiseAsync(id);
        await Walk.RefusedAsync(walk.Analyst.PostAsJsonAsync(path, new { id, section = "governance", item = "G1", text = "Autre chose ?" }), HttpStatusCode.Conflict, "survey.query.different");
        var message = new { id = Guid.NewGuid(), text = "Oui." };
        await Walk.OkAsync(walk.Leader.PostAsJsonAsync($"{path}/{id}/messages", message));
        await Walk.OkAsync(walk.Leader.PostAsJsonAsync($"{path}/{id}/messages", message));
        var list = (await walk.Leader.GetFromJsonAsync<JsonNode>($"{path}?state=answered"))!["items"]!.AsArray();
        Assert.Equal(2, Assert.Single(list)!["messages"]!.AsArray().Count);
        Assert.Equal(1, (int)(await walk.DossierAsync())["openQueries"]!);
    }

    [Fact]
    public async Task A_query_names_an_item_of_its_section_and_only_an_analyst_raises_it()
    {
        await walk.OpenAsync();
        await Walk.RefusedAsync(walk.Analyst.PostAsJsonAsync(path, new { id = Guid.NewGuid(), section = "governance", item = "C1.1", text = "?" }), HttpStatusCode.UnprocessableEntity, "survey.query.unknown-item");
        await Walk.RefusedAsync(walk.Leader.PostAsJsonAsync(path, new { id = Guid.NewGuid(), section = "governance", item = "G1", text = "?" }), HttpStatusCode.Forbidden, "request.access.not-allowed");
        await Walk.RefusedAsync(host.AsPerson("leader:la-serre").GetAsync(path), HttpStatusCode.NotFound, "survey.dossier.not-found");
    }

    private async Task<Guid> RaiseAsync(Guid? id = null)
    {
        var query = await Walk.OkAsync(walk.Analyst.PostAsJsonAsync(path, new { id = id ?? Guid.NewGuid(), section = "governance", item = "G1", text = "La SCIC est-elle immatriculée ?" }));
        return (Guid)query["id"]!;
    }
}
