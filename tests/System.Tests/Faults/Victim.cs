using Ptce.Contracts;
using Ptce.System.Tests.Running;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace Ptce.System.Tests.Faults;

/// <summary>Something that is killed: a process of ours, or the broker.</summary>
/// <param name="Name">Service name, <c>gateway</c> or <c>broker</c>.</param>
/// <param name="Requests">Whose requests make a good moment, or <see cref="Any"/>.</param>
internal abstract record Victim(string Name, string Requests)
{
    public const string Any = "*";

    // How long a frozen victim is watched for something in flight before it dies with nothing.
    protected static readonly TimeSpan Watch = TimeSpan.FromSeconds(4);

    public bool IsHitBy(string service) => Requests == Any || Requests == service;

    /// <summary>Deliveries between the broker and Reporting can only be counted while the other one stands.</summary>
    public bool IsTiedTo(Victim other) => this is BrokerVictim && other is ReportingVictim || this is ReportingVictim && other is BrokerVictim;

    /// <summary>Kills it and counts what was in flight.</summary>
    public abstract Task<int> KillAsync(CancellationToken ct);

    public abstract Task StartAsync(CancellationToken ct);

    protected static async Task<int> SeenAsync(Func<Task<int>> look, CancellationToken ct)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(Watch);
        while (!limit.IsCancellationRequested)
        {
            if (await look() is > 0 and var seen)
                return seen;
            await Task.Delay(50, ct);
        }
        return 0;
    }
}

/// <summary>A service or the gateway: its requests are counted by the loader, which sends them again.</summary>
internal sealed record ProcessVictim(RunningProcess Process, string Requests, WatchedRequests Watched) : Victim(Process.Name, Requests)
{
    public override async Task<int> KillAsync(CancellationToken ct)
    {
        // Frozen for a moment, so that what is on its way arrives and stays unanswered.
        Process.Freeze();
        var inFlight = await SeenAsync(() => Task.FromResult(Requests == Any ? DistributedSystem.Services.Sum(Watched.Pending) : Watched.Pending(Requests)), ct);
        Process.Kill();
        return inFlight;
    }

    public override Task StartAsync(CancellationToken ct) => Process.StartAsync(ct: ct);
}

/// <summary>
/// Reporting takes deliveries rather than requests, and most follow requests to Survey: what was sent to it and not yet applied, and no longer lies
/// in its queue, is in its hands.
/// </summary>
internal sealed record ReportingVictim(DistributedSystem System, RunningProcess Process) : Victim(Process.Name, "survey")
{
    private static readonly string[] Subscribed = [Streams.Campaigns, Streams.Progress, Streams.Dossiers, Streams.Sections, Streams.Poles];

    public override async Task<int> KillAsync(CancellationToken ct)
    {
        Process.Freeze();
        var inHands = await SeenAsync(() => UnacknowledgedAsync(ct), ct);
        Process.Kill();
        return inHands;
    }

    public override Task StartAsync(CancellationToken ct) => Process.StartAsync(ct: ct);

    private async Task<int> UnacknowledgedAsync(CancellationToken ct)
    {
        if (await WaitingAsync(ct) is not { } waiting)
            return 0;
        var sent = DistributedSystem.Services.Where(s => s != "reporting").Sum(s => Outbox.Sent(System.Database(s), Subscribed));
        return sent - Outbox.Applied(System.Database("reporting")) - Outbox.Parked(System.Database("reporting")) - waiting;
    }

    private async Task<int?> WaitingAsync(CancellationToken ct)
    {
        try
        {
            var factory = new ConnectionFactory { Uri = new Uri(System.Broker.ConnectionString), RequestedConnectionTimeout = TimeSpan.FromSeconds(2), AutomaticRecoveryEnabled = false };
            await using var connection = await factory.CreateConnectionAsync(ct);
            await using var channel = await connection.CreateChannelAsync(cancellationToken: ct);
            return (int)(await channel.QueueDeclarePassiveAsync("ptce.reporting", ct)).MessageCount;
        }
        catch (Exception e) when (e is BrokerUnreachableException or OperationInterruptedException or TimeoutException)
        {
            // Nothing can be counted, and nothing is claimed.
            return null;
        }
    }
}

/// <summary>The broker: deliveries that a dispatcher had numbered and handed over, without a confirmation, are sent again.</summary>
internal sealed record BrokerVictim(DistributedSystem System) : Victim("broker", "survey")
{
    public override async Task<int> KillAsync(CancellationToken ct)
    {
        System.Broker.Freeze();
        var unconfirmed = await SeenAsync(() => Task.FromResult(DistributedSystem.Services.Sum(s => Outbox.Unconfirmed(System.Database(s)))), ct);
        System.Broker.Kill();
        return unconfirmed;
    }

    public override Task StartAsync(CancellationToken ct) => System.Broker.StartServerAsync();
}
