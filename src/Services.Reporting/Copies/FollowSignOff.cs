using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Ptce.Contracts.Sections;
using Ptce.Contracts.Survey;
using Ptce.Messaging;
using Ptce.Reporting.Facts;
using Ptce.Reporting.Releases;
using Ptce.Reporting.Storage;

namespace Ptce.Reporting.Copies;

/// <summary>Notes what was signed and which copies to fetch. Fetching is work of its own: an owner that is down stalls no stream.</summary>
internal sealed class FollowSignOff(ReportingDb db, TimeProvider time) : IConsume<DossierSignedOff>, IConsume<SectionSigned>
{
    public async Task HandleAsync(DossierSignedOff e, EventContext context, CancellationToken ct)
    {
        if (await db.Versions.FindAsync([e.DossierId, e.Version], ct) is not null)
            return;
        db.Versions.Add(new()
        {
            DossierId = e.DossierId,
            Version = e.Version,
            CampaignId = e.CampaignId,
            PoleKey = e.PoleKey,
            Year = e.Year,
            ContentDigest = e.ContentDigest,
            SignedAt = e.SignedAt,
            ConsentSheet = e.ConsentSheet,
            Notes = JsonSerializer.Serialize((e.Notes ?? []).Select(note => new DataNote(note.Section, note.Item, note.Fr, note.En)), ReleaseJson.Options),
        });
        foreach (var generation in await Generations.LiveAsync(db, ct))
            foreach (var section in e.Sections)
                db.Copies.Add(Wanted(generation, e, section));
    }

    /// <summary>The owner has marked its copy: what was not there a moment ago can be fetched now.</summary>
    public async Task HandleAsync(SectionSigned e, EventContext context, CancellationToken ct)
    {
        var waiting = await db.Copies
            .Where(copy => copy.DossierId == e.DossierId && copy.Section == e.Section && copy.Digest == e.Digest && copy.Content == null)
            .ToListAsync(ct);
        foreach (var copy in waiting)
            copy.NextAttemptAt = time.GetUtcNow().UtcDateTime;
    }

    private StoredCopy Wanted(long generation, DossierSignedOff e, SignedSection section) => new()
    {
        Generation = generation,
        DossierId = e.DossierId,
        Version = e.Version,
        Section = section.Section,
        SectionVersion = section.Version,
        PoleKey = e.PoleKey,
        Owner = section.Owner,
        Digest = section.Digest,
        NextAttemptAt = time.GetUtcNow().UtcDateTime,
    };
}
