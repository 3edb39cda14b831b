using Ptce.Contracts.Survey;
using Ptce.Grid.Definitions;
using Ptce.ServiceDefaults.Access;

namespace Ptce.Survey.Campaigns;

/// <summary>A campaign as sent by a client.</summary>
internal sealed record CampaignRequest
{
    public Guid Id { get; init; }

    public required int Year { get; init; }

    public required string Edition { get; init; }

    public LocalizedText? Name { get; init; }

    public required DateOnly ReferenceDate { get; init; }

    public required int FiscalYear { get; init; }

    public bool Demonstration { get; init; }

    public CampaignCalendar? Calendar { get; init; }

    public required IReadOnlyList<string> Poles { get; init; }
}

/// <summary>A campaign as clients read it.</summary>
internal sealed record CampaignView(
    Guid Id, int Year, string Edition, LocalizedText Name, string State, DateOnly ReferenceDate, int FiscalYear, bool Demonstration, CampaignCalendar Calendar,
    IReadOnlyList<SectionPin> Sections, IReadOnlyList<string> Poles, DateTime? OpenedAt, DateTime? ClosedAt, DateTime? PublishedAt, long Version)
{
    /// <summary>The view for a caller: those who lead or fill see their own poles among the participants.</summary>
    public static CampaignView Of(Campaign c, Caller caller)
    {
        var scope = caller.Can(Permissions.CampaignsManage) ? null : caller.PolesWith(Permissions.DossiersRead);
        return new(c.Id, c.Year, c.Edition, c.Name, c.State.Name(), c.ReferenceDate, c.FiscalYear, c.Demonstration, c.Calendar, c.Sections,
            scope is null ? c.Poles : [.. c.Poles.Where(scope.Contains)], c.OpenedAt, c.ClosedAt, c.PublishedAt, c.Version);
    }
}
