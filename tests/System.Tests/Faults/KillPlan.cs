using System.Collections.Concurrent;

namespace Ptce.System.Tests.Faults;

/// <summary>What came of the kills: per victim, how often it was killed and how many requests or deliveries were interrupted.</summary>
internal sealed record KillReport(string Victim, int Kills, int Interrupted);

/// <summary>
/// Kills victims at random while requests are on their way, each as often as asked: a request that leaves draws whether its addressee – or the
/// gateway, the broker, Reporting – dies now. A victim that is down comes back after a drawn pause; two may be down at once.
/// </summary>
internal sealed class KillPlan(IReadOnlyDictionary<Victim, int> quotas, WatchedRequests watched, int seed)
{
    // About as many requests as an undisturbed load sends: spreads the kills over the whole load.
    private static readonly Dictionary<string, int> Expected = new() { ["identity"] = 60, ["members"] = 560, ["survey"] = 170, ["finance"] = 20 };

    private readonly Random random = new(seed);
    private readonly Lock draws = new();
    private readonly Dictionary<Victim, int> left = quotas.ToDictionary();
    private readonly HashSet<Victim> down = [];
    private readonly ConcurrentDictionary<string, int> kills = new();
    private readonly ConcurrentDictionary<string, int> interrupted = new();
    private readonly ConcurrentBag<Task> running = [];
    private bool ended;

    public int Wanted => quotas.Values.Sum();

    public int Killed => kills.Values.Sum();

    public IReadOnlyList<KillReport> Reports =>
        [.. quotas.Keys.Select(v => new KillReport(v.Name, kills.GetValueOrDefault(v.Name), interrupted.GetValueOrDefault(v.Name)))];

    /// <summary>Starts watching.</summary>
    public void Begin(CancellationToken ct) => watched.Leaving += service =>
    {
        if (Choose(service) is { } victim)
            running.Add(Task.Run(() => KillAsync(victim, ct), ct));
    };

    /// <summary>Waits until everything that was killed stands again.</summary>
    public async Task EndAsync()
    {
        lock (draws)
            ended = true;
        while (running.TryTake(out var kill))
            await kill;
    }

    private Victim? Choose(string service)
    {
        lock (draws)
        {
            if (ended || down.Count >= 2)
                return null;
            var due = left.Where(l => l.Value > 0 && l.Key.IsHitBy(service) && !down.Contains(l.Key) && !down.Any(l.Key.IsTiedTo)).ToList();
            // Twice as likely as needed, because most requests leave while two victims are down already.
            var chance = 2.0 * due.Sum(l => l.Value) / Math.Max(6, Expected.GetValueOrDefault(service, 60) - watched.Sent(service));
            if (due.Count == 0 || random.NextDouble() > chance)
                return null;
            var victim = due[random.Next(due.Count)].Key;
            left[victim]--;
            down.Add(victim);
            return victim;
        }
    }

    private async Task KillAsync(Victim victim, CancellationToken ct)
    {
        try
        {
            await Task.Delay(Pause(20), ct);
            var inFlight = await victim.KillAsync(ct);
            kills.AddOrUpdate(victim.Name, 1, (_, n) => n + 1);
            interrupted.AddOrUpdate(victim.Name, inFlight, (_, n) => n + inFlight);
            await Task.Delay(Pause(800), ct);
            await victim.StartAsync(ct);
        }
        finally
        {
            lock (draws)
                down.Remove(victim);
        }
    }

    private int Pause(int most)
    {
        lock (draws)
            return random.Next(0, most);
    }
}
