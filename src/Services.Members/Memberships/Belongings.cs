namespace Ptce.Members.Memberships;

/// <summary>What a person enters about one period.</summary>
/// <param name="Id">Identity of the period.</param>
/// <param name="Circle"><c>1</c> or <c>2</c>.</param>
/// <param name="Period">Entry and exit.</param>
/// <param name="Provenance">Where it comes from.</param>
/// <param name="Source">Where it stands.</param>
internal sealed record BelongingEntry(Guid Id, string Circle, Period Period, string Provenance, string? Source);

/// <summary>
/// The log of one membership's belonging periods. Every act supersedes versions and appends others under one recorded time;
/// nothing is erased, so the log answers for any date and any moment of knowledge. At every moment the periods known do not
/// overlap.
/// </summary>
/// <param name="membershipId">Membership.</param>
/// <param name="poleKey">Pole.</param>
/// <param name="log">All versions, or at least the current ones when only acting.</param>
internal sealed class Belongings(Guid membershipId, string poleKey, List<Belonging> log)
{
    public IEnumerable<Belonging> Current => log.Where(b => b.RecordedTo is null).OrderBy(b => b.Entry ?? DateOnly.MinValue);

    /// <summary>The periods that were known at a moment.</summary>
    public IEnumerable<Belonging> KnownAt(DateTime known) => log.Where(b => b.KnownAt(known)).OrderBy(b => b.Entry ?? DateOnly.MinValue);

    /// <summary>The circle in which the member counted at a date, as known at a moment; null for none.</summary>
    public string? CircleAt(DateOnly at, DateTime known) => KnownAt(known).FirstOrDefault(b => b.Period.Contains(at))?.Circle;

    /// <summary>Opens a period (entrée).</summary>
    public Rule? Enter(BelongingEntry entry, DateTime recorded)
    {
        if (log.Exists(b => b.Id == entry.Id))
            return MembershipRules.TakenId;
        if (Refusal(entry.Period, except: null) is { } rule)
            return rule;
        Append(entry, recorded);
        return null;
    }

    /// <summary>Ends the period that holds at the day before the date (sortie).</summary>
    public Rule? Leave(DateOnly date, DateTime recorded)
    {
        if (OpenBefore(date) is not { } open)
            return MembershipRules.NotOpen;
        if (open.Exit == date)
            return null;
        Replace(open, new BelongingEntry(open.Id, open.Circle, new(open.Entry, date), open.Provenance, open.Source), recorded);
        return null;
    }

    /// <summary>Moves to the other circle at a date: ends one period and opens the next until where the first one ended.</summary>
    public Rule? Move(Guid nextId, DateOnly date, string circle, string provenance, string? source, DateTime recorded)
    {
        if (log.Exists(b => b.Id == nextId))
            return MembershipRules.TakenId;
        if (OpenBefore(date) is not { } open)
            return MembershipRules.NotOpen;
        if (open.Exit == date)
            return MembershipRules.NotOpen;
        if (open.Circle == circle)
            return MembershipRules.SameCircle;
        Replace(open, new BelongingEntry(open.Id, open.Circle, new(open.Entry, date), open.Provenance, open.Source), recorded);
        Append(new BelongingEntry(nextId, circle, new(date, open.Exit), provenance, source), recorded);
        return null;
    }

    /// <summary>Corrects a period: what was known before stays in the log.</summary>
    public Rule? Correct(BelongingEntry corrected, DateTime recorded)
    {
        if (Current.FirstOrDefault(b => b.Id == corrected.Id) is not { } current)
            return MembershipRules.UnknownPeriod;
        if (Refusal(corrected.Period, except: corrected.Id) is { } rule)
            return rule;
        if (current.Circle == corrected.Circle && current.Period == corrected.Period && current.Provenance == corrected.Provenance && current.Source == corrected.Source)
            return null;
        Replace(current, corrected, recorded);
        return null;
    }

    /// <summary>Takes back a period that was never so.</summary>
    public Rule? Retract(Guid id, DateTime recorded)
    {
        if (Current.FirstOrDefault(b => b.Id == id) is not { } current)
            return MembershipRules.UnknownPeriod;
        current.Supersede(recorded);
        return null;
    }

    private Rule? Refusal(Period period, Guid? except)
    {
        if (period.IsEmpty)
            return MembershipRules.Empty;
        return Current.Any(b => b.Id != except && b.Period.Overlaps(period)) ? MembershipRules.Overlap : null;
    }

    // Exits are exclusive: leaving on the day of entry would leave nothing.
    private Belonging? OpenBefore(DateOnly date) =>
        date == DateOnly.MinValue ? null : Current.FirstOrDefault(b => b.Period.Contains(date.AddDays(-1)));

    private void Replace(Belonging current, BelongingEntry next, DateTime recorded)
    {
        current.Supersede(recorded);
        Append(next, recorded);
    }

    private void Append(BelongingEntry entry, DateTime recorded) => log.Add(new Belonging
    {
        Id = entry.Id,
        MembershipId = membershipId,
        PoleKey = poleKey,
        Circle = entry.Circle,
        Entry = entry.Period.From,
        Exit = entry.Period.To,
        Provenance = entry.Provenance,
        Source = entry.Source,
        RecordedFrom = recorded,
    });
}
