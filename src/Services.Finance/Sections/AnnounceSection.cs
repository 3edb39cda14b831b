using Microsoft.EntityFrameworkCore;
using Ptce.Contracts;
using Ptce.Contracts.Sections;
using Ptce.Finance.Economics;

namespace Ptce.Finance.Sections;

/// <summary>Announces the checks of a year to the dossiers that ask for it: counts, never values.</summary>
internal static class AnnounceSection
{
    public static async Task AnnounceAsync(this FinanceDb db, EconomicYear year, CancellationToken ct)
    {
        var dossiers = await db.Dossiers.AsNoTracking().Where(d => d.PoleKey == year.PoleKey && d.FiscalYear == year.Year).ToListAsync(ct);
        if (dossiers.Count == 0)
            return;
        var previous = await db.PreviousAsync(year.PoleKey, year.Year, ct);
        foreach (var dossier in dossiers)
            db.Announce(dossier, year, previous);
    }

    public static void Announce(this FinanceDb db, OpenDossier dossier, EconomicYear? year, EconomicYear? previous)
    {
        var head = EconomicsSection.Head(year, previous);
        db.Publish(StreamOf(dossier), new SectionChecked(
            dossier.DossierId, dossier.Section, head.Revision, head.Blocking, head.Warnings, head.Answered, head.Expected, head.Complete));
    }

    public static string StreamOf(OpenDossier dossier) => Streams.Of(Streams.Sections, $"{dossier.DossierId}:{dossier.Section}");

    public static Task<EconomicYear?> FindAsync(this FinanceDb db, string poleKey, int year, CancellationToken ct) =>
        db.Years.SingleOrDefaultAsync(y => y.PoleKey == poleKey && y.Year == year, ct);

    public static Task<EconomicYear?> PreviousAsync(this FinanceDb db, string poleKey, int year, CancellationToken ct) =>
        db.Years.AsNoTracking().SingleOrDefaultAsync(y => y.PoleKey == poleKey && y.Year == year - 1, ct);
}
