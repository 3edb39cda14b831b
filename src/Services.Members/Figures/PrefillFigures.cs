using Microsoft.EntityFrameworkCore;
using Ptce.Members.Storage;

namespace Ptce.Members.Figures;

/// <summary>Last year's figures as a proposal for the new year: marked, to be confirmed, and never over what somebody told.</summary>
internal static class PrefillFigures
{
    public const string Provenance = "previous-year";

    public static async Task ApplyAsync(MembersDb db, string poleKey, int year, CancellationToken ct)
    {
        var told = (await db.Figures.Where(f => f.PoleKey == poleKey && f.Year == year).Select(f => f.OrganisationId).ToListAsync(ct)).ToHashSet();
        var present = await db.Memberships.Where(m => m.PoleKey == poleKey).Select(m => m.OrganisationId).ToListAsync(ct);
        foreach (var last in await db.Figures.AsNoTracking().Where(f => f.PoleKey == poleKey && f.Year == year - 1 && present.Contains(f.OrganisationId)).ToListAsync(ct))
        {
            if (told.Contains(last.OrganisationId))
                continue;
            var facts = last.Facts with { Provenance = Provenance, Provenances = null, Source = null, Evidence = null };
            db.Figures.Add(new YearlyFigures { PoleKey = poleKey, OrganisationId = last.OrganisationId, Year = year, Facts = facts });
        }
    }
}
