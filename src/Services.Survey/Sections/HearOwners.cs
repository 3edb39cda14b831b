using Ptce.Contracts.Sections;
using Ptce.Messaging;
using Ptce.Survey.Dossiers;
using Ptce.Survey.SignOff;

namespace Ptce.Survey.Sections;

/// <summary>An owner checked its section: the dossier learns how far it is, and an edit after acceptance makes the candidate stale.</summary>
internal sealed class LearnSectionChecked(DossierDesk desk) : IConsume<SectionChecked>
{
    public async Task HandleAsync(SectionChecked e, EventContext context, CancellationToken ct)
    {
        if (await desk.FindAsync(e.DossierId, ct) is not { } open || open.Dossier.Section(e.Section) is not { } section || section.Owner != context.Source)
            return;
        open.Dossier.Learn(section, new SectionCounts(e.Revision, e.Blocking, e.Warnings, e.Answered, e.Expected, e.Complete));
        await desk.AnnounceAsync(open, ct);
    }
}

/// <summary>An owner stored its copy; the last one completes the candidate.</summary>
internal sealed class TakeStoredCopy(DossierDesk desk) : IConsume<SectionCandidateStored>
{
    public async Task HandleAsync(SectionCandidateStored e, EventContext context, CancellationToken ct)
    {
        if (await desk.FindAsync(e.DossierId, ct) is not { } open || open.Dossier.Section(e.Section)?.Owner != context.Source)
            return;
        open.Dossier.CopyStored(e.Attempt, e.Section, new StoredCopy(e.Revision, e.Digest, e.Size, e.Blocking), open.Campaign);
        await desk.AnnounceAsync(open, ct);
    }
}

/// <summary>An owner could not copy its section: the candidate is set aside and the section read again.</summary>
internal sealed class TakeRefusedCopy(DossierDesk desk) : IConsume<SectionCandidateRefused>
{
    public async Task HandleAsync(SectionCandidateRefused e, EventContext context, CancellationToken ct)
    {
        if (await desk.FindAsync(e.DossierId, ct) is not { } open || open.Dossier.Section(e.Section)?.Owner != context.Source)
            return;
        open.Dossier.CopyRefused(e.Attempt, e.Section, e.Code);
        await desk.AnnounceAsync(open, ct);
    }
}
