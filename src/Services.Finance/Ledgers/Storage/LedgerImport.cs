namespace Ptce.Finance.Ledgers.Storage;

/// <summary>An imported ledger (import comptable). This row is written last: until then its chunks are nobody's.</summary>
internal sealed class LedgerImport
{
    public Guid Id { get; init; }

    public required string PoleKey { get; init; }

    public int Year { get; init; }

    /// <summary><c>fec</c> or <c>balance</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>SHA-256 of the bytes that were sent; the bytes themselves are not kept.</summary>
    public required string Sha256 { get; init; }

    public required string Regime { get; init; }

    public long Lines { get; init; }

    public long Bytes { get; init; }

    public int Chunks { get; init; }

    /// <summary>Findings and economics, JSON.</summary>
    public required string Report { get; init; }

    public required string By { get; init; }

    public DateTime At { get; init; }

    /// <summary>Its lines became the year's.</summary>
    public DateTime? AppliedAt { get; set; }
}

/// <summary>A piece of a ledger's postings.</summary>
internal sealed class LedgerChunk
{
    public Guid ImportId { get; init; }

    public int Number { get; init; }

    public required byte[] Content { get; init; }

    public DateTime At { get; init; }
}
