using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Ptce.Survey.Dossiers;
using Ptce.Survey.Tests.Hosting;

namespace Ptce.Survey.Tests.Workflow;

/// <summary>
/// Every role × every state × every act, over HTTP. What each role may do and what each state allows are written here by hand, apart from the code; each pair has a
/// dossier of its own, brought to its state by the calls of real people. Whatever is refused says why.
/// </summary>
public sealed class RightsMatrixTests : IDisposable
{
    private static readonly string[] Roles = ["anonymous", "administrator", "observer", "contributor", "leader", "leader-elsewhere", "contributor-elsewhere", "analyst", "machine"];

    // State of the governance section, or of the whole dossier from "awaiting" on.
    private static readonly string[] States = ["to-fill", "submitted", "in-review", "returned", "accepted", "awaiting", "signed", "reopened"];

    private static readonly string[] Acts = ["read", "fill", "submit", "start-review", "return", "accept", "query", "sign-off", "reopen"];

    private static readonly Dictionary<string, string[]> Who = new()
    {
        ["read"] = ["contributor", "leader", "analyst", "machine"],
        ["fill"] = ["contributor", "leader", "analyst", "machine"],
        ["submit"] = ["leader", "analyst", "machine"],
        ["start-review"] = ["analyst", "machine"],
        ["return"] = ["analyst", "machine"],
        ["accept"] = ["analyst", "machine"],
        ["query"] = ["analyst", "machine"],
        ["sign-off"] = ["leader"],
        ["reopen"] = ["analyst", "machine"],
    };

    private readonly SurveyHost host = new();
    private readonly HttpClient anonymous;
    private readonly HttpClient administrator;
    private readonly HttpClient observer;
    private readonly HttpClient analyst;
    private readonly HttpClient machine;

    public RightsMatrixTests()
    {
        anonymous = host.CreateClient();
        administrator = host.AsPerson("administrator");
        observer = host.AsPerson("observer");
        analyst = host.AsPerson("analyst");
        machine = host.AsMachine();
    }

    public void Dispose() => host.Dispose();

    [Fact]
    public async Task Every_transition_that_is_not_allowed_is_refused_with_a_reason()
    {
        var pairs = States.SelectMany((state, s) => Acts.Select((act, a) => (State: state, Act: act, Pole: $"p{s:00}{a:00}"))).ToList();
        await OpenAsync([.. pairs.Select(p => p.Pole)]);
        var refused = 0;
        foreach (var (state, act, pole) in pairs)
        {
            var leader = host.AsPerson($"leader:{pole}");
            var candidate = await BringAsync(leader, pole, state);
            // Those without the right first: nothing they do may change anything.
            foreach (var role in Roles.OrderBy(r => Who[act].Contains(r)))
            {
                using var answer = await TryAsync(Client(role, pole, leader), pole, act, candidate);
                var expected = Expected(role, state, act);
                var text = await answer.Content.ReadAsStringAsync();
                var got = Read(answer, text, act);
                Assert.True(expected.Contains(got), $"{role}, {state}, {act}: {got} instead of {string.Join('|', expected)} ({text})");
                if (answer.IsSuccessStatusCode && got == "ok")
                    break;
                refused++;
            }
        }
        Assert.True(refused > 400, $"Only {refused} refusals were seen.");
    }

    // "ok", "401", or the problem's code.
    private static string[] Expected(string role, string state, string act)
    {
        if (role == "anonymous")
            return ["request.access.not-signed-in"];
        if (!Who[act].Contains(role))
        {
            var elsewhere = role.Replace("-elsewhere", "", StringComparison.Ordinal);
            return role != elsewhere && Who[act].Contains(elsewhere) ? ["survey.dossier.not-found"] : ["request.access.not-allowed"];
        }
        var isAnalyst = role is "analyst" or "machine";
        return (act, state) switch
        {
            ("read", _) => ["ok"],
            ("reopen", "signed") => ["ok"],
            ("reopen", _) => ["survey.dossier.not-signed"],
            ("sign-off", "awaiting") => ["ok"],
            // Signing the signed version again is answered as done.
            ("sign-off", "signed" or "reopened") => ["ok"],
            ("sign-off", _) => ["survey.candidate.none"],
            (_, "signed") => ["survey.dossier.signed"],
            ("query", _) => ["ok"],
            ("fill", "to-fill" or "returned" or "reopened") => ["ok"],
            ("fill", _) => isAnalyst ? ["ok"] : ["survey.section.handed-in"],
            ("submit", "to-fill" or "returned" or "reopened" or "submitted") => ["ok"],
            ("submit", _) => ["survey.section.already-submitted"],
            ("start-review", "submitted" or "in-review") => ["ok"],
            ("start-review", "accepted" or "awaiting") => ["survey.section.already-accepted"],
            ("start-review", _) => ["survey.section.not-submitted"],
            ("return", "in-review" or "accepted" or "awaiting" or "returned" or "reopened") => ["ok"],
            ("return", _) => ["survey.section.not-in-review"],
            ("accept", "in-review" or "accepted" or "awaiting") => ["ok"],
            ("accept", _) => ["survey.section.not-in-review"],
            _ => throw new InvalidOperationException($"{act} in {state}"),
        };
    }

    private static string Read(HttpResponseMessage answer, string text, string act)
    {
        if (!answer.IsSuccessStatusCode)
            return (string?)JsonNode.Parse(text)!["code"] ?? "";
        if (act != "fill")
            return "ok";
        var result = JsonNode.Parse(text)!["results"]![0]!;
        return (string?)result["outcome"] is "accepted" ? "ok" : (string?)result["code"] ?? (string)result["outcome"]!;
    }

    private HttpClient Client(string role, string pole, HttpClient leader) => role switch
    {
        "anonymous" => anonymous,
        "administrator" => administrator,
        "observer" => observer,
        "analyst" => analyst,
        "machine" => machine,
        "leader" => leader,
        "contributor" => host.AsPerson($"contributor:{pole}"),
        "leader-elsewhere" => host.AsPerson("leader:elsewhere"),
        _ => host.AsPerson("contributor:elsewhere"),
    };

    private static Task<HttpResponseMessage> TryAsync(HttpClient by, string pole, string act, JsonNode? candidate)
    {
        var path = Path(pole);
        return act switch
        {
            "read" => by.GetAsync(path),
            "fill" => by.PutAsJsonAsync($"{path}/answers", new { changes = new[] { Walk.Change("G7.time", 25) } }),
            "query" => by.PostAsJsonAsync($"{path}/queries", new { id = Guid.NewGuid(), section = "governance", item = "G1", text = "Depuis quand ?" }),
            "sign-off" => by.PostAsJsonAsync($"{path}/sign-off", new { attempt = (int?)candidate?["attempt"] ?? 1, digest = (string?)candidate?["digest"] ?? "", statement = "Je valide ces données." }),
            "reopen" => by.PostAsJsonAsync($"{path}/reopen", new { reason = "Erreur", sections = new[] { "governance" } }),
            "return" => by.PostAsJsonAsync($"{path}/sections/governance/return", new { reason = "À préciser" }),
            _ => by.PostAsJsonAsync($"{path}/sections/governance/{act}", new { }),
        };
    }

    private async Task<JsonNode?> BringAsync(HttpClient leader, string pole, string state)
    {
        var path = Path(pole);
        await Walk.OkAsync(leader.PutAsJsonAsync($"{path}/answers", new { changes = new[] { Walk.Change("G1", "association-board") } }));
        string[] steps = state switch
        {
            "to-fill" => [],
            "submitted" => ["submit"],
            "in-review" => ["submit", "start-review"],
            "returned" => ["submit", "start-review", "return"],
            _ => ["submit", "start-review", "accept"],
        };
        foreach (var step in steps)
            await Walk.OkAsync(TryAsync(step == "submit" ? leader : analyst, pole, step, null));
        if (state is not ("awaiting" or "signed" or "reopened"))
            return null;
        foreach (var section in Walk.Sections.Where(s => s != "governance"))
        {
            foreach (var step in new[] { "submit", "start-review", "accept" })
                await Walk.OkAsync(analyst.PostAsJsonAsync($"{path}/sections/{section}/{step}", new { }));
        }
        JsonNode? candidate = null;
        await Walk.Until(async () => (string?)(candidate = await leader.GetFromJsonAsync<JsonNode>($"{path}/candidate"))!["state"] == "awaiting");
        if (state != "awaiting")
            await Walk.OkAsync(TryAsync(leader, pole, "sign-off", candidate));
        if (state == "reopened")
            await Walk.OkAsync(TryAsync(analyst, pole, "reopen", null));
        return candidate;
    }

    private async Task OpenAsync(string[] poles)
    {
        await Walk.OkAsync(administrator.PostAsJsonAsync("/api/survey/campaigns", Walk.Plan(poles)));
        await Walk.OkAsync(administrator.PostAsync($"/api/survey/campaigns/{Walk.Campaign}/open", null));
        var last = DossierIdentity.Of(Walk.Campaign, poles[^1]);
        await Walk.Until(async () => await host.Members.ReadHeadAsync(last, "morphology", default) is not null && await host.Finance.ReadHeadAsync(last, "economics", default) is not null);
    }

    private static string Path(string pole) => $"/api/survey/dossiers/{DossierIdentity.Of(Walk.Campaign, pole)}";
}
