namespace Ptce.Reporting.Copies;

/// <summary>One section of a signed version, fetched from its owner and checked against its digest; without content until then.</summary>
internal sealed class StoredCopy
{
    /// <summary>Generation of the read model that it belongs to: a rebuild fills the next one while the present one serves.</summary>
    public required long Generation { get; init; }

    public required Guid DossierId { get; init; }

    public required int Version { get; init; }

    public required string Section { get; init; }

    public required int SectionVersion { get; init; }

    public required string PoleKey { get; init; }

    /// <summary>Service that keeps the original.</summary>
    public required string Owner { get; init; }

    public required string Digest { get; init; }

    /// <summary>Canonical bytes; null until fetched.</summary>
    public byte[]? Content { get; set; }

    public int Attempts { get; set; }

    /// <summary>When to fetch, UTC.</summary>
    public DateTime NextAttemptAt { get; set; }

    /// <summary>Why the last attempt failed: <c>unreachable</c>, <c>absent</c>, <c>digest</c>.</summary>
    public string? Failure { get; set; }
}
