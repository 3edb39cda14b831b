namespace Ptce.Members.Editing;

/// <summary>Who changed what (journal): values are never overwritten without a trace.</summary>
internal sealed class JournalEntry
{
    public long Position { get; init; }

    public required DateTime At { get; init; }

    /// <summary>Stable identifier of the person or client; never a name.</summary>
    public required string By { get; init; }

    /// <summary><c>pole</c>, <c>pole-year</c>, <c>organisation</c>, <c>membership</c>, <c>figures</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>What was changed, e.g. an organisation's id.</summary>
    public required string Subject { get; init; }

    public string? PoleKey { get; init; }

    /// <summary>Content before, JSON without personal data; null when it was created.</summary>
    public string? Before { get; init; }

    /// <summary>Content after.</summary>
    public string? After { get; init; }
}
