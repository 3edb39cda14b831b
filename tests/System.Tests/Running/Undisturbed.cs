using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Ptce.Demonstration.Loading;

namespace Ptce.System.Tests.Running;

/// <summary>
/// What the load comes to when nobody disturbs it: the content digest of each dossier and of the release. Made once, in Standalone; the
/// content does not depend on the host.
/// </summary>
internal static class Undisturbed
{
    private static readonly Lazy<Task<Published>> Once = new(LoadAsync);

    public static Task<Published> RunAsync() => Once.Value;

    /// <summary>The digest of the release that follows the campaign's publication by event.</summary>
    public static async Task<string> ReleaseAsync(Uri url)
    {
        using var http = new HttpClient { BaseAddress = url };
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(3));
        while (true)
        {
            using var answer = await http.GetAsync(new Uri("/api/reporting/releases/2015", UriKind.Relative), limit.Token);
            if (answer.IsSuccessStatusCode)
                return (await answer.Content.ReadFromJsonAsync<JsonNode>(limit.Token))!["digest"]!.GetValue<string>();
            await Task.Delay(200, limit.Token);
        }
    }

    private static async Task<Published> LoadAsync()
    {
        await using var standalone = new StandaloneProcess(loadsItself: false);
        await standalone.Process.StartAsync("health");
        using var loader = new DemonstrationLoader(standalone.Options, _ => { });
        var outcome = await loader.LoadAsync();
        return new(outcome.Dossiers.OrderBy(d => d.Key, StringComparer.Ordinal).ToList(), await ReleaseAsync(standalone.Options.Url));
    }
}

/// <summary>Digests of a published campaign.</summary>
internal sealed record Published(IReadOnlyList<KeyValuePair<string, string>> Dossiers, string Release);
