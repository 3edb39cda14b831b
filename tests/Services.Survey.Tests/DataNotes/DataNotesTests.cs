using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Ptce.Survey.Tests.Hosting;

namespace Ptce.Survey.Tests.DataNotes;

public sealed class DataNotesTests : IDisposable
{
    private readonly SurveyHost host = new();
    private readonly Walk walk;
    private readonly string path = $"/api/survey/dossiers/{Walk.Phares}/data-notes";

    public DataNotesTests() => walk = new Walk(host);

    public void Dispose() => host.Dispose();

    [Fact]
    public async Task A_note_stays_on_the_signed_version_and_a_withdrawn_one_does_not()
    {
        var candidate = await walk.AwaitingAsync();
        await Walk.OkAsync(walk.Analyst.PostAsJsonAsync(path, Note("22 entreprises", "22 enterprises")));
        var withdrawn = await Walk.OkAsync(walk.Analyst.PostAsJsonAsync(path, Note("Erreur", "Mistake")));
        await Walk.OkAsync(walk.Analyst.PostAsync($"{path}/{withdrawn["id"]}/withdraw", null));

        var version = await Walk.OkAsync(walk.SignAsync(candidate));
        Assert.Equal("22 enterprises", (string?)Assert.Single(version["notes"]!.AsArray())!["en"]);
        await Walk.RefusedAsync(walk.Analyst.PostAsJsonAsync(path, Note("Après", "Afterwards")), HttpStatusCode.Conflict, "survey.dossier.signed");
        var verified = (await walk.Leader.GetFromJsonAsync<JsonNode>($"/api/survey/dossiers/{Walk.Phares}/verification"))!["items"]![0]!;
        Assert.True((bool)verified["holds"]!);
    }

    [Fact]
    public async Task A_note_speaks_both_languages_and_is_written_once()
    {
        await walk.OpenAsync();
        await Walk.RefusedAsync(walk.Analyst.PostAsJsonAsync(path, Note("22 entreprises", " ")), HttpStatusCode.UnprocessableEntity, "survey.data-note.no-text");
        var note = Note("22 entreprises", "22 enterprises");
        await Walk.OkAsync(walk.Analyst.PostAsJsonAsync(path, note));
        await Walk.OkAsync(walk.Analyst.PostAsJsonAsync(path, note));
        Assert.Single((await walk.Leader.GetFromJsonAsync<JsonNode>(path))!["items"]!.AsArray());
    }

    private static object Note(string fr, string en) => new { id = Guid.NewGuid(), section = "morphology", text = new { fr, en } };
}
