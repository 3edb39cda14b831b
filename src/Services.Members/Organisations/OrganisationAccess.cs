using Microsoft.EntityFrameworkCore;
using Ptce.Members.Storage;
using Ptce.ServiceDefaults.Access;

namespace Ptce.Members.Organisations;

/// <summary>
/// Which organisations a caller sees: all, for those who read all poles; otherwise those that belong to one of their poles, carry a
/// code of theirs, or were registered by them. A legal person is also found by its exact SIREN or RNA number: both are public registers.
/// </summary>
internal static class OrganisationAccess
{
    public static IQueryable<Organisation> Visible(MembersDb db, Caller caller, string permission)
    {
        var all = db.Organisations.Where(o => o.MergedInto == null);
        if (caller.PolesWith(permission)?.ToList() is not { } mine)
            return all;
        var subject = caller.Subject;
        return all.Where(o => o.RegisteredBy == subject || (o.CodePole != null && mine.Contains(o.CodePole))
            || db.Memberships.Any(m => m.OrganisationId == o.Id && mine.Contains(m.PoleKey)));
    }

    public static Task<bool> MaySeeAsync(MembersDb db, Caller caller, Organisation organisation, CancellationToken ct) =>
        Visible(db, caller, Permissions.PolesRead).AnyAsync(o => o.Id == organisation.Id, ct);

    public static Task<bool> MayChangeAsync(MembersDb db, Caller caller, Organisation organisation, CancellationToken ct) =>
        Visible(db, caller, Permissions.PolesFill).AnyAsync(o => o.Id == organisation.Id, ct);

    /// <summary>The record an id stands for, through merges.</summary>
    public static async Task<Organisation?> FollowAsync(MembersDb db, Guid id, CancellationToken ct)
    {
        var organisation = await db.Organisations.FindAsync([id], ct);
        while (organisation?.MergedInto is { } kept)
            organisation = await db.Organisations.FindAsync([kept], ct);
        return organisation;
    }
}
