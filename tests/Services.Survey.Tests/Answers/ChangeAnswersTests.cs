using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Ptce.Survey.Tests.Hosting;

namespace Ptce.Survey.Tests.Answers;

public sealed class ChangeAnswersTests : IDisposable
{
    private readonly SurveyHost host = new();
    private readonly Walk walk;
    private readonly string path = $"/api/survey/dossiers/{Walk.Phares}/answers";

    public ChangeAnswersTests() => walk = new Walk(host);

    public void Dispose() => host.Dispose();

    [Fact]
    public async Task A_queue_sent_twice_takes_effect_once()
    {
        await walk.OpenAsync();
        var queue = new { changes = new[] { Walk.Change("G1", "delegated"), Walk.Change("C1.1", "generalised"), Walk.Change("G7.time", 30) } };
        Assert.Equal(["accepted", "accepted", "accepted"], await OutcomesAsync(walk.Leader, queue));
        Assert.Equal(["duplicate", "duplicate", "duplicate"], await OutcomesAsync(walk.Leader, queue));
        Assert.Equal(1, (int)(await SectionAsync("governance"))["revision"]!);
    }

    [Fact]
    public async Task Two_people_who_answer_differently_meet_in_a_conflict_that_a_person_settles()
    {
        await walk.OpenAsync();
        await OutcomesAsync(walk.Leader, new { changes = new[] { Walk.Change("G1", "delegated") } });
        var late = Guid.NewGuid();
        var answer = await Walk.OkAsync(walk.Contributor.PutAsJsonAsync(path, new { changes = new[] { Walk.Change("G1", "other", 0, late) } }));
        Assert.Equal(("conflict", "delegated"), ((string?)answer["results"]![0]!["outcome"], (string?)answer["results"]![0]!["server"]!["value"]));
        await Walk.RefusedAsync(Walk.ActAsync(walk.Leader, "governance", "submit"), HttpStatusCode.Conflict, "survey.section.blocking-errors");

        var conflict = (await SectionAsync("governance"))["conflicts"]![0]!;
        Assert.Equal(("other", "delegated"), ((string?)conflict["sent"]!["value"], (string?)conflict["server"]!["value"]));
        await Walk.OkAsync(walk.Leader.PostAsJsonAsync($"/api/survey/dossiers/{Walk.Phares}/conflicts/{late}", new { keep = "sent" }));
        var governance = await SectionAsync("governance");
        Assert.Equal("other", (string?)governance["answers"]![0]!["value"]);
        Assert.Empty(governance["conflicts"]!.AsArray());
        var history = (await walk.Leader.GetFromJsonAsync<JsonNode>($"{path}/G1/history"))!["items"]!.AsArray();
        Assert.Equal(["chosen", "conflict", "accepted"], history.Select(h => (string?)h!["outcome"]));
    }

    [Theory]
    [InlineData("G1", "no-such-choice", "grid.answer.not-a-choice")]
    [InlineData("G7.time", 130, "grid.answer.above-maximum")]
    [InlineData("G7.time", "trente", "grid.answer.not-a-number")]
    [InlineData("E1", 12, "survey.answer.unknown-item")]
    public async Task A_change_that_does_not_fit_its_item_is_refused_alone_and_says_what_to_do(string item, object value, string code)
    {
        await walk.OpenAsync();
        var answer = await Walk.OkAsync(walk.Leader.PutAsJsonAsync(path, new { changes = new[] { Walk.Change(item, value), Walk.Change("C1.1", "none") } }));
        Assert.Equal(("refused", code), ((string?)answer["results"]![0]!["outcome"], (string?)answer["results"]![0]!["code"]));
        Assert.NotNull(answer["results"]![0]!["remedy"]);
        Assert.Equal("accepted", (string?)answer["results"]![1]!["outcome"]);
    }

    [Fact]
    public async Task A_section_that_was_handed_in_refuses_its_leader_and_takes_an_analysts_correction()
    {
        await walk.OpenAsync();
        var queued = Walk.Change("G2", "scic");
        await walk.FillAsync();
        await Walk.OkAsync(Walk.ActAsync(walk.Leader, "governance", "submit"));
        var answer = await Walk.OkAsync(walk.Leader.PutAsJsonAsync(path, new { changes = new[] { queued } }));
        Assert.Equal("survey.section.handed-in", (string?)answer["results"]![0]!["code"]);
        Assert.Equal(["accepted"], await OutcomesAsync(walk.Analyst, new { changes = new[] { queued } }));
        Assert.Equal(["duplicate"], await OutcomesAsync(walk.Leader, new { changes = new[] { queued } }));
    }

    [Fact]
    public async Task A_missing_required_answer_keeps_a_section_from_being_handed_in_and_unknown_is_an_answer()
    {
        await walk.OpenAsync();
        await Walk.RefusedAsync(Walk.ActAsync(walk.Leader, "governance", "submit"), HttpStatusCode.Conflict, "survey.section.incomplete");
        await OutcomesAsync(walk.Leader, new { changes = new[] { new { id = Guid.NewGuid(), item = "G1", state = "unknown" } } });
        await Walk.OkAsync(Walk.ActAsync(walk.Leader, "governance", "submit"));
    }

    [Fact]
    public async Task What_is_not_shown_is_not_copied()
    {
        await walk.OpenAsync();
        await OutcomesAsync(walk.Analyst, new { changes = new[] { Walk.Change("G1", "delegated"), Walk.Change("G3", "siren:732829320") } });
        await OutcomesAsync(walk.Analyst, new { changes = new[] { Walk.Change("G1", "association-board", 1) } });
        foreach (var section in Walk.Sections)
            await walk.AcceptAsync(section);
        await walk.CandidateAsync("awaiting");
        var copy = await walk.Leader.GetFromJsonAsync<JsonNode>($"/api/survey/dossiers/{Walk.Phares}/candidate/sections/governance");
        Assert.Equal(["G1"], copy!["items"]!.AsArray().Select(i => (string?)i!["code"]));
    }

    [Fact]
    public async Task Many_writers_at_once_lose_nothing()
    {
        await walk.OpenAsync();
        string[] items = ["C1.1", "C1.2", "C1.3", "C1.4", "C1.5", "C1.6", "C2.1", "C2.2", "C2.3", "C2.4"];
        var outcomes = await Task.WhenAll(items.Select(item => OutcomesAsync(walk.Leader, new { changes = new[] { Walk.Change(item, "none") } })));
        Assert.All(outcomes, o => Assert.Equal(["accepted"], o));
        Assert.Equal(items.Length, (await SectionAsync("cooperation"))["answers"]!.AsArray().Count);
    }

    private async Task<string[]> OutcomesAsync(HttpClient by, object queue) =>
        [.. (await Walk.OkAsync(by.PutAsJsonAsync(path, queue)))["results"]!.AsArray().Select(r => (string)r!["outcome"]!)];

    private async Task<JsonNode> SectionAsync(string section) =>
        (await walk.DossierAsync())["sections"]!.AsArray().Single(s => (string?)s!["section"] == section)!;
}
