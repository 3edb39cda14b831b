namespace Ptce.Contracts.Survey;

/// <summary>A campaign was published with the versions named. Stream: <see cref="Streams.Campaigns"/>/campaign id.</summary>
/// <param name="CampaignId">Campaign.</param>
/// <param name="Year">Year of the campaign.</param>
/// <param name="Digests">Content digests of the signed dossiers, SHA-256 in lower-case hexadecimal.</param>
public sealed record CampaignPublished(Guid CampaignId, int Year, IReadOnlyList<string> Digests) : IEvent;
