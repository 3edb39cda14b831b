namespace Ptce.Messaging;

/// <summary>An event on its way: identity, place in its stream, and trace.</summary>
public sealed record EventEnvelope
{
    /// <summary>Message id.</summary>
    public required Guid Id { get; init; }

    /// <summary>Service that wrote it.</summary>
    public required string Source { get; init; }

    /// <summary>Stream, <c>category/key</c>.</summary>
    public required string Stream { get; init; }

    /// <summary>Category of the stream.</summary>
    public required string Category { get; init; }

    /// <summary>Number inside the stream, from 1, without gaps.</summary>
    public required long Sequence { get; init; }

    /// <summary>Name of the event's record.</summary>
    public required string Type { get; init; }

    /// <summary>The event as JSON.</summary>
    public required string Body { get; init; }

    /// <summary>W3C trace context of the cause.</summary>
    public string? TraceParent { get; init; }
}
