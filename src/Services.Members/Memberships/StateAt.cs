using Microsoft.EntityFrameworkCore;
using Ptce.Members.Organisations;
using Ptce.Members.Storage;

namespace Ptce.Members.Memberships;

/// <summary>Who belonged, at a date and as known at a moment, as queries.</summary>
internal static class StateAt
{
    /// <summary>Versions of periods that were known at a moment; null for now.</summary>
    public static IQueryable<Belonging> Known(this IQueryable<Belonging> belongings, DateTime? known) => known is { } moment
        ? belongings.Where(b => b.RecordedFrom <= moment && (b.RecordedTo == null || b.RecordedTo > moment))
        : belongings.Where(b => b.RecordedTo == null);

    /// <summary>Versions of criteria that were known at a moment; null for now.</summary>
    public static IQueryable<Criterion> Known(this IQueryable<Criterion> criteria, DateTime? known) => known is { } moment
        ? criteria.Where(c => c.RecordedFrom <= moment && (c.RecordedTo == null || c.RecordedTo > moment))
        : criteria.Where(c => c.RecordedTo == null);

    /// <summary>Periods that hold at a date; null for all.</summary>
    public static IQueryable<Belonging> Holding(this IQueryable<Belonging> belongings, DateOnly? at) => at is { } date
        ? belongings.Where(b => (b.Entry == null || b.Entry <= date) && (b.Exit == null || b.Exit > date))
        : belongings;

    /// <summary>Organisations that belong to a pole at a date, as known now.</summary>
    public static IQueryable<Organisation> Organisations(MembersDb db, string poleKey, DateOnly at)
    {
        var present = db.Belongings.Where(b => b.PoleKey == poleKey).Known(null).Holding(at).Select(b => b.MembershipId);
        return from membership in db.Memberships.AsNoTracking()
               join organisation in db.Organisations.AsNoTracking() on membership.OrganisationId equals organisation.Id
               where membership.PoleKey == poleKey && present.Contains(membership.Id)
               select organisation;
    }
}
