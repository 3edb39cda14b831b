using Ptce.System.Tests.Running;
using RabbitMQ.Client;

namespace Ptce.System.Tests.Faults;

/// <summary>Something that is killed: a process of ours, or the broker.</summary>
/// <param name="Name">Service name, <c>gateway</c> or <c>broker</c>.</param>
/// <param name="Requests">Whose requests make a good moment; null = any.</param>
internal abstract record Victim(string Name, string? Requests)
{
    /// <summary>Kills it and counts what was in flight.</summary>
    public abstract Task<int> KillAsync(CancellationToken ct);

    public abstract Task StartAsync(CancellationToken ct);
}

/// <summary>A service or the gateway: its requests are counted by the loader, which sends them again.</summary>
internal sealed record ProcessVictim(RunningProcess Process, string? Requests, WatchedRequests Watched) : Victim(Process.Name, Requests)
{
    public override async Task<int> KillAsync(CancellationToken ct)
    {
        // Frozen for a moment, so that what is on its way arrives and stays unanswered.
        Process.Freeze();
        await Task.Delay(60, ct);
        var inFlight = Requests is null ? DistributedSystem.Services.Sum(Watched.Pending) : Watched.Pending(Requests);
        Process.Kill();
        return inFlight;
    }

    public override Task StartAsync(CancellationToken ct) => Process.StartAsync(ct: ct);
}

/// <summary>Reporting takes deliveries rather than requests: what was sent to it and not yet applied, and no longer lies in its queue, is in its hands.</summary>
internal sealed record ReportingVictim(DistributedSystem System, RunningProcess Process) : Victim(Process.Name, null)
{
    public override async Task<int> KillAsync(CancellationToken ct)
    {
        Process.Freeze();
        await Task.Delay(700, ct);
        var inHands = await UnacknowledgedAsync(ct);
        Process.Kill();
        return inHands;
    }

    public override Task StartAsync(CancellationToken ct) => Process.StartAsync(ct: ct);

    private async Task<int> UnacknowledgedAsync(CancellationToken ct)
    {
        var categories = Outbox.Categories(System.Database("reporting"));
        var sent = DistributedSystem.Services.Where(s => s != "reporting").Sum(s => Outbox.Sent(System.Database(s), categories));
        var applied = Outbox.Applied(System.Database("reporting"));
        return Math.Max(0, sent - applied - Outbox.Parked(System.Database("reporting")) - await WaitingAsync(ct));
    }

    private async Task<int> WaitingAsync(CancellationToken ct)
    {
        try
        {
            await using var connection = await new ConnectionFactory { Uri = new Uri(System.Broker.ConnectionString) }.CreateConnectionAsync(ct);
            await using var channel = await connection.CreateChannelAsync(cancellationToken: ct);
            return (int)(await channel.QueueDeclarePassiveAsync("ptce.reporting", ct)).MessageCount;
        }
        catch (global::RabbitMQ.Client.Exceptions.BrokerUnreachableException)
        {
            // The broker is away too: nothing can be counted, and nothing is claimed.
            return int.MaxValue / 2;
        }
    }
}

/// <summary>The broker: deliveries that a dispatcher had numbered and handed over, without a confirmation, are sent again.</summary>
internal sealed record BrokerVictim(DistributedSystem System) : Victim("broker", null)
{
    public override async Task<int> KillAsync(CancellationToken ct)
    {
        System.Broker.Freeze();
        await Task.Delay(700, ct);
        var unconfirmed = DistributedSystem.Services.Sum(s => Outbox.Unconfirmed(System.Database(s)));
        System.Broker.Kill();
        return unconfirmed;
    }

    public override Task StartAsync(CancellationToken ct) => System.Broker.StartServerAsync();
}
