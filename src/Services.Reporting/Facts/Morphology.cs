using Ptce.Grid.Canonical;
using Ptce.Reporting.Figures;

namespace Ptce.Reporting.Facts;

/// <summary>Who belongs to a pole, when, in which circle, and each member's yearly figures (morphologie).</summary>
internal sealed record Morphology(
    string? CountingRule,
    bool SecondCircleCountable,
    int? FirstCooperationYear,
    bool ConsentTables,
    Provenance CountableOrigin,
    Provenance RuleOrigin,
    IReadOnlyDictionary<string, Organisation> Organisations,
    IReadOnlyList<Belonging> Belongings,
    IReadOnlyDictionary<(string Organisation, int Year), MemberYear> Years)
{
    public static Morphology Read(SectionCopy copy)
    {
        var pole = copy.Of("pole") is [var first, ..] ? first : null;
        return new(
            pole?["countingRule"]?.AsText,
            pole?["secondCircleCountable"]?.AsFlag ?? false,
            (int?)pole?["firstCooperationYear"]?.AsDecimal,
            pole?["consentTables"]?.AsFlag ?? false,
            pole is null ? Provenance.None : Provenances.Read(pole.OriginOf("secondCircleCountable")),
            pole is null ? Provenance.None : Provenances.Read(pole.OriginOf("countingRule")),
            copy.Of("organisation").Select(Organisation.Read).ToDictionary(organisation => organisation.Key, StringComparer.Ordinal),
            [.. copy.Of("belonging").Select(Belonging.Read)],
            copy.Of("figures").Select(MemberYear.Read).ToDictionary(figures => (figures.Organisation, figures.Year)));
    }

    /// <summary>Members of the first circle at a date, by key. An organisation counts in its innermost circle only.</summary>
    public IReadOnlyList<Member> FirstCircle(DateOnly date) => Circle(1, date, []);

    /// <summary>Members of the second circle beyond the first. Meaningless where the pole says that it cannot be counted.</summary>
    public IReadOnlyList<Member> SecondCircle(DateOnly date) =>
        Circle(2, date, [.. FirstCircle(date).Select(member => member.Key)]);

    /// <summary>
    /// First year whose June can be counted: that of the oldest entry or exit dated, not before the first cooperation. Members
    /// without an entry date were there before; when no date is kept at all, only the reference date is known.
    /// </summary>
    public int KnownFrom(DateOnly reference)
    {
        var dated = Belongings
            .SelectMany(belonging => new[] { belonging.Entry, belonging.Exit })
            .OfType<DateOnly>()
            .Select(date => date.Year)
            .DefaultIfEmpty(reference.Year)
            .Min();
        return Math.Min(reference.Year, Math.Max(dated, FirstCooperationYear ?? dated));
    }

    public MemberYear? Year(string organisation, int year) => Years.GetValueOrDefault((organisation, year));

    private List<Member> Circle(int circle, DateOnly date, HashSet<string> inner) =>
        [.. Belongings
            .Where(belonging => belonging.Circle == circle && belonging.IsOpen(date) && !inner.Contains(belonging.Organisation))
            .GroupBy(belonging => belonging.Organisation, StringComparer.Ordinal)
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => new Member(
                group.Key,
                Organisations.GetValueOrDefault(group.Key),
                group.Select(belonging => belonging.Origin).Union()))];
}

/// <summary>An organisation that belongs to a pole at a date.</summary>
/// <param name="Key">Business key.</param>
/// <param name="Organisation">What the copy tells of it; null when the copy names it only in the belonging.</param>
/// <param name="Origin">Provenance of the belonging.</param>
internal sealed record Member(string Key, Organisation? Organisation, Provenance Origin);
