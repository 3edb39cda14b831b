using Microsoft.EntityFrameworkCore;
using Ptce.Reporting.Storage;
using Ptce.ServiceDefaults.Access;
using Ptce.ServiceDefaults.Problems;

namespace Ptce.Reporting.Campaigns;

/// <summary>How far a campaign is, for everybody: counts only, no pole is named.</summary>
internal static class ReadProgress
{
    private static readonly Problem Unknown = new(
        "reporting.campaign.unknown",
        StatusCodes.Status404NotFound,
        "Aucune campagne n'a été ouverte pour cette année.",
        "No campaign was opened for this year.");

    public static void Map(RouteGroupBuilder group) => group.MapGet("campaigns/{year:int}/progress", GetAsync).AllowPublic()
        .WithSummary("Progress of a campaign: counts only");

    private static async Task<IResult> GetAsync(int year, ReportingDb db, CancellationToken ct)
    {
        var campaign = await db.Campaigns.AsNoTracking().Where(one => one.Year == year).OrderByDescending(one => one.State).ThenBy(one => one.Id).FirstOrDefaultAsync(ct);
        if (campaign is null)
            return Unknown.With();
        var dossiers = await db.Dossiers.AsNoTracking().Where(dossier => dossier.CampaignId == campaign.Id).ToListAsync(ct);
        return TypedResults.Ok(new CampaignProgress(
            campaign.Year,
            campaign.State.ToString().ToLowerInvariant(),
            campaign.Demonstration,
            campaign.Participants,
            dossiers.GroupBy(dossier => dossier.State, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.Count()),
            dossiers.Sum(dossier => dossier.Answered),
            dossiers.Sum(dossier => dossier.Expected)));
    }
}

/// <summary>Counts of a campaign.</summary>
/// <param name="Year">Year of the campaign.</param>
/// <param name="State"><c>open</c>, <c>closed</c>, <c>published</c>.</param>
/// <param name="Demonstration">True for the demonstration data set.</param>
/// <param name="Poles">Poles invited.</param>
/// <param name="Dossiers">Dossiers by state.</param>
/// <param name="Answered">Items answered, over all dossiers.</param>
/// <param name="Expected">Items expected.</param>
internal sealed record CampaignProgress(int Year, string State, bool Demonstration, int Poles, IReadOnlyDictionary<string, int> Dossiers, int Answered, int Expected);
