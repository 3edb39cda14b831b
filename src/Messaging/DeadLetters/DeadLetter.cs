namespace Ptce.Messaging.DeadLetters;

/// <summary>An event that this service could not apply. It stalls its stream, and only that, until an operator replays it.</summary>
public sealed class DeadLetter
{
    /// <summary>Message id.</summary>
    public required Guid Id { get; init; }

    /// <summary>Stream.</summary>
    public required string Stream { get; init; }

    /// <summary>Number inside the stream.</summary>
    public required long Sequence { get; init; }

    /// <summary>Name of the event's record.</summary>
    public required string Type { get; init; }

    /// <summary>The envelope as JSON.</summary>
    public required string Envelope { get; init; }

    /// <summary>Type and message of the error; no data of the event.</summary>
    public required string Error { get; set; }

    /// <summary>When it was given up, UTC.</summary>
    public required DateTime FailedAt { get; set; }

    /// <summary>Attempts so far.</summary>
    public int Attempts { get; set; }
}
