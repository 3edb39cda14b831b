using Microsoft.EntityFrameworkCore;
using Ptce.Contracts;
using Ptce.Contracts.Survey;
using Ptce.ServiceDefaults.Access;
using Ptce.ServiceDefaults.Problems;
using Ptce.Survey.Dossiers;
using Ptce.Survey.Storage;
using Ptce.Survey.Webhooks;

namespace Ptce.Survey.Campaigns;

/// <summary>Which dossiers may be left out of a publication.</summary>
/// <param name="LeaveOut">Poles whose dossier is not signed.</param>
internal sealed record PublishRequest(IReadOnlyList<string>? LeaveOut);

/// <summary>Use cases: open, close and publish a campaign. Each answers 200 with the campaign when it is done already.</summary>
internal static class MoveCampaign
{
    public static async Task<IResult> OpenAsync(Guid id, Caller caller, SurveyDb db, PreFill preFill, TimeProvider time, CancellationToken ct)
    {
        if (await db.Campaigns.FindAsync([id], ct) is not { } campaign)
            return CampaignProblems.NotFound.With();
        if (campaign.State != CampaignState.Draft)
            return Results.Ok(CampaignView.Of(campaign, caller));
        campaign.Open(time.GetUtcNow().UtcDateTime);
        var dossiers = campaign.Poles.Select(pole => Dossier.Open(campaign.Id, pole, campaign.Sections)).ToList();
        await preFill.RunAsync(campaign, dossiers, campaign.OpenedAt!.Value, ct);
        db.Dossiers.AddRange(dossiers);
        db.Publish(Streams.Of(Streams.Campaigns, campaign.Id), new CampaignOpened(campaign.Id, campaign.Year, campaign.Edition, campaign.ReferenceDate, campaign.FiscalYear,
            campaign.Demonstration, campaign.Sections, [.. dossiers.Select(d => new CampaignDossier(d.Id, d.PoleKey))]));
        await db.SaveChangesAsync(ct);
        return Results.Ok(CampaignView.Of(campaign, caller));
    }

    public static async Task<IResult> CloseAsync(Guid id, Caller caller, SurveyDb db, TimeProvider time, CancellationToken ct)
    {
        if (await db.Campaigns.FindAsync([id], ct) is not { } campaign)
            return CampaignProblems.NotFound.With();
        if (campaign.State == CampaignState.Draft)
            return CampaignProblems.NotOpen.With();
        if (campaign.State == CampaignState.Open)
        {
            campaign.Close(time.GetUtcNow().UtcDateTime);
            db.Publish(Streams.Of(Streams.Campaigns, campaign.Id), new CampaignClosed(campaign.Id));
            await db.SaveChangesAsync(ct);
        }
        return Results.Ok(CampaignView.Of(campaign, caller));
    }

    public static async Task<IResult> PublishAsync(Guid id, PublishRequest? request, Caller caller, SurveyDb db, WebhookOutbox webhooks, TimeProvider time, CancellationToken ct)
    {
        if (await db.Campaigns.FindAsync([id], ct) is not { } campaign)
            return CampaignProblems.NotFound.With();
        if (campaign.State is CampaignState.Draft or CampaignState.Open)
            return CampaignProblems.NotClosed.With();
        var dossiers = await db.Dossiers.Where(d => d.CampaignId == id).OrderBy(d => d.PoleKey).ToListAsync(ct);
        var leftOut = (request?.LeaveOut ?? []).ToHashSet(StringComparer.Ordinal);
        var missing = dossiers.Where(d => !d.IsSigned && d.PublishedVersion == 0 && !leftOut.Contains(d.PoleKey)).ToList();
        if (missing.Count > 0)
            return CampaignProblems.Unsigned.With([.. missing.Select(Unsigned)]);
        // A dossier that is reopened for a correction keeps its published version until the next one is signed.
        var signed = dossiers.Where(d => d.IsSigned).ToList();
        if (campaign.State == CampaignState.Published && signed.TrueForAll(d => d.PublishedVersion == d.SignedVersion))
            return Results.Ok(CampaignView.Of(campaign, caller));
        signed.ForEach(d => d.Publish());
        campaign.Publish(time.GetUtcNow().UtcDateTime);
        var ids = dossiers.Where(d => d.PublishedVersion > 0).Select(d => d.Id).ToList();
        var versions = await db.Versions.AsNoTracking().Where(v => ids.Contains(v.DossierId)).ToListAsync(ct);
        var digests = dossiers.SelectMany(d => versions.Where(v => v.DossierId == d.Id && v.Number == d.PublishedVersion)).Select(v => v.Digest);
        db.Publish(Streams.Of(Streams.Campaigns, campaign.Id), new CampaignPublished(campaign.Id, campaign.Year, [.. digests]));
        await webhooks.TellAsync(WebhookEvents.Published, new { campaign = campaign.Id, year = campaign.Year, dossiers = ids }, ct);
        await db.SaveChangesAsync(ct);
        return Results.Ok(CampaignView.Of(campaign, caller));
    }

    private static FieldError Unsigned(Dossier dossier) => new("survey.dossier.not-signed", DossierProblems.NotSigned.Title) { Value = dossier.PoleKey };
}
