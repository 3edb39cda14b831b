using Ptce.Demonstration.Loading;
using Ptce.System.Tests.Running;
using Xunit.Abstractions;

namespace Ptce.System.Tests.Faults;

/// <summary>The one-process host is killed while a client loads the data set into it.</summary>
public sealed class StandaloneUnderFaultTests(ITestOutputHelper output)
{
    [Fact]
    public Task Nothing_is_lost_or_doubled_when_Standalone_is_killed_5_times_during_the_load() => LoadUnderKillsAsync(5, 71);

    [Fact]
    [Trait("Category", "Long")]
    public Task Nothing_is_lost_or_doubled_when_Standalone_is_killed_20_times_during_the_load() => LoadUnderKillsAsync(20, 72);

    [Fact]
    public async Task A_first_start_in_Development_loads_the_demonstration_by_itself_and_says_how_to_sign_in_once()
    {
        await using var standalone = new StandaloneProcess(loadsItself: true);
        await standalone.Process.StartAsync("health");
        var early = standalone.Loaded is null;
        // Cut off in the middle: the next start goes on by itself, with the same people.
        if (early)
        {
            standalone.Process.Kill();
            await standalone.Process.StartAsync("health");
        }

        var digests = await LoadedAsync(standalone);

        Assert.Equal(11, digests.Count);
        Assert.Single(standalone.Process.Output, line => line.Contains("leader:phares", StringComparison.Ordinal));
        await standalone.Process.DisposeAsync();
        await standalone.Process.StartAsync("health");
        using var http = new HttpClient { BaseAddress = standalone.Options.Url };
        Assert.Contains("22 entreprises", await http.GetStringAsync(new Uri("/reports/2015", UriKind.Relative)), StringComparison.Ordinal);
        Assert.Single(standalone.Process.Output, line => line.Contains("leader:phares", StringComparison.Ordinal));
    }

    private async Task LoadUnderKillsAsync(int kills, int seed)
    {
        var undisturbed = await Undisturbed.RunAsync();
        await using var standalone = new StandaloneProcess(loadsItself: false);
        await standalone.Process.StartAsync("health");
        var watched = new WatchedRequests();
        var plan = new KillPlan(new Dictionary<Victim, int> { [new ProcessVictim(standalone.Process, Victim.Any, watched)] = kills }, watched, seed);
        plan.Begin(CancellationToken.None);
        var outcome = await LoadAsync(standalone.Options, watched.Watch);
        await plan.EndAsync();

        output.Tell($"KILLED standalone {plan.Killed,3} times, {plan.Reports[0].Interrupted,4} requests interrupted; sent again by the loader: {outcome.Interrupted.Values.Sum()}");
        Assert.Equal(kills, plan.Killed);
        Assert.True(plan.Reports[0].Interrupted > 0);
        Assert.Equal(undisturbed.Dossiers, outcome.Dossiers.OrderBy(d => d.Key, StringComparer.Ordinal));
        Assert.Equal(undisturbed.Release, await Undisturbed.ReleaseAsync(standalone.Options.Url));
        using var content = new LoadedContent(standalone.Options);
        await content.AssertCompleteOnceAsync(outcome);
    }

    private static async Task<LoadOutcome> LoadAsync(LoadOptions options, Func<HttpMessageHandler, HttpMessageHandler> watch)
    {
        using var loader = new DemonstrationLoader(options, _ => { }, TimeProvider.System, watch);
        return await loader.LoadAsync();
    }

    private static async Task<IReadOnlyDictionary<string, string>> LoadedAsync(StandaloneProcess standalone)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(5));
        while (true)
        {
            if (standalone.Loaded is { } digests)
                return digests;
            await Task.Delay(300, limit.Token);
        }
    }
}
