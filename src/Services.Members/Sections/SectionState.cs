using Microsoft.EntityFrameworkCore;
using Ptce.Contracts;
using Ptce.Contracts.Sections;
using Ptce.Members.Storage;

namespace Ptce.Members.Sections;

/// <summary>Tells others how a pole's section stands.</summary>
internal static class SectionState
{
    public const string Morphology = "morphology";

    public static string StreamOf(Guid dossierId) => Streams.Of(Streams.Sections, $"{dossierId}:{Morphology}");

    /// <summary>Checks the open dossiers of the poles edited and announces the outcome; saves.</summary>
    public static async Task AnnounceAsync(MembersDb db, IReadOnlyCollection<string> poles, CancellationToken ct)
    {
        if (poles.Count == 0)
            return;
        var keys = poles.ToList();
        var dossiers = await db.Dossiers.AsNoTracking().Where(d => !d.Done && keys.Contains(d.PoleKey)).OrderBy(d => d.DossierId).ToListAsync(ct);
        foreach (var dossier in dossiers)
            db.Publish(StreamOf(dossier.DossierId), await CheckAsync(db, dossier, ct));
        if (dossiers.Count > 0)
            await db.SaveChangesAsync(ct);
    }

    /// <summary>The checks of one dossier on what is stored.</summary>
    public static async Task<SectionChecked> CheckAsync(MembersDb db, OpenDossier dossier, CancellationToken ct)
    {
        var morphology = await PoleMorphology.ReadAsync(db, dossier.PoleKey, dossier.Year, dossier.FiscalYear, dossier.SectionVersion, ct);
        var outcome = SectionChecks.Run(morphology, dossier.ReferenceDate);
        return new(dossier.DossierId, Morphology, morphology.Revision, outcome.Blocking, outcome.Warnings, outcome.Answered, outcome.Expected, outcome.Complete);
    }
}
