using Microsoft.EntityFrameworkCore;
using Ptce.Members.Storage;
using Ptce.Members.Vocabulary;
using Ptce.ServiceDefaults.Http;
using Ptce.ServiceDefaults.Problems;

namespace Ptce.Members.Memberships;

/// <summary>What a list of memberships is narrowed by.</summary>
internal sealed record MembershipFilter(DateOnly? At, string? KnownAt, string? Circle, string? Family, string? Search, string? Sort, int? Limit, string? Cursor);

/// <summary>The state of a pole at a date, as known at a moment.</summary>
internal static class ReadMemberships
{
    public static readonly Rule MomentUnreadable = new("members.known-at.unreadable", "Ce n'est ni une date ni un instant.", "This is neither a date nor an instant.", "Écrivez 2026-10-15 ou 2026-10-15T08:00:00Z.", "Write 2026-10-15 or 2026-10-15T08:00:00Z.");

    private sealed record Place(string SortName, Guid Id);

    public static async Task<IResult> ListAsync(string key, [AsParameters] MembershipFilter filter, MembersDb db, TimeProvider time, CancellationToken ct)
    {
        DateTime? known = null;
        if (!string.IsNullOrEmpty(filter.KnownAt) && (known = ParisTime.ReadMoment(filter.KnownAt)) is null)
            return RequestProblems.Invalid.With(MomentUnreadable.At("/knownAt", filter.KnownAt));
        if (!await db.Poles.AnyAsync(p => p.Key == key, ct))
            return RequestProblems.NotFound.With();
        var size = Page.Size(filter.Limit);
        var periods = db.Belongings.AsNoTracking().Where(b => b.PoleKey == key).Known(known).Holding(filter.At);
        if (filter.Circle is { } circle)
            periods = periods.Where(b => b.Circle == circle);
        var page = await Narrow(db, key, filter, periods.Select(b => b.MembershipId)).Take(size + 1).ToListAsync(ct);
        var ids = page.Take(size).Select(r => r.Membership.Id).ToList();
        var belongings = (await periods.Where(b => ids.Contains(b.MembershipId)).ToListAsync(ct)).ToLookup(b => b.MembershipId);
        var criteria = (await db.Criteria.AsNoTracking().Where(c => ids.Contains(c.MembershipId)).Known(known).ToListAsync(ct))
            .Where(c => filter.At is not { } at || c.Period.Contains(at)).ToLookup(c => c.MembershipId);
        var shownAt = filter.At ?? ParisTime.Today(time);
        return Results.Ok(Page.Of(page, size, r => new Place(r.Organisation.SortName, r.Membership.Id),
            r => MembershipView.Of(r.Membership, r.Organisation, belongings[r.Membership.Id], criteria[r.Membership.Id], shownAt)));
    }

    public static async Task<IResult> OneAsync(string key, Guid id, MembersDb db, HttpContext http, TimeProvider time, CancellationToken ct)
    {
        if (await OpenMembership.ReadAsync(db, key, id, ct) is not { } open)
            return RequestProblems.NotFound.With();
        Preconditions.SetETag(http, open.Membership.Version);
        return Results.Ok(open.View(ParisTime.Today(time)));
    }

    private sealed record Row(Membership Membership, Organisations.Organisation Organisation);

    private static IQueryable<Row> Narrow(MembersDb db, string key, MembershipFilter filter, IQueryable<Guid> present)
    {
        var rows = from membership in db.Memberships.AsNoTracking()
                   join organisation in db.Organisations.AsNoTracking() on membership.OrganisationId equals organisation.Id
                   where membership.PoleKey == key && present.Contains(membership.Id)
                   select new { membership, organisation };
        if (filter.Family is { } family)
            rows = rows.Where(r => r.organisation.Family == family);
        if (!string.IsNullOrWhiteSpace(filter.Search))
        {
            var folded = Folding.Fold(filter.Search);
            rows = rows.Where(r => r.organisation.SearchText.Contains(folded));
        }
        var after = Page.After<Place>(filter.Cursor);
        var (name, id) = (after?.SortName, after?.Id ?? Guid.Empty);
        var sorted = filter.Sort == "-name"
            ? (name is null ? rows : rows.Where(r => string.Compare(r.organisation.SortName, name) < 0 || (r.organisation.SortName == name && r.membership.Id.CompareTo(id) > 0)))
                .OrderByDescending(r => r.organisation.SortName).ThenBy(r => r.membership.Id)
            : (name is null ? rows : rows.Where(r => string.Compare(r.organisation.SortName, name) > 0 || (r.organisation.SortName == name && r.membership.Id.CompareTo(id) > 0)))
                .OrderBy(r => r.organisation.SortName).ThenBy(r => r.membership.Id);
        return sorted.Select(r => new Row(r.membership, r.organisation));
    }
}
