using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Ptce.Demonstration.Loading;
using Ptce.Demonstration.Set;

namespace Ptce.System.Tests.Faults;

/// <summary>
/// What the system holds after a load, read back through the public API and compared with what was sent: everything acknowledged is there,
/// and nothing has taken effect twice.
/// </summary>
internal sealed class LoadedContent(LoadOptions options) : IDisposable
{
    private readonly HttpClient http = new() { BaseAddress = options.Url, Timeout = TimeSpan.FromSeconds(60) };

    public async Task AssertCompleteOnceAsync(LoadOutcome outcome)
    {
        await SignInAsync();
        var set = DemonstrationSet.Generate();
        Assert.Equal(set.Poles.Select(p => p.Pole.Key).Order(), outcome.Dossiers.Keys.Order());
        foreach (var pole in set.Poles)
        {
            await AssertMorphologyAsync(pole);
            await AssertEconomicsAsync(pole);
        }
        await AssertDossiersAsync(set, outcome);
    }

    public void Dispose() => http.Dispose();

    private async Task AssertMorphologyAsync(PoleSet pole)
    {
        var key = pole.Pole.Key;
        var memberships = await AllAsync($"/api/members/poles/{key}/memberships");
        Assert.Equal(
            pole.Organisations.Select(o => $"code:{key}/{o.Code}").Order(StringComparer.Ordinal),
            memberships.Select(m => m["organisation"]!["key"]!.GetValue<string>()).Order(StringComparer.Ordinal));
        Assert.All(memberships, m => Assert.Equal(1, m["version"]!.GetValue<long>()));
        Assert.Equal(pole.Belongings.Count, memberships.Sum(m => m["belongings"]!.AsArray().Count));
        var figures = await AllAsync($"/api/members/poles/{key}/figures?year=2014");
        Assert.Equal(pole.Figures.Count, figures.Count);
        Assert.All(figures, f => Assert.Equal(1, f["version"]!.GetValue<long>()));
    }

    private async Task AssertEconomicsAsync(PoleSet pole)
    {
        var year = await ReadAsync($"/api/finance/poles/{pole.Pole.Key}/years/2014");
        var lines = year["lines"]!.AsArray();
        Assert.Equal(
            pole.Economics.Lines.Select(l => $"{l.Code}/{l.Number} {l.Amount}").Order(StringComparer.Ordinal),
            lines.Select(l => $"{l!["line"]}/{l["n"]} {l["amount"]!.GetValue<decimal>():0}").Order(StringComparer.Ordinal));
    }

    private async Task AssertDossiersAsync(DemonstrationSet set, LoadOutcome outcome)
    {
        var dossiers = await AllAsync($"/api/survey/campaigns/{DemonstrationLoader.Campaign}/dossiers");
        Assert.Equal(set.Poles.Count, dossiers.Count);
        foreach (var row in dossiers)
        {
            var (id, key) = (row["id"]!.GetValue<Guid>(), row["pole"]!.GetValue<string>());
            Assert.Equal(1, row["signedVersion"]!.GetValue<int>());
            var versions = (await ReadAsync($"/api/survey/dossiers/{id}/versions")) is JsonArray list ? list : (await ReadAsync($"/api/survey/dossiers/{id}/versions"))["items"]!.AsArray();
            Assert.Equal(outcome.Dossiers[key], Assert.Single(versions)!["digest"]!.GetValue<string>());
            var dossier = await ReadAsync($"/api/survey/dossiers/{id}");
            var answers = dossier["sections"]!.AsArray().SelectMany(s => s!["answers"]?.AsArray() ?? []).ToList();
            Assert.Equal(set[key].Answers.Select(a => a.Item).Order(StringComparer.Ordinal), answers.Select(a => a!["item"]!.GetValue<string>()).Order(StringComparer.Ordinal));
            Assert.All(answers, a => Assert.Equal(1, a!["revision"]!.GetValue<long>()));
            Assert.All(dossier["sections"]!.AsArray(), s => Assert.Empty(s!["conflicts"]?.AsArray() ?? []));
        }
    }

    private async Task SignInAsync()
    {
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials", ["client_id"] = options.ClientId, ["client_secret"] = options.ClientSecret, ["scope"] = "members survey finance reporting identity",
        });
        using var answer = await http.PostAsync(new Uri("/connect/token", UriKind.Relative), form);
        answer.EnsureSuccessStatusCode();
        var token = await answer.Content.ReadFromJsonAsync<JsonNode>();
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token!["access_token"]!.GetValue<string>());
    }

    public async Task<JsonNode> ReadAsync(string path) => (await http.GetFromJsonAsync<JsonNode>(new Uri(path, UriKind.Relative)))!;

    private async Task<List<JsonNode>> AllAsync(string path)
    {
        List<JsonNode> items = [];
        for (string? cursor = ""; cursor is not null;)
        {
            var separator = path.Contains('?', StringComparison.Ordinal) ? '&' : '?';
            var page = await ReadAsync($"{path}{separator}limit=100{(cursor.Length > 0 ? "&cursor=" + Uri.EscapeDataString(cursor) : "")}");
            items.AddRange(page["items"]!.AsArray().Select(i => i!));
            cursor = page["next"]?.GetValue<string>();
        }
        return items;
    }
}
