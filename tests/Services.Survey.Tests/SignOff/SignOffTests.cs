using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Ptce.Grid.Canonical;
using Ptce.Survey.Tests.Hosting;

namespace Ptce.Survey.Tests.SignOff;

public sealed class SignOffTests : IDisposable
{
    private readonly SurveyHost host = new();
    private readonly Walk walk;

    public SignOffTests() => walk = new Walk(host);

    public void Dispose() => host.Dispose();

    [Fact]
    public async Task What_the_leader_reads_is_what_is_signed_and_signing_again_gives_the_same_version()
    {
        var candidate = await walk.AwaitingAsync();
        foreach (var section in candidate["sections"]!.AsArray())
        {
            var bytes = await walk.Leader.GetByteArrayAsync($"/api/survey/dossiers/{Walk.Phares}/candidate/sections/{section!["section"]}");
            Assert.Equal((string?)section["digest"], ContentDigest.Of(bytes));
        }
        var signed = await Walk.OkAsync(walk.SignAsync(candidate));
        Assert.Equal((string?)candidate["digest"], (string?)signed["digest"]);
        Assert.Equal(signed.ToJsonString(), (await Walk.OkAsync(walk.SignAsync(candidate))).ToJsonString());
        Assert.Equal("signed-off", (string?)(await walk.DossierAsync())["state"]);
        var version = (await walk.Leader.GetFromJsonAsync<JsonNode>($"/api/survey/dossiers/{Walk.Phares}/versions"))!["items"]!.AsArray();
        Assert.Equal((string?)signed["record"], (string?)Assert.Single(version)!["record"]);
        await Walk.Until(async () => (await host.Members.CopiesAsync(Walk.Phares)).Single().Signed && (await host.Finance.CopiesAsync(Walk.Phares)).Single().Signed);
    }

    [Fact]
    public async Task Only_a_person_who_leads_that_pole_signs()
    {
        var candidate = await walk.AwaitingAsync();
        await Walk.RefusedAsync(walk.SignAsync(candidate, host.AsMachine()), HttpStatusCode.Forbidden, "request.access.not-allowed");
        await Walk.RefusedAsync(walk.SignAsync(candidate, walk.Analyst), HttpStatusCode.Forbidden, "request.access.not-allowed");
        await Walk.RefusedAsync(walk.SignAsync(candidate, walk.Contributor), HttpStatusCode.Forbidden, "request.access.not-allowed");
        await Walk.RefusedAsync(walk.SignAsync(candidate, host.AsPerson("leader:la-serre")), HttpStatusCode.NotFound, "survey.dossier.not-found");
        await Walk.OkAsync(walk.SignAsync(candidate));
    }

    [Fact]
    public async Task An_edit_whose_news_are_still_on_their_way_makes_signing_answer_what_changed()
    {
        var candidate = await walk.AwaitingAsync();
        await host.Finance.EditAsync(Walk.Phares, announce: false);
        var problem = await Walk.RefusedAsync(walk.SignAsync(candidate), HttpStatusCode.Conflict, "survey.candidate.stale");
        Assert.Equal("economics", (string?)Assert.Single(problem["errors"]!.AsArray())!["value"]);
        Assert.Equal("in-review", (string?)(await walk.DossierAsync())["state"]);
        await Walk.Until(async () => (await host.Members.CopiesAsync(Walk.Phares)).Count == 0);

        await Walk.OkAsync(Walk.ActAsync(walk.Analyst, "economics", "accept"));
        await Walk.OkAsync(walk.SignAsync(await walk.CandidateAsync("awaiting", attempt: 2)));
    }

    [Fact]
    public async Task An_answer_that_is_corrected_makes_the_candidate_stale_in_the_same_commit()
    {
        var candidate = await walk.AwaitingAsync();
        await Walk.OkAsync(walk.Analyst.PutAsJsonAsync($"/api/survey/dossiers/{Walk.Phares}/answers", new { changes = new[] { Walk.Change("G1", "delegated", 1) } }));
        var problem = await Walk.RefusedAsync(walk.SignAsync(candidate), HttpStatusCode.Conflict, "survey.candidate.stale");
        Assert.Equal("governance", (string?)Assert.Single(problem["errors"]!.AsArray())!["value"]);
    }

    [Fact]
    public async Task An_owner_that_does_not_answer_decides_nothing()
    {
        var candidate = await walk.AwaitingAsync();
        host.MembersBehaviour.Dead = true;
        await Walk.RefusedAsync(walk.SignAsync(candidate), HttpStatusCode.ServiceUnavailable, "survey.owner.unreachable");
        Assert.Equal("awaiting-sign-off", (string?)(await walk.DossierAsync())["state"]);
        host.MembersBehaviour.Dead = false;
        await Walk.OkAsync(walk.SignAsync(candidate));
    }

    [Fact]
    public async Task A_copy_that_is_refused_sends_its_section_back_to_review_and_the_next_attempt_succeeds()
    {
        host.FinanceBehaviour.Refuses = true;
        await walk.OpenAsync();
        await walk.FillAsync();
        foreach (var section in Walk.Sections)
            await walk.AcceptAsync(section);
        var refused = await walk.CandidateAsync("refused");
        Assert.Equal("test.section.refused", (string?)refused["reason"]);
        await Walk.RefusedAsync(walk.SignAsync(refused), HttpStatusCode.Conflict, "survey.candidate.refused");
        host.FinanceBehaviour.Refuses = false;
        await Walk.OkAsync(Walk.ActAsync(walk.Analyst, "economics", "accept"));
        await Walk.OkAsync(walk.SignAsync(await walk.CandidateAsync("awaiting", attempt: 2)));
    }

    [Fact]
    public async Task A_correction_makes_a_second_version_and_the_first_stays_readable()
    {
        var first = await Walk.OkAsync(walk.SignAsync(await walk.AwaitingAsync()));
        var before = await walk.Leader.GetByteArrayAsync($"/api/survey/dossiers/{Walk.Phares}/versions/1/sections/governance");
        await Walk.OkAsync(walk.Analyst.PostAsJsonAsync($"/api/survey/dossiers/{Walk.Phares}/reopen", new { reason = "La charte", sections = new[] { "governance" } }));
        await Walk.OkAsync(walk.Leader.PutAsJsonAsync($"/api/survey/dossiers/{Walk.Phares}/answers", new { changes = new[] { Walk.Change("G1", "scic-board", 1) } }));
        await walk.AcceptAsync("governance");
        var second = await Walk.OkAsync(walk.SignAsync(await walk.CandidateAsync("awaiting", attempt: 2)));
        Assert.Equal((2, (string?)first["record"]), ((int)second["version"]!, (string?)second["previous"]));
        Assert.NotEqual((string?)first["digest"], (string?)second["digest"]);
        Assert.Equal(before, await walk.Leader.GetByteArrayAsync($"/api/survey/dossiers/{Walk.Phares}/versions/1/sections/governance"));
    }

    [Fact]
    public async Task A_dossier_of_another_pole_does_not_exist()
    {
        await walk.AwaitingAsync();
        var stranger = host.AsPerson("leader:la-serre");
        foreach (var path in new[] { "", "/candidate", "/candidate/sections/governance", "/versions", "/answers/G1/history" })
            await Walk.RefusedAsync(stranger.GetAsync($"/api/survey/dossiers/{Walk.Phares}{path}"), HttpStatusCode.NotFound, "survey.dossier.not-found");
        var list = await stranger.GetFromJsonAsync<JsonNode>($"/api/survey/campaigns/{Walk.Campaign}/dossiers");
        Assert.Equal("la-serre", (string?)Assert.Single(list!["items"]!.AsArray())!["pole"]);
    }
}
