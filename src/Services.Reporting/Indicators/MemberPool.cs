using Ptce.Reporting.Facts;
using Ptce.Reporting.Figures;

namespace Ptce.Reporting.Indicators;

/// <summary>
/// Members of several poles with each organisation once, however many poles it belongs to. Where poles tell an organisation
/// differently, the first pole by key that tells the thing asked is followed, so that the same versions give the same figures.
/// </summary>
internal sealed class MemberPool
{
    private MemberPool(IReadOnlyList<PooledMember> members) => Members = members;

    public IReadOnlyList<PooledMember> Members { get; }

    public static MemberPool FirstCircle(CampaignFacts campaign) =>
        Of(campaign.WithMorphology.Select(pole => (pole, pole.Morphology!.FirstCircle(campaign.ReferenceDate))));

    /// <param name="circles">Poles sorted by key with the members to pool.</param>
    public static MemberPool Of(IEnumerable<(PoleFacts Pole, IReadOnlyList<Member> Members)> circles) => new(
        [.. circles
            .SelectMany(circle => circle.Members.Select(member => new Place(circle.Pole, member)))
            .GroupBy(place => place.Member.Key, StringComparer.Ordinal)
            .OrderBy(places => places.Key, StringComparer.Ordinal)
            .Select(places => new PooledMember(places.Key, [.. places]))]);
}

/// <summary>An organisation's membership of one pole.</summary>
internal sealed record Place(PoleFacts Pole, Member Member);

/// <summary>An organisation, counted once, with the poles that it belongs to.</summary>
internal sealed record PooledMember(string Key, IReadOnlyList<Place> Places)
{
    public Provenance Origin => Places.Select(place => place.Member.Origin).Union();

    /// <summary>What the first pole that knows tells of the organisation; null when none does.</summary>
    public T? Tell<T>(Func<Organisation, T?> ask)
        where T : class =>
        Places.Select(place => place.Member.Organisation is { } organisation ? ask(organisation) : null).FirstOrDefault(told => told is not null);

    /// <summary>The yearly figure that the first pole that knows gives.</summary>
    public decimal? Figure(int year, Func<MemberYear, decimal?> ask) =>
        Places.Select(place => place.Pole.Morphology!.Year(Key, year) is { } figures ? ask(figures) : null).FirstOrDefault(value => value is not null);
}
