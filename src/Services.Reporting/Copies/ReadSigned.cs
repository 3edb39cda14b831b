using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Ptce.Grid.Canonical;
using Ptce.Reporting.Campaigns;
using Ptce.Reporting.Facts;
using Ptce.Reporting.Releases;
using Ptce.Reporting.Storage;

namespace Ptce.Reporting.Copies;

/// <summary>Reads all that is signed in a campaign, as the facts that tables and indicators are made of.</summary>
internal static class ReadSigned
{
    /// <summary>The campaign with the versions named; null while one of them, or one of its copies, has not arrived.</summary>
    /// <param name="db">The database.</param>
    /// <param name="campaign">The campaign.</param>
    /// <param name="digests">Content digests of the signed versions.</param>
    /// <param name="ct">Cancels reading.</param>
    public static async Task<CampaignFacts?> OfAsync(ReportingDb db, FollowedCampaign campaign, IReadOnlyCollection<string> digests, CancellationToken ct)
    {
        var versions = (await db.Versions.AsNoTracking().Where(version => version.CampaignId == campaign.Id).ToListAsync(ct))
            .Where(version => digests.Contains(version.ContentDigest))
            .GroupBy(version => version.DossierId)
            .Select(group => group.MaxBy(version => version.Version)!)
            .OrderBy(version => version.PoleKey, StringComparer.Ordinal)
            .ToList();
        if (versions.Count < digests.Count || campaign.Participants == 0)
            return null;
        var generation = await Generations.ActiveAsync(db, ct);
        var dossiers = versions.Select(version => version.DossierId).ToList();
        var copies = (await db.Copies.AsNoTracking().Where(copy => copy.Generation == generation && dossiers.Contains(copy.DossierId)).ToListAsync(ct))
            .ToLookup(copy => (copy.DossierId, copy.Version));
        var names = await db.Poles.AsNoTracking().ToDictionaryAsync(pole => pole.Key, pole => pole.Name, StringComparer.Ordinal, ct);
        var poles = new List<PoleFacts>();
        foreach (var version in versions)
        {
            var sections = copies[(version.DossierId, version.Version)].ToList();
            if (sections.Count == 0 || sections.Any(section => section.Content is null))
                return null;
            poles.Add(PoleFacts.Read(
                version.PoleKey,
                names.GetValueOrDefault(version.PoleKey, version.PoleKey),
                version.Version,
                version.ContentDigest,
                [.. sections.Select(section => SectionCopy.Parse(section.Content))],
                JsonSerializer.Deserialize<List<DataNote>>(version.Notes, ReleaseJson.Options)));
        }
        return new(campaign.Year, campaign.Edition, campaign.ReferenceDate, campaign.FiscalYear, campaign.Demonstration, campaign.Participants, poles);
    }
}
