namespace Ptce.Contracts.Survey;

/// <summary>The leader signed a candidate (validation par le responsable). The one commit behind this event decides; owners mark their copies signed. Stream: <see cref="Streams.Dossiers"/>/dossier id.</summary>
/// <param name="DossierId">Dossier (UUIDv5 of campaign and pole).</param>
/// <param name="Attempt">Number of the candidate, from 1.</param>
/// <param name="CampaignId">Campaign.</param>
/// <param name="PoleKey">Pole (PTCE).</param>
/// <param name="Year">Year of the campaign.</param>
/// <param name="Version">Number of the signed version, from 1.</param>
/// <param name="ContentDigest">Digest of the dossier: SHA-256, lower-case hexadecimal.</param>
/// <param name="SignedAt">Time of signature, UTC.</param>
/// <param name="Sections">Signed sections, sorted by key.</param>
/// <param name="ConsentSheet">The pole consents to the publication of its named sheet.</param>
/// <param name="Notes">Data notes on this version, to be printed; null in events from before there were any.</param>
public sealed record DossierSignedOff(Guid DossierId, int Attempt, Guid CampaignId, string PoleKey, int Year, int Version, string ContentDigest, DateTime SignedAt, IReadOnlyList<SignedSection> Sections, bool ConsentSheet, IReadOnlyList<SignedNote>? Notes = null) : IEvent;
