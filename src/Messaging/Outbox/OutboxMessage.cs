namespace Ptce.Messaging.Outbox;

/// <summary>An event waiting for its way out, written in the transaction of the change it tells.</summary>
public sealed class OutboxMessage
{
    /// <summary>Order of writing inside the service.</summary>
    public long Position { get; init; }

    /// <summary>Message id.</summary>
    public required Guid Id { get; init; }

    /// <summary>Stream, <c>category/key</c>.</summary>
    public required string Stream { get; init; }

    /// <summary>Category of the stream: the routing key.</summary>
    public required string Category { get; init; }

    /// <summary>Number inside the stream, from 1; given by the dispatcher, which alone holds the lease.</summary>
    public long? Sequence { get; set; }

    /// <summary>Name of the event's record in Contracts.</summary>
    public required string Type { get; init; }

    /// <summary>The event as JSON.</summary>
    public required string Body { get; init; }

    /// <summary>W3C trace context of the request that caused the event.</summary>
    public string? TraceParent { get; init; }

    /// <summary>When it went out, UTC; null while it waits.</summary>
    public DateTime? SentAt { get; set; }
}

/// <summary>The last number given in one stream.</summary>
public sealed class OutboxStream
{
    /// <summary>Stream, <c>category/key</c>.</summary>
    public required string Stream { get; init; }

    /// <summary>Last number given. A concurrency token: two dispatchers cannot give one number to two events.</summary>
    public long LastSequence { get; set; }
}
