namespace Ptce.Reporting.Campaigns;

/// <summary>A campaign as Survey announced it.</summary>
internal sealed class FollowedCampaign
{
    public required Guid Id { get; init; }

    public int Year { get; set; }

    public string Edition { get; set; } = "";

    public DateOnly ReferenceDate { get; set; }

    public int FiscalYear { get; set; }

    public bool Demonstration { get; set; }

    public CampaignState State { get; set; }

    /// <summary>Poles invited: what of them is not signed is missing in every figure.</summary>
    public int Participants { get; set; }

    /// <summary>Content digests that the campaign was published with, separated by line feeds.</summary>
    public string PublishedDigests { get; set; } = "";

    public IReadOnlyList<string> Digests => PublishedDigests.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}

internal enum CampaignState
{
    Open,
    Closed,
    Published,
}
