namespace Ptce.Reporting.Campaigns;

/// <summary>A pole's name, for what is not signed yet and for pages.</summary>
internal sealed class FollowedPole
{
    public required string Key { get; init; }

    public string Name { get; set; } = "";
}
