namespace Ptce.Finance.Economics.ChangeLines;

/// <summary>An accepted change, kept for ever: the trace of every line, and the memory that makes a repeated change harmless.</summary>
internal sealed class LineRecord
{
    public long Position { get; init; }

    public Guid YearId { get; init; }

    /// <summary>Id that the client gave the change.</summary>
    public Guid ChangeId { get; init; }

    /// <summary>SHA-256 of what the change said.</summary>
    public required string Fingerprint { get; init; }

    public required string Line { get; init; }

    public int Number { get; init; }

    public int Revision { get; init; }

    /// <summary>The line after the change, JSON.</summary>
    public required string Content { get; init; }

    /// <summary>Subject of who made it; never a name.</summary>
    public required string By { get; init; }

    public DateTime At { get; init; }
}
