using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Ptce.Contracts.Survey;
using Ptce.Grid.Definitions;
using Ptce.ServiceDefaults.Access;
using Ptce.ServiceDefaults.Http;
using Ptce.ServiceDefaults.Problems;
using Ptce.Survey.Editions;
using Ptce.Survey.Storage;

namespace Ptce.Survey.Campaigns;

/// <summary>Use cases: prepare a campaign, and change it while it is a draft.</summary>
internal static partial class PlanCampaign
{
    public static async Task<IResult> CreateAsync(CampaignRequest request, Caller caller, HttpContext http, SurveyDb db, PublishedGrid grid, CancellationToken ct)
    {
        var edition = (await grid.ReadAsync(ct)).Edition(request.Edition);
        if (Refusal(request, edition) is { } refused)
            return refused.With();
        var proposed = Make(request, edition!);
        if (request.Id != Guid.Empty && await db.Campaigns.AsNoTracking().SingleOrDefaultAsync(c => c.Id == request.Id, ct) is { } known)
            return SameContent(known, proposed) ? Answer(http, known, caller) : CampaignProblems.Exists.With();
        db.Campaigns.Add(proposed);
        await db.SaveChangesAsync(ct);
        Preconditions.SetETag(http, proposed.Version);
        return Results.Created($"/api/survey/campaigns/{proposed.Id}", CampaignView.Of(proposed, caller));
    }

    public static async Task<IResult> ChangeAsync(Guid id, CampaignRequest request, Caller caller, HttpContext http, SurveyDb db, PublishedGrid grid, CancellationToken ct)
    {
        if (await db.Campaigns.FindAsync([id], ct) is not { } campaign)
            return CampaignProblems.NotFound.With();
        if (Preconditions.Check(http, campaign.Version, CampaignView.Of(campaign, caller), request) is { } stale)
            return stale;
        if (campaign.State != CampaignState.Draft)
            return CampaignProblems.NotDraft.With();
        var edition = (await grid.ReadAsync(ct)).Edition(request.Edition);
        if (Refusal(request, edition) is { } refused)
            return refused.With();
        var proposed = Make(request, edition!);
        (campaign.Year, campaign.Edition, campaign.Name) = (proposed.Year, proposed.Edition, proposed.Name);
        (campaign.ReferenceDate, campaign.FiscalYear, campaign.Demonstration) = (proposed.ReferenceDate, proposed.FiscalYear, proposed.Demonstration);
        (campaign.Calendar, campaign.Poles, campaign.Sections) = (proposed.Calendar, proposed.Poles, proposed.Sections);
        await db.SaveChangesAsync(ct);
        return Answer(http, campaign, caller);
    }

    private static IResult Answer(HttpContext http, Campaign campaign, Caller caller)
    {
        Preconditions.SetETag(http, campaign.Version);
        return Results.Ok(CampaignView.Of(campaign, caller));
    }

    private static Problem? Refusal(CampaignRequest request, EditionDefinition? edition)
    {
        if (edition is null or { Status: EditionStatus.Draft })
            return CampaignProblems.UnknownEdition;
        if (request.Year is < 1990 or > 2100 || request.FiscalYear is < 1990 or > 2100 || request.FiscalYear > request.Year)
            return CampaignProblems.YearOutOfRange;
        if (request.Poles.Count == 0 || request.Poles.Any(p => p is null || !PoleKey().IsMatch(p)) || request.Poles.Distinct(StringComparer.Ordinal).Count() != request.Poles.Count)
            return CampaignProblems.NoPoles;
        return request.Calendar?.IsInOrder() == false ? CampaignProblems.CalendarOutOfOrder : null;
    }

    private static Campaign Make(CampaignRequest request, EditionDefinition edition) => new()
    {
        Id = request.Id == Guid.Empty ? Guid.CreateVersion7() : request.Id,
        Year = request.Year,
        Edition = edition.Key,
        Name = request.Name ?? new LocalizedText($"Campagne {request.Year}", $"{request.Year} campaign"),
        ReferenceDate = request.ReferenceDate,
        FiscalYear = request.FiscalYear,
        Demonstration = request.Demonstration,
        Calendar = request.Calendar ?? new CampaignCalendar(),
        Poles = [.. request.Poles.Order(StringComparer.Ordinal)],
        Sections = [.. edition.Sections.Select(s => new SectionPin(s.Section, s.Version, s.Owner)).OrderBy(s => s.Section, StringComparer.Ordinal)],
    };

    private static bool SameContent(Campaign a, Campaign b) =>
        (a.Year, a.Edition, a.Name, a.ReferenceDate, a.FiscalYear, a.Demonstration, a.Calendar) == (b.Year, b.Edition, b.Name, b.ReferenceDate, b.FiscalYear, b.Demonstration, b.Calendar)
        && a.Poles.SequenceEqual(b.Poles, StringComparer.Ordinal);

    [GeneratedRegex("^[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?$")]
    private static partial Regex PoleKey();
}
