using Microsoft.EntityFrameworkCore;
using Ptce.ServiceDefaults.Access;
using Ptce.ServiceDefaults.Http;
using Ptce.Survey.Storage;

namespace Ptce.Survey.Campaigns;

/// <summary>Use cases: read campaigns. Drafts are for those who prepare them.</summary>
internal static class ListCampaigns
{
    private sealed record Place(int Year, Guid Id);

    public static async Task<IResult> ListAsync(int? limit, string? cursor, Caller caller, SurveyDb db, CancellationToken ct)
    {
        var size = Page.Size(limit);
        var after = Page.After<Place>(cursor);
        var campaigns = Visible(db, caller);
        if (after is not null)
            campaigns = campaigns.Where(c => c.Year < after.Year || (c.Year == after.Year && c.Id.CompareTo(after.Id) > 0));
        var rows = await campaigns.OrderByDescending(c => c.Year).ThenBy(c => c.Id).Take(size + 1).ToListAsync(ct);
        return Results.Ok(Page.Of(rows, size, c => new Place(c.Year, c.Id), c => CampaignView.Of(c, caller)));
    }

    public static async Task<IResult> ShowAsync(Guid id, Caller caller, HttpContext http, SurveyDb db, CancellationToken ct)
    {
        if (await Visible(db, caller).SingleOrDefaultAsync(c => c.Id == id, ct) is not { } campaign)
            return CampaignProblems.NotFound.With();
        Preconditions.SetETag(http, campaign.Version);
        return Results.Ok(CampaignView.Of(campaign, caller));
    }

    private static IQueryable<Campaign> Visible(SurveyDb db, Caller caller)
    {
        var all = db.Campaigns.AsNoTracking();
        return caller.Can(Permissions.CampaignsManage) ? all : all.Where(c => c.State != CampaignState.Draft);
    }
}
