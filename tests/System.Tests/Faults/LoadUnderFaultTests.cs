using Ptce.Demonstration.Loading;
using Ptce.System.Tests.Running;
using Xunit.Abstractions;

namespace Ptce.System.Tests.Faults;

/// <summary>The demonstration data set is loaded and signed off while the services and the broker are killed under it.</summary>
public sealed class LoadUnderFaultTests(ITestOutputHelper output)
{
    private static readonly Dictionary<string, int> Once = DistributedSystem.Services.Append("gateway").Append("broker").ToDictionary(name => name, _ => 1);

    // Finance hears two requests per PTCE: three kills there, more elsewhere, thirty in all.
    private static readonly Dictionary<string, int> Thirty = new()
    {
        ["identity"] = 4, ["members"] = 5, ["survey"] = 5, ["finance"] = 3, ["gateway"] = 5, ["reporting"] = 4, ["broker"] = 4,
    };

    [Fact]
    public Task Nothing_is_lost_or_doubled_when_each_service_and_the_broker_is_killed_during_the_load() => LoadUnderKillsAsync(Once, seed: 20151029);

    [Fact]
    [Trait("Category", "Long")]
    public Task Nothing_is_lost_or_doubled_when_services_and_broker_are_killed_30_times_during_the_load() => LoadUnderKillsAsync(Thirty, seed: 20150629);

    private async Task LoadUnderKillsAsync(Dictionary<string, int> kills, int seed)
    {
        var undisturbed = await Undisturbed.RunAsync();
        await using var system = await DistributedSystem.StartAsync();
        var watched = new WatchedRequests();
        var plan = new KillPlan(kills.ToDictionary(k => Victims(system, watched, k.Key), k => k.Value), watched, seed);
        plan.Begin(CancellationToken.None);
        var outcome = await LoadAsync(system.Options, watched.Watch);
        await plan.EndAsync();

        Report(plan, outcome);
        Assert.Equal(plan.Wanted, plan.Killed);
        // One kill may meet an idle moment; several may not.
        Assert.All(plan.Reports.Where(r => r.Kills > 1), r => Assert.True(r.Interrupted > 0, $"{r.Victim} was killed {r.Kills} times with nothing in flight"));
        Assert.True(plan.Reports.Count(r => r.Interrupted > 0) > plan.Reports.Count / 2, "most victims were killed with nothing in flight");
        Assert.Equal(undisturbed.Dossiers, outcome.Dossiers.OrderBy(d => d.Key, StringComparer.Ordinal));
        Assert.Equal(undisturbed.Release, await Undisturbed.ReleaseAsync(system.Url));
        using var content = new LoadedContent(system.Options);
        await content.AssertCompleteOnceAsync(outcome);
        await Quiet.AssertAsync(system);
    }

    private static Victim Victims(DistributedSystem system, WatchedRequests watched, string name) => name switch
    {
        "broker" => new BrokerVictim(system),
        "reporting" => new ReportingVictim(system, system[name]),
        "gateway" => new ProcessVictim(system[name], Victim.Any, watched),
        _ => new ProcessVictim(system[name], name, watched),
    };

    private static async Task<LoadOutcome> LoadAsync(LoadOptions options, Func<HttpMessageHandler, HttpMessageHandler> watch)
    {
        using var loader = new DemonstrationLoader(options, _ => { }, TimeProvider.System, watch);
        return await loader.LoadAsync();
    }

    private void Report(KillPlan plan, LoadOutcome outcome)
    {
        foreach (var report in plan.Reports)
            output.Tell($"KILLED {report.Victim,-10} {report.Kills,3} times, {report.Interrupted,4} {(report.Victim is "broker" or "reporting" ? "deliveries" : "requests")} interrupted");
        output.Tell($"KILLED in all {plan.Killed}; sent again by the loader: {string.Join(", ", outcome.Interrupted.OrderBy(i => i.Key).Select(i => $"{i.Key} {i.Value}"))}");
    }
}

/// <summary>After the load the system comes to rest: every event sent and applied, none parked or dead.</summary>
internal static class Quiet
{
    public static async Task AssertAsync(DistributedSystem system)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while (DistributedSystem.Services.Any(s => Outbox.Waiting(system.Database(s)) + Outbox.Parked(system.Database(s)) > 0) && !limit.IsCancellationRequested)
            await Task.Delay(200, CancellationToken.None);
        foreach (var service in DistributedSystem.Services)
        {
            Assert.Equal(0, Outbox.Waiting(system.Database(service)));
            Assert.Equal(0, Outbox.Parked(system.Database(service)));
            Assert.Equal(0, Outbox.DeadLetters(system.Database(service)));
        }
    }
}
