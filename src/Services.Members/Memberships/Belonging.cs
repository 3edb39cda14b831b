namespace Ptce.Members.Memberships;

/// <summary>
/// One version of a belonging period (période d'appartenance) and its circle, with the stretch of recorded time in which it was
/// what the observatory knew. A version is written once; being superseded only closes its recorded time.
/// </summary>
internal sealed class Belonging
{
    public long Row { get; init; }

    /// <summary>Identity of the period through its corrections; the client's.</summary>
    public required Guid Id { get; init; }

    public required Guid MembershipId { get; init; }

    /// <summary>Pole, repeated here because states at a date are asked per pole.</summary>
    public required string PoleKey { get; init; }

    /// <summary><c>1</c> or <c>2</c>.</summary>
    public required string Circle { get; init; }

    public DateOnly? Entry { get; init; }

    public DateOnly? Exit { get; init; }

    public required string Provenance { get; init; }

    public string? Source { get; init; }

    public required DateTime RecordedFrom { get; init; }

    public DateTime? RecordedTo { get; private set; }

    public Period Period => new(Entry, Exit);

    public bool KnownAt(DateTime known) => RecordedFrom <= known && (RecordedTo is null || known < RecordedTo);

    public void Supersede(DateTime recorded) => RecordedTo = recorded;
}
