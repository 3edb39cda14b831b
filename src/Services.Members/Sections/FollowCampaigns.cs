using Microsoft.EntityFrameworkCore;
using Ptce.Contracts.Survey;
using Ptce.Members.Figures;
using Ptce.Members.Storage;
using Ptce.Messaging;

namespace Ptce.Members.Sections;

/// <summary>Opens the morphology section of each dossier and tells how it stands.</summary>
internal sealed class OpenSections(MembersDb db) : IConsume<CampaignOpened>
{
    public async Task HandleAsync(CampaignOpened e, EventContext context, CancellationToken ct)
    {
        if (e.Sections.FirstOrDefault(pin => pin.Owner == MembersModule.Service && pin.Section == SectionState.Morphology) is not { } pin)
            return;
        foreach (var opened in e.Dossiers.OrderBy(d => d.DossierId))
        {
            if (await db.Dossiers.FindAsync([opened.DossierId], ct) is not null)
                continue;
            var dossier = new OpenDossier
            {
                DossierId = opened.DossierId,
                CampaignId = e.CampaignId,
                PoleKey = opened.PoleKey,
                Year = e.Year,
                ReferenceDate = e.ReferenceDate,
                FiscalYear = e.FiscalYear,
                SectionVersion = pin.Version,
            };
            db.Dossiers.Add(dossier);
            await PrefillFigures.ApplyAsync(db, dossier.PoleKey, dossier.FiscalYear, ct);
            await db.SaveChangesAsync(ct);
            db.Publish(SectionState.StreamOf(dossier.DossierId), await SectionState.CheckAsync(db, dossier, ct));
        }
    }
}

/// <summary>A published campaign is history: edits no longer concern its dossiers.</summary>
internal sealed class CloseSections(MembersDb db) : IConsume<CampaignPublished>
{
    public async Task HandleAsync(CampaignPublished e, EventContext context, CancellationToken ct)
    {
        foreach (var dossier in await db.Dossiers.Where(d => d.CampaignId == e.CampaignId).ToListAsync(ct))
            dossier.Done = true;
    }
}
