namespace Ptce.Reporting.Campaigns;

/// <summary>Counts and state of one dossier; never values.</summary>
internal sealed class FollowedDossier
{
    public required Guid Id { get; init; }

    public Guid CampaignId { get; set; }

    public string PoleKey { get; set; } = "";

    public string State { get; set; } = "to-fill";

    public int Answered { get; set; }

    public int Expected { get; set; }
}
