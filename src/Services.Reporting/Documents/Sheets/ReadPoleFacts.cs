using Microsoft.EntityFrameworkCore;
using Ptce.Reporting.Copies;
using Ptce.Reporting.Facts;
using Ptce.Reporting.Releases;
using Ptce.Reporting.Storage;

namespace Ptce.Reporting.Documents.Sheets;

/// <summary>Reads the signed version of one pole that a release rests on.</summary>
internal static class ReadPoleFacts
{
    /// <summary>The campaign with that pole alone; null when the release does not rest on it or its copies are not here.</summary>
    public static async Task<CampaignFacts?> OfAsync(ReportingDb db, PublishedRelease release, string pole, CancellationToken ct)
    {
        if (release.Content.Head.Poles.FirstOrDefault(one => one.Key == pole) is not { } signed)
            return null;
        var campaign = await db.Releases.AsNoTracking().Where(one => one.Year == release.Year && one.Number == release.Number)
            .Join(db.Campaigns.AsNoTracking(), one => one.CampaignId, one => one.Id, (_, one) => one).SingleOrDefaultAsync(ct);
        return campaign is null ? null : await ReadSigned.OfAsync(db, campaign, [signed.Digest], ct);
    }
}
