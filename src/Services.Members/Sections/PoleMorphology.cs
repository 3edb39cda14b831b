using Microsoft.EntityFrameworkCore;
using Ptce.Grid.Definitions;
using Ptce.Members.ExtraItems;
using Ptce.Members.Figures;
using Ptce.Members.Memberships;
using Ptce.Members.Organisations;
using Ptce.Members.Poles;
using Ptce.Members.Storage;

namespace Ptce.Members.Sections;

/// <summary>Everything that one pole's morphology section holds now, read in five queries whatever the number of members.</summary>
/// <param name="Pole">The pole; null when it is not registered.</param>
/// <param name="Year">Its year, null when nothing was told.</param>
/// <param name="Revision">Revision of the content.</param>
/// <param name="Members">Its members.</param>
/// <param name="Definition">The version of the section that is filled.</param>
internal sealed record PoleMorphology(Pole? Pole, PoleYear? Year, long Revision, IReadOnlyList<MemberState> Members, SectionDefinition Definition)
{
    public static async Task<PoleMorphology> ReadAsync(MembersDb db, string poleKey, int year, int fiscalYear, int version, CancellationToken ct)
    {
        var pole = await db.Poles.AsNoTracking().SingleOrDefaultAsync(p => p.Key == poleKey, ct);
        var poleYear = await db.PoleYears.AsNoTracking().SingleOrDefaultAsync(y => y.PoleKey == poleKey && y.Year == year, ct);
        var revision = await db.Contents.Where(c => c.PoleKey == poleKey).Select(c => c.Revision).SingleOrDefaultAsync(ct);
        var rows = await (from membership in db.Memberships.AsNoTracking()
                          join organisation in db.Organisations.AsNoTracking() on membership.OrganisationId equals organisation.Id
                          join figures in db.Figures.AsNoTracking().Where(f => f.PoleKey == poleKey && f.Year == fiscalYear) on organisation.Id equals figures.OrganisationId into told
                          from figures in told.DefaultIfEmpty()
                          where membership.PoleKey == poleKey
                          select new { membership, organisation, figures }).ToListAsync(ct);
        var belongings = (await db.Belongings.AsNoTracking().Where(b => b.PoleKey == poleKey && b.RecordedTo == null).ToListAsync(ct)).ToLookup(b => b.MembershipId);
        return new(pole, poleYear, revision,
            [.. rows.Select(r => new MemberState(r.membership, r.organisation, [.. belongings[r.membership.Id].OrderBy(b => b.Entry ?? DateOnly.MinValue)], r.figures))],
            await SectionVersions.FindAsync(db, version, ct));
    }
}

/// <summary>One member as known now.</summary>
/// <param name="Membership">Membership.</param>
/// <param name="Organisation">Organisation.</param>
/// <param name="Belongings">Its periods, in order.</param>
/// <param name="Figures">Figures of the fiscal year, null when none were told.</param>
internal sealed record MemberState(Membership Membership, Organisation Organisation, IReadOnlyList<Belonging> Belongings, YearlyFigures? Figures)
{
    public string? CircleAt(DateOnly date) => Belongings.FirstOrDefault(b => b.Period.Contains(date))?.Circle;
}
