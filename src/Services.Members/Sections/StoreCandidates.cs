using Microsoft.EntityFrameworkCore;
using Ptce.Contracts.Sections;
using Ptce.Contracts.Survey;
using Ptce.Grid.Canonical;
using Ptce.Members.Storage;
using Ptce.Messaging;

namespace Ptce.Members.Sections;

/// <summary>Stores the immutable copy of a candidate, once per (dossier, attempt).</summary>
internal sealed class StoreCandidates(MembersDb db) : IConsume<CandidateRequested>
{
    public async Task HandleAsync(CandidateRequested e, EventContext context, CancellationToken ct)
    {
        if (e.Sections.FirstOrDefault(pin => pin.Owner == MembersModule.Service && pin.Section == SectionState.Morphology) is not { } pin)
            return;
        // Campaigns and dossiers travel in streams of their own: the opening may still be on its way, and the event comes again.
        var dossier = await db.Dossiers.FindAsync([e.DossierId], ct)
            ?? throw new InvalidOperationException($"Dossier {e.DossierId} is not open here yet.");
        var stream = SectionState.StreamOf(e.DossierId);
        if (await db.Copies.FindAsync([e.DossierId, pin.Section, e.Attempt], ct) is { } known)
        {
            db.Publish(stream, Stored(known));
            return;
        }
        var morphology = await PoleMorphology.ReadAsync(db, e.PoleKey, dossier.Year, e.FiscalYear, pin.Version, ct);
        if (morphology.Pole is null)
        {
            db.Publish(stream, new SectionCandidateRefused(e.DossierId, pin.Section, e.Attempt, "members.pole.unknown"));
            return;
        }
        var content = MorphologyCopy.Of(morphology, pin.Version, dossier.Year, e.ReferenceDate).ToCanonical();
        var copy = new StoredCopy
        {
            DossierId = e.DossierId,
            Section = pin.Section,
            Attempt = e.Attempt,
            PoleKey = e.PoleKey,
            Revision = morphology.Revision,
            Digest = ContentDigest.Of(content),
            Content = content,
            Blocking = SectionChecks.Run(morphology, e.ReferenceDate).Blocking,
        };
        db.Copies.Add(copy);
        db.Publish(stream, Stored(copy));
    }

    private static SectionCandidateStored Stored(StoredCopy copy) =>
        new(copy.DossierId, copy.Section, copy.Attempt, copy.Revision, copy.Digest, copy.Content.LongLength, copy.Blocking);
}

/// <summary>Marks the copies of a signed dossier and announces them.</summary>
internal sealed class KeepSignedCopies(MembersDb db) : IConsume<DossierSignedOff>
{
    public async Task HandleAsync(DossierSignedOff e, EventContext context, CancellationToken ct)
    {
        var stream = SectionState.StreamOf(e.DossierId);
        foreach (var section in e.Sections.Where(s => s.Owner == MembersModule.Service))
        {
            var copy = await db.Copies.FindAsync([e.DossierId, section.Section, e.Attempt], ct)
                ?? throw new InvalidOperationException($"The signed copy of {section.Section} of {e.DossierId} is not here.");
            copy.Signed = true;
            db.Publish(stream, new SectionSigned(e.DossierId, section.Section, e.Attempt, e.PoleKey, MembersModule.Service, copy.Digest, copy.Content.LongLength));
        }
    }
}

/// <summary>Drops the copies of a candidate that will not be signed.</summary>
internal sealed class DropCandidates(MembersDb db) : IConsume<CandidateDropped>
{
    public async Task HandleAsync(CandidateDropped e, EventContext context, CancellationToken ct)
    {
        var stale = await db.Copies.Where(c => c.DossierId == e.DossierId && c.Attempt == e.Attempt && !c.Signed).ToListAsync(ct);
        db.Copies.RemoveRange(stale);
    }
}
