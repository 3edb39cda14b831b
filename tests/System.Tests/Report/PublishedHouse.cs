using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Ptce.Demonstration.Loading;
using Ptce.System.Tests.Running;

namespace Ptce.System.Tests.Report;

/// <summary>Standalone with the demonstration loaded and published, read by whoever asks: the public, or an analyst who signed in.</summary>
public sealed class PublishedHouse : IAsyncLifetime
{
    private readonly StandaloneProcess standalone = new(loadsItself: false);
    private readonly Dictionary<string, JsonNode> read = [];

    internal HttpClient Public { get; private set; } = new();

    internal HttpClient Analyst { get; private set; } = new();

    public async Task InitializeAsync()
    {
        await standalone.Process.StartAsync("health");
        using var loader = new DemonstrationLoader(standalone.Options, _ => { });
        await loader.LoadAsync();
        Public = Connections.Client(standalone.Options.Url, cookies: false, handler => handler);
        Analyst = Connections.Client(standalone.Options.Url, cookies: false, handler => handler);
        var api = new ApiClient(Public, standalone.Options, TimeProvider.System);
        var token = new PersonToken(loader.People.Single(p => p.Grant == "analyst"), api, () => Connections.Client(standalone.Options.Url, cookies: true, handler => handler), TimeProvider.System);
        Analyst.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", await token.GetAsync(CancellationToken.None));
        await PublishedAsync();
    }

    public async Task DisposeAsync()
    {
        Public.Dispose();
        Analyst.Dispose();
        await standalone.DisposeAsync();
    }

    /// <summary>A figure across PTCE, as anybody reads it.</summary>
    internal async Task<decimal?> AcrossAsync(string code, string measure) =>
        (await FiguresAsync(Public, code)).Single(f => f["pole"] is null && f["measure"]!.GetValue<string>() == measure)["value"]?.GetValue<decimal>();

    /// <summary>Each PTCE's own figure, as an analyst reads it; null where it is missing.</summary>
    internal async Task<Dictionary<string, decimal?>> EachAsync(string code, string measure = "value") =>
        (await FiguresAsync(Analyst, code)).Where(f => f["pole"] is not null && f["measure"]!.GetValue<string>() == measure)
            .ToDictionary(f => f["pole"]!.GetValue<string>(), f => f["value"]?.GetValue<decimal>());

    internal async Task<List<JsonNode>> FiguresAsync(HttpClient reader, string? code = null) =>
        [.. (await ReadAsync(reader, "/api/reporting/releases/2015/indicators")).AsArray().Select(f => f!).Where(f => code is null || f["code"]!.GetValue<string>() == code)];

    /// <summary>A table's rows: key → column → cell's value.</summary>
    internal async Task<Dictionary<string, Dictionary<string, JsonNode?>>> TableAsync(string code)
    {
        var table = await ReadAsync(Public, "/api/reporting/releases/2015/tables/" + code);
        var columns = table["columns"]!.AsArray().Select(c => c!["key"]!.GetValue<string>()).ToList();
        return table["rows"]!.AsArray().ToDictionary(
            r => r!["key"]!.GetValue<string>(),
            r => columns.Zip(r!["cells"]!.AsArray(), (c, cell) => (c, value: cell!["value"])).ToDictionary(x => x.c, x => x.value));
    }

    private async Task<JsonNode> ReadAsync(HttpClient reader, string path)
    {
        var key = (ReferenceEquals(reader, Analyst) ? "analyst " : "public ") + path;
        if (!read.TryGetValue(key, out var known))
            read[key] = known = (await reader.GetFromJsonAsync<JsonNode>(new Uri(path, UriKind.Relative)))!;
        return known;
    }

    // The release follows the campaign's publication by event.
    private async Task PublishedAsync()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while (true)
        {
            using var answer = await Public.GetAsync(new Uri("/api/reporting/releases/2015/tables/T1", UriKind.Relative), limit.Token);
            if (answer.IsSuccessStatusCode && (await answer.Content.ReadFromJsonAsync<JsonNode>(limit.Token))!["n"]!.GetValue<int>() == 11)
                return;
            await Task.Delay(200, limit.Token);
        }
    }
}
