using Microsoft.EntityFrameworkCore;
using Ptce.Contracts;
using Ptce.Contracts.Reporting;
using Ptce.Messaging.Storage;
using Ptce.Reporting.Campaigns;
using Ptce.Reporting.Storage;

namespace Ptce.Reporting.Releases;

/// <summary>
/// Publishes the first release of a campaign as soon as the campaign is published and all its copies are here: draft, audit and publication
/// in one commit. A release whose audit fails stays a draft.
/// </summary>
internal sealed partial class PublishReleases(DbScopes<ReportingDb> scopes, DrawUpRelease drawUp, TimeProvider time, ILogger<PublishReleases> log)
{
    /// <summary>Gives the number of releases drawn up.</summary>
    public async Task<int> RunAsync(CancellationToken ct)
    {
        var published = 0;
        foreach (var campaign in await DueAsync(ct))
            published += await PublishAsync(campaign, ct) ? 1 : 0;
        return published;
    }

    /// <summary>The step from audited to published, with its announcement.</summary>
    public static void Publish(ReportingDb db, Release release, DateTime now)
    {
        release.State = ReleaseState.Published;
        release.PublishedAt = now;
        db.Publish(Streams.Of(Streams.Releases, release.Year), new ReleasePublished(release.Year, release.Number));
    }

    private async Task<List<FollowedCampaign>> DueAsync(CancellationToken ct)
    {
        await using var scope = scopes.Open();
        var db = scope.Db;
        return await db.Campaigns.AsNoTracking()
            .Where(campaign => campaign.State == CampaignState.Published && !db.Releases.Any(release => release.CampaignId == campaign.Id))
            .OrderBy(campaign => campaign.Id)
            .ToListAsync(ct);
    }

    private async Task<bool> PublishAsync(FollowedCampaign campaign, CancellationToken ct)
    {
        await using var scope = scopes.Open();
        var db = scope.Db;
        if (await drawUp.AddAsync(db, campaign, campaign.Digests, ct) is not { } release)
            return false;
        if (release.Safe)
            Publish(db, release, time.GetUtcNow().UtcDateTime);
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException) when (!ct.IsCancellationRequested)
        {
            // Another replica was first: (year, number) is the key.
            return false;
        }
        Log.DrawnUp(log, release.Year, release.Number, release.State, release.Suppressed, release.Cells);
        return true;
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "Release {Year}.{Number} drawn up, {State}; {Suppressed} of {Cells} cells suppressed")]
        public static partial void DrawnUp(ILogger log, int year, int number, ReleaseState state, int suppressed, int cells);
    }
}
