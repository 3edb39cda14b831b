namespace Ptce.Messaging.Inbox;

/// <summary>How far this service has applied one stream; written in the transaction of the effect.</summary>
public sealed class InboxStream
{
    /// <summary>Stream, <c>category/key</c>.</summary>
    public required string Stream { get; init; }

    /// <summary>Last number applied. A concurrency token: two replicas cannot apply the same event.</summary>
    public long LastSequence { get; set; }

    /// <summary>True while a dead letter of this stream waits for an operator.</summary>
    public bool Stalled { get; set; }
}

/// <summary>An event that came before its turn, or behind a dead letter.</summary>
public sealed class ParkedEvent
{
    /// <summary>Stream.</summary>
    public required string Stream { get; init; }

    /// <summary>Number inside the stream.</summary>
    public required long Sequence { get; init; }

    /// <summary>The envelope as JSON.</summary>
    public required string Envelope { get; init; }
}
