namespace Ptce.Contracts.Survey;

/// <summary>One pole's place in a campaign.</summary>
/// <param name="DossierId">Dossier (UUIDv5 of campaign and pole).</param>
/// <param name="PoleKey">Pole (PTCE).</param>
public sealed record CampaignDossier(Guid DossierId, string PoleKey);
