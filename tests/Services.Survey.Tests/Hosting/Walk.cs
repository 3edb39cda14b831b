using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Ptce.Survey.Dossiers;

namespace Ptce.Survey.Tests.Hosting;

/// <summary>The calls of a campaign, as its people make them.</summary>
public sealed class Walk(SurveyHost host)
{
    public static readonly Guid Campaign = Guid.Parse("0198f000-0000-7000-8000-000000002015");
    public static readonly Guid NextCampaign = Guid.Parse("0198f000-0000-7000-8000-000000002026");
    public static readonly string[] Sections = ["cooperation", "economics", "governance", "morphology"];

    public HttpClient Administrator { get; } = host.AsPerson("administrator");

    public HttpClient Analyst { get; } = host.AsPerson("analyst");

    public HttpClient Leader { get; } = host.AsPerson("leader:phares");

    public HttpClient Contributor { get; } = host.AsPerson("contributor:phares");

    public static Guid Phares => DossierIdentity.Of(Campaign, "phares");

    public static Guid LaSerre => DossierIdentity.Of(Campaign, "la-serre");

    public static object Plan(params string[] poles) => new
    {
        id = Campaign, year = 2015, edition = "2015", referenceDate = "2015-06-30", fiscalYear = 2014, poles = poles.Length == 0 ? ["phares", "la-serre"] : poles,
    };

    /// <summary>An open campaign whose owners have opened their sections.</summary>
    public async Task OpenAsync()
    {
        await OkAsync(Administrator.PostAsJsonAsync("/api/survey/campaigns", Plan()));
        await OkAsync(Administrator.PostAsync($"/api/survey/campaigns/{Campaign}/open", null));
        await Until(async () => await host.Members.ReadHeadAsync(LaSerre, "morphology", default) is not null && await host.Finance.ReadHeadAsync(LaSerre, "economics", default) is not null
            && await host.Finance.ReadHeadAsync(Phares, "economics", default) is not null && await host.Members.ReadHeadAsync(Phares, "morphology", default) is not null);
    }

    /// <summary>Fills what is required of the sections that Survey keeps.</summary>
    public async Task FillAsync(Guid? dossier = null, HttpClient? by = null)
    {
        var changes = new object[] { Change("G1", "association-board"), Change("G7.time", 30) };
        var answer = await OkAsync((by ?? Analyst).PutAsJsonAsync($"/api/survey/dossiers/{dossier ?? Phares}/answers", new { changes }));
        Assert.All(answer["results"]!.AsArray(), result => Assert.Equal("accepted", (string?)result!["outcome"]));
    }

    public static object Change(string item, object? value, int onRevision = 0, Guid? id = null) =>
        new { id = id ?? Guid.NewGuid(), item, @base = onRevision, value, provenance = "interview-1" };

    public static Task<HttpResponseMessage> ActAsync(HttpClient by, string section, string act, object? body = null, Guid? dossier = null) =>
        by.PostAsJsonAsync($"/api/survey/dossiers/{dossier ?? Phares}/sections/{section}/{act}", body ?? new { });

    public async Task AcceptAsync(string section)
    {
        await OkAsync(ActAsync(Analyst, section, "submit"));
        await OkAsync(ActAsync(Analyst, section, "start-review"));
        await OkAsync(ActAsync(Analyst, section, "accept"));
    }

    public async Task<JsonNode> AwaitingAsync()
    {
        await OpenAsync();
        await FillAsync();
        foreach (var section in Sections)
            await AcceptAsync(section);
        return await CandidateAsync("awaiting");
    }

    /// <summary>Signs Phares' dossier and publishes the campaign of 2015 with it alone.</summary>
    public async Task PublishAsync(params object[] changes)
    {
        await OpenAsync();
        await FillAsync();
        if (changes.Length > 0)
            await OkAsync(Analyst.PutAsJsonAsync($"/api/survey/dossiers/{Phares}/answers", new { changes }));
        foreach (var section in Sections)
            await AcceptAsync(section);
        await OkAsync(SignAsync(await CandidateAsync("awaiting")));
        await OkAsync(Administrator.PostAsync($"/api/survey/campaigns/{Campaign}/close", null));
        await OkAsync(Administrator.PostAsJsonAsync($"/api/survey/campaigns/{Campaign}/publish", new { leaveOut = new[] { "la-serre" } }));
    }

    /// <summary>Opens the campaign of 2026, edition 2026, for Phares.</summary>
    public async Task<Guid> OpenNextAsync(params string[] poles)
    {
        var plan = new { id = NextCampaign, year = 2026, edition = "2026", referenceDate = "2026-06-30", fiscalYear = 2025, poles = poles.Length == 0 ? ["phares"] : poles };
        await OkAsync(Administrator.PostAsJsonAsync("/api/survey/campaigns", plan));
        await OkAsync(Administrator.PostAsync($"/api/survey/campaigns/{NextCampaign}/open", null));
        return DossierIdentity.Of(NextCampaign, "phares");
    }

    /// <summary>The candidate once it is in a state.</summary>
    public async Task<JsonNode> CandidateAsync(string state, int attempt = 1)
    {
        JsonNode? candidate = null;
        await Until(async () =>
        {
            var answer = await Leader.GetAsync($"/api/survey/dossiers/{Phares}/candidate");
            candidate = answer.IsSuccessStatusCode ? await answer.Content.ReadFromJsonAsync<JsonNode>() : null;
            return (string?)candidate?["state"] == state && (int?)candidate?["attempt"] == attempt;
        });
        return candidate!;
    }

    public Task<HttpResponseMessage> SignAsync(JsonNode candidate, HttpClient? by = null) => (by ?? Leader).PostAsJsonAsync($"/api/survey/dossiers/{Phares}/sign-off",
        new { attempt = (int)candidate["attempt"]!, digest = (string?)candidate["digest"], statement = "Je valide ces données.", consentSheet = true });

    public async Task<JsonNode> DossierAsync(Guid? dossier = null) =>
        (await Analyst.GetFromJsonAsync<JsonNode>($"/api/survey/dossiers/{dossier ?? Phares}"))!;

    public static async Task<JsonNode> OkAsync(Task<HttpResponseMessage> call)
    {
        using var answer = await call;
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, $"{(int)answer.StatusCode} {text} {((int)answer.StatusCode >= 500 ? ErrorLog.Last : "")}");
        return JsonNode.Parse(text)!;
    }

    public static async Task<JsonNode> RefusedAsync(Task<HttpResponseMessage> call, HttpStatusCode status, string code)
    {
        using var answer = await call;
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode == status, $"{(int)answer.StatusCode} {text}");
        var problem = JsonNode.Parse(text)!;
        Assert.Equal(code, (string?)problem["code"]);
        return problem;
    }

    public static async Task Until(Func<Task<bool>> condition)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (!await condition())
            await Task.Delay(20, patience.Token);
    }
}
