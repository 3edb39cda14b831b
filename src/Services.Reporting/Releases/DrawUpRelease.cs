using Microsoft.EntityFrameworkCore;
using Ptce.Reporting.Campaigns;
using Ptce.Reporting.Copies;
using Ptce.Reporting.Protection;
using Ptce.Reporting.Storage;

namespace Ptce.Reporting.Releases;

/// <summary>Draws up a release: computed from signed versions, protected beside the earlier releases of its year.</summary>
internal sealed class DrawUpRelease(TimeProvider time)
{
    /// <summary>Adds a draft to the context; null while a signed version or one of its copies has not arrived.</summary>
    public async Task<Release?> AddAsync(ReportingDb db, FollowedCampaign campaign, IReadOnlyCollection<string> digests, CancellationToken ct)
    {
        if (await ComputeAsync(db, campaign, digests, ct) is not { } content)
            return null;
        var number = 1 + (await db.Releases.Where(release => release.Year == campaign.Year).MaxAsync(release => (int?)release.Number, ct) ?? 0);
        var release = content.ToRelease(campaign.Id, number, time.GetUtcNow().UtcDateTime);
        db.Releases.Add(release);
        db.ReleaseTables.AddRange(content.ToTables(number));
        db.ReleaseFigures.AddRange(content.ToFigures(number));
        return release;
    }

    /// <summary>The same versions and the same earlier releases give the same content, hence the same digest.</summary>
    public static async Task<ReleaseContent?> ComputeAsync(ReportingDb db, FollowedCampaign campaign, IReadOnlyCollection<string> digests, CancellationToken ct) =>
        await ReadSigned.OfAsync(db, campaign, digests, ct) is { } facts
            ? ReleaseContent.Compute(facts, await EarlierAsync(db, campaign, ct), ct)
            : null;

    /// <summary>Digests of the latest signed version of each dossier that the campaign was published with.</summary>
    public static async Task<IReadOnlyList<string>> LatestAsync(ReportingDb db, FollowedCampaign campaign, CancellationToken ct)
    {
        var versions = await db.Versions.AsNoTracking().Where(version => version.CampaignId == campaign.Id).ToListAsync(ct);
        var published = versions.Where(version => campaign.Digests.Contains(version.ContentDigest)).Select(version => version.DossierId).ToHashSet();
        return [.. versions.Where(version => published.Contains(version.DossierId))
            .GroupBy(version => version.DossierId)
            .Select(dossier => dossier.MaxBy(version => version.Version)!.ContentDigest)
            .Order(StringComparer.Ordinal)];
    }

    private static async Task<IReadOnlyList<EarlierRelease>> EarlierAsync(ReportingDb db, FollowedCampaign campaign, CancellationToken ct)
    {
        var earlier = new List<EarlierRelease>();
        var releases = await db.Releases.AsNoTracking()
            .Where(release => release.CampaignId == campaign.Id && release.State == ReleaseState.Published)
            .OrderBy(release => release.Number)
            .ToListAsync(ct);
        foreach (var release in releases)
        {
            var tables = await db.ReleaseTables.AsNoTracking().Where(table => table.Year == release.Year && table.Number == release.Number).ToListAsync(ct);
            var figures = await db.ReleaseFigures.AsNoTracking().Where(figure => figure.Year == release.Year && figure.Number == release.Number).ToListAsync(ct);
            var content = ReleaseContent.Read(release, tables, figures);
            if (await ReadSigned.OfAsync(db, campaign, [.. content.Head.Poles.Select(pole => pole.Digest)], ct) is { } facts)
                earlier.Add(new(content, facts));
        }
        return earlier;
    }
}
