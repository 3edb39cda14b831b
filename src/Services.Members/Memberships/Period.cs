namespace Ptce.Members.Memberships;

/// <summary>A stretch of days: from the first (inclusive) to the last (exclusive); an end left out is not known, or not yet.</summary>
/// <param name="From">First day, null when it began before anyone recorded.</param>
/// <param name="To">Day on which it no longer holds, null while it does.</param>
internal readonly record struct Period(DateOnly? From, DateOnly? To)
{
    public bool IsEmpty => From is { } from && To is { } to && to <= from;

    public bool Contains(DateOnly day) => (From is null || From <= day) && (To is null || day < To);

    public bool Covers(Period other) =>
        (From is null || (other.From is { } from && From <= from)) && (To is null || (other.To is { } to && to <= To));

    public bool Overlaps(Period other) =>
        (From is null || other.To is null || From < other.To) && (other.From is null || To is null || other.From < To);
}
