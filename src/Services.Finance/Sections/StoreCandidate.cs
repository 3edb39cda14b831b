using Microsoft.EntityFrameworkCore;
using Ptce.Contracts;
using Ptce.Contracts.Sections;
using Ptce.Contracts.Survey;
using Ptce.Finance.Economics;
using Ptce.Finance.Economics.Checks;
using Ptce.Grid.Canonical;
using Ptce.Messaging;

namespace Ptce.Finance.Sections;

/// <summary>A candidate is drawn up: Finance stores its immutable copy and says so.</summary>
internal sealed class StoreCandidate(FinanceDb db) : IConsume<CandidateRequested>
{
    public async Task HandleAsync(CandidateRequested e, EventContext context, CancellationToken ct)
    {
        if (e.Sections.SingleOrDefault(section => section.Owner == EconomicsSection.Owner) is not { } pin)
            return;
        // Campaigns and dossiers travel in two streams; a time-out is what the pump waits out until the campaign has arrived.
        var dossier = await db.Dossiers.FindAsync([e.DossierId], ct) ?? throw new TimeoutException("The campaign of this dossier has not arrived yet.");
        var stream = Streams.Of(Streams.Sections, $"{e.DossierId}:{pin.Section}");
        if (await db.FindAsync(e.PoleKey, e.FiscalYear, ct) is not { } year)
        {
            db.Publish(stream, new SectionCandidateRefused(e.DossierId, pin.Section, e.Attempt, "finance.year.missing"));
            return;
        }
        var content = EconomicsSection.Copy(year, dossier.CampaignYear, pin.Version).ToCanonical();
        var copy = new StoredCopy
        {
            DossierId = e.DossierId,
            Attempt = e.Attempt,
            Section = pin.Section,
            Digest = ContentDigest.Of(content),
            Content = content,
        };
        db.Copies.Add(copy);
        var blocking = CheckEconomics.Run(year, await db.PreviousAsync(e.PoleKey, e.FiscalYear, ct)).Count(check => check.Severity is CheckSeverity.Blocking);
        db.Publish(stream, new SectionCandidateStored(e.DossierId, pin.Section, e.Attempt, year.Revision, copy.Digest, content.Length, blocking));
    }
}

/// <summary>The leader signed: the copy of that candidate is signed, and whoever needs it is told its digest.</summary>
internal sealed class SignCopy(FinanceDb db) : IConsume<DossierSignedOff>
{
    public async Task HandleAsync(DossierSignedOff e, EventContext context, CancellationToken ct)
    {
        foreach (var copy in await db.Copies.Where(c => c.DossierId == e.DossierId && c.Attempt == e.Attempt).ToListAsync(ct))
        {
            copy.Signed = true;
            db.Publish(Streams.Of(Streams.Sections, $"{e.DossierId}:{copy.Section}"), new SectionSigned(
                e.DossierId, copy.Section, e.Attempt, e.PoleKey, EconomicsSection.Owner, copy.Digest, copy.Content.Length));
        }
    }
}

/// <summary>A candidate became stale: its copy goes, unless it was signed.</summary>
internal sealed class DropCopy(FinanceDb db) : IConsume<CandidateDropped>
{
    public async Task HandleAsync(CandidateDropped e, EventContext context, CancellationToken ct) =>
        db.Copies.RemoveRange(await db.Copies.Where(c => c.DossierId == e.DossierId && c.Attempt == e.Attempt && !c.Signed).ToListAsync(ct));
}
