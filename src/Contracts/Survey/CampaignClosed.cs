namespace Ptce.Contracts.Survey;

/// <summary>A campaign takes no more edits. Stream: <see cref="Streams.Campaigns"/>/campaign id.</summary>
/// <param name="CampaignId">Campaign.</param>
public sealed record CampaignClosed(Guid CampaignId) : IEvent;
