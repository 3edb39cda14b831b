using Microsoft.EntityFrameworkCore;
using Ptce.Contracts;
using Ptce.Contracts.Reporting;
using Ptce.Messaging.Storage;
using Ptce.Reporting.Campaigns;
using Ptce.Reporting.Copies;
using Ptce.Reporting.Storage;

namespace Ptce.Reporting.Releases;

/// <summary>Draws up and publishes the first release of a campaign as soon as the campaign is published and all its copies are here.</summary>
internal sealed partial class PublishReleases(DbScopes<ReportingDb> scopes, TimeProvider time, ILogger<PublishReleases> log)
{
    /// <summary>Gives the number of releases published.</summary>
    public async Task<int> RunAsync(CancellationToken ct)
    {
        var published = 0;
        foreach (var campaign in await DueAsync(ct))
            published += await PublishAsync(campaign, ct) ? 1 : 0;
        return published;
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
        if (await ReadSigned.OfAsync(db, campaign, campaign.Digests, ct) is not { } facts)
            return false;
        var content = ReleaseContent.Compute(facts);
        var number = 1 + (await db.Releases.Where(release => release.Year == campaign.Year).MaxAsync(release => (int?)release.Number, ct) ?? 0);
        var now = time.GetUtcNow().UtcDateTime;
        var release = content.ToRelease(campaign.Id, number, now);
        release.State = ReleaseState.Published;
        release.PublishedAt = now;
        db.Releases.Add(release);
        db.ReleaseTables.AddRange(content.ToTables(number));
        db.ReleaseFigures.AddRange(content.ToFigures(number));
        db.Publish(Streams.Of(Streams.Releases, campaign.Year), new ReleasePublished(campaign.Year, number));
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException) when (!ct.IsCancellationRequested)
        {
            // Another replica was first: (year, number) is the key.
            return false;
        }
        Log.Published(log, campaign.Year, number, facts.Poles.Count);
        return true;
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "Release {Year}.{Number} published over {Poles} signed dossiers")]
        public static partial void Published(ILogger log, int year, int number, int poles);
    }
}
