using System.Collections.Concurrent;

namespace Ptce.System.Tests.Faults;

/// <summary>What came of the kills: per victim, how often it was killed and how many requests or deliveries were interrupted.</summary>
internal sealed record KillReport(string Victim, int Kills, int Interrupted);

/// <summary>
/// Kills victims at random while requests are on their way: a request that leaves draws whether its addressee – or the gateway, the broker,
/// Reporting – dies now. A victim that is down comes back after a drawn pause; two may be down at once, never all.
/// </summary>
internal sealed class KillPlan(IReadOnlyList<Victim> victims, WatchedRequests watched, int wanted, int seed)
{
    private readonly Random random = new(seed);
    private readonly Lock draws = new();
    private readonly ConcurrentDictionary<string, int> kills = new();
    private readonly ConcurrentDictionary<string, int> interrupted = new();
    private readonly SemaphoreSlim atOnce = new(2, 2);
    private readonly ConcurrentDictionary<Victim, bool> down = new();
    private readonly ConcurrentBag<Task> running = [];
    private int remaining = wanted;

    public int Killed => kills.Values.Sum();

    public IReadOnlyList<KillReport> Reports =>
        [.. victims.Select(v => new KillReport(v.Name, kills.GetValueOrDefault(v.Name), interrupted.GetValueOrDefault(v.Name)))];

    /// <summary>Starts watching.</summary>
    public void Begin(CancellationToken ct) => watched.Leaving += service => Consider(service, ct);

    /// <summary>Waits until everything that was killed stands again.</summary>
    public async Task EndAsync()
    {
        Volatile.Write(ref remaining, 0);
        while (running.TryTake(out var kill))
            await kill;
    }

    private void Consider(string service, CancellationToken ct)
    {
        if (Volatile.Read(ref remaining) <= 0 || !atOnce.Wait(0, ct))
            return;
        var victim = Choose(service);
        if (victim is null || !down.TryAdd(victim, true))
        {
            atOnce.Release();
            return;
        }
        Interlocked.Decrement(ref remaining);
        running.Add(Task.Run(() => KillAsync(victim, ct), ct));
    }

    private Victim? Choose(string service)
    {
        lock (draws)
        {
            // Few requests go to Finance and Identity, hundreds to Members: the rarer the addressee, the likelier the kill.
            var addressee = victims.FirstOrDefault(v => v.Requests == service);
            if (addressee is not null && random.NextDouble() < Math.Clamp(6.0 / (6 + watched.Sent(service)), 0.01, 0.4))
                return addressee;
            return random.NextDouble() < 0.04
                ? victims.Where(v => v.Requests is null).MinBy(v => kills.GetValueOrDefault(v.Name) + random.NextDouble())
                : null;
        }
    }

    private async Task KillAsync(Victim victim, CancellationToken ct)
    {
        try
        {
            int pause;
            lock (draws)
                pause = random.Next(0, 20);
            await Task.Delay(pause, ct);
            var inFlight = await victim.KillAsync(ct);
            kills.AddOrUpdate(victim.Name, 1, (_, n) => n + 1);
            interrupted.AddOrUpdate(victim.Name, inFlight, (_, n) => n + inFlight);
            lock (draws)
                pause = random.Next(0, 800);
            await Task.Delay(pause, ct);
            await victim.StartAsync(ct);
        }
        finally
        {
            down.TryRemove(victim, out _);
            atOnce.Release();
        }
    }
}
