using Ptce.Members.Organisations;

namespace Ptce.Members.Memberships;

internal sealed record MemberOrganisation(Guid Id, string Key, string Name, string? Status, string? Family);

internal sealed record BelongingView(Guid Id, string Circle, DateOnly? Entry, DateOnly? Exit, string Provenance, string? Source, DateTime RecordedAt);

internal sealed record CriterionView(string Criterion, DateOnly? From, DateOnly? To, DateTime RecordedAt);

/// <summary>A membership as the API answers it; <c>Circle</c> is the one at the date asked for, or today.</summary>
internal sealed record MembershipView(
    Guid Id, MemberOrganisation Organisation, string? Circle, IReadOnlyList<BelongingView> Belongings, IReadOnlyList<CriterionView> Criteria,
    bool Founder, bool Lead, IReadOnlyList<string> Relations, string Provenance, string? Source, long Version)
{
    public static MembershipView Of(Membership membership, Organisation organisation, IEnumerable<Belonging> belongings, IEnumerable<Criterion> criteria, DateOnly at)
    {
        var periods = belongings.OrderBy(b => b.Entry ?? DateOnly.MinValue).ToList();
        var classified = organisation.Facts.At(at);
        return new(
            membership.Id,
            new(organisation.Id, organisation.Key, organisation.Facts.Name, classified.Status, classified.Family),
            periods.Find(b => b.Period.Contains(at))?.Circle,
            [.. periods.Select(b => new BelongingView(b.Id, b.Circle, b.Entry, b.Exit, b.Provenance, b.Source, b.RecordedFrom))],
            [.. criteria.OrderBy(c => c.Code, StringComparer.Ordinal).ThenBy(c => c.From ?? DateOnly.MinValue).Select(c => new CriterionView(c.Code, c.From, c.To, c.RecordedFrom))],
            membership.Founder, membership.Lead, membership.Relations, membership.Provenance, membership.Source, membership.Version);
    }
}
