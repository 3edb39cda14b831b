using Microsoft.EntityFrameworkCore;
using Ptce.Contracts.Members;
using Ptce.Contracts.Survey;
using Ptce.Messaging;
using Ptce.Reporting.Storage;

namespace Ptce.Reporting.Campaigns;

/// <summary>Keeps what Survey tells of its campaigns: opening, closing, publication.</summary>
internal sealed class FollowCampaigns(ReportingDb db) : IConsume<CampaignOpened>, IConsume<CampaignClosed>, IConsume<CampaignPublished>
{
    public async Task HandleAsync(CampaignOpened e, EventContext context, CancellationToken ct)
    {
        var campaign = await FindAsync(e.CampaignId, ct);
        campaign.Year = e.Year;
        campaign.Edition = e.Edition;
        campaign.ReferenceDate = e.ReferenceDate;
        campaign.FiscalYear = e.FiscalYear;
        campaign.Demonstration = e.Demonstration;
        campaign.Participants = e.Dossiers.Count;
        // Progress travels in a stream of its own and may have come first.
        var known = await db.Dossiers.Where(dossier => dossier.CampaignId == e.CampaignId).Select(dossier => dossier.Id).ToListAsync(ct);
        foreach (var dossier in e.Dossiers.ExceptBy(known, dossier => dossier.DossierId))
            db.Dossiers.Add(new() { Id = dossier.DossierId, CampaignId = e.CampaignId, PoleKey = dossier.PoleKey });
    }

    public async Task HandleAsync(CampaignClosed e, EventContext context, CancellationToken ct) =>
        (await FindAsync(e.CampaignId, ct)).State = CampaignState.Closed;

    public async Task HandleAsync(CampaignPublished e, EventContext context, CancellationToken ct)
    {
        var campaign = await FindAsync(e.CampaignId, ct);
        campaign.State = CampaignState.Published;
        campaign.PublishedDigests = string.Join('\n', e.Digests.Order(StringComparer.Ordinal));
    }

    private async Task<FollowedCampaign> FindAsync(Guid id, CancellationToken ct)
    {
        if (await db.Campaigns.FindAsync([id], ct) is { } campaign)
            return campaign;
        return db.Campaigns.Add(new() { Id = id }).Entity;
    }
}

/// <summary>Keeps counts and states of dossiers.</summary>
internal sealed class FollowDossiers(ReportingDb db) : IConsume<DossierProgressed>
{
    public async Task HandleAsync(DossierProgressed e, EventContext context, CancellationToken ct)
    {
        var dossier = await db.Dossiers.FindAsync([e.DossierId], ct) ?? db.Dossiers.Add(new() { Id = e.DossierId }).Entity;
        dossier.CampaignId = e.CampaignId;
        dossier.PoleKey = e.PoleKey;
        dossier.State = e.State;
        dossier.Answered = e.Answered;
        dossier.Expected = e.Expected;
    }
}

/// <summary>Keeps names of poles.</summary>
internal sealed class FollowPoles(ReportingDb db) : IConsume<PoleRegistered>
{
    public async Task HandleAsync(PoleRegistered e, EventContext context, CancellationToken ct)
    {
        var pole = await db.Poles.FindAsync([e.PoleKey], ct) ?? db.Poles.Add(new() { Key = e.PoleKey }).Entity;
        pole.Name = e.Name;
    }
}
