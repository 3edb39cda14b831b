namespace Ptce.Messaging.Storage;

/// <summary>The answer to a request that carried an <c>Idempotency-Key</c>, stored in the transaction of its effect.</summary>
public sealed class IdempotencyKey
{
    /// <summary>Who asked and under which key: <c>subject/key</c>.</summary>
    public required string Key { get; init; }

    /// <summary>SHA-256 of method, path and body: the same key with another request is refused.</summary>
    public required string RequestDigest { get; init; }

    /// <summary>HTTP status answered.</summary>
    public int Status { get; init; }

    /// <summary>Body answered, JSON; null when there was none.</summary>
    public string? Body { get; init; }

    /// <summary>When, UTC.</summary>
    public DateTime RecordedAt { get; init; }
}
