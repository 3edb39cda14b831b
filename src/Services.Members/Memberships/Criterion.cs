namespace Ptce.Members.Memberships;

/// <summary>One version of a dated membership criterion (critère d'appartenance), with the recorded time in which it was known.</summary>
internal sealed class Criterion
{
    public long Row { get; init; }

    public required Guid MembershipId { get; init; }

    public required string PoleKey { get; init; }

    /// <summary>Criterion, a code.</summary>
    public required string Code { get; init; }

    public DateOnly? From { get; init; }

    public DateOnly? To { get; init; }

    public required DateTime RecordedFrom { get; init; }

    public DateTime? RecordedTo { get; private set; }

    public Period Period => new(From, To);

    public void Supersede(DateTime recorded) => RecordedTo = recorded;
}
