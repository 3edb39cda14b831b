using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Ptce.Messaging;

/// <summary>Names under which Messaging traces and counts.</summary>
public static class MessagingTelemetry
{
    /// <summary>Activity source and meter name.</summary>
    public const string Name = "Ptce.Messaging";

    internal static readonly ActivitySource Source = new(Name);
    private static readonly Meter Meter = new(Name);

    internal static readonly Counter<long> Sent = Meter.CreateCounter<long>("ptce.outbox.sent", "{event}", "Events confirmed by the transport.");
    internal static readonly Counter<long> Applied = Meter.CreateCounter<long>("ptce.inbox.applied", "{event}", "Events applied.");
    internal static readonly Counter<long> Duplicates = Meter.CreateCounter<long>("ptce.inbox.duplicates", "{event}", "Events that had been applied before.");
    internal static readonly Counter<long> Parked = Meter.CreateCounter<long>("ptce.inbox.parked", "{event}", "Events that came before their turn.");
    internal static readonly Counter<long> Dead = Meter.CreateCounter<long>("ptce.inbox.dead", "{event}", "Events given up as dead letters.");
}
