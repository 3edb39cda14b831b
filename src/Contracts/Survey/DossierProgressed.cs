namespace Ptce.Contracts.Survey;

/// <summary>Counts of a dossier changed; never values. Stream: <see cref="Streams.Progress"/>/dossier id.</summary>
/// <param name="DossierId">Dossier (UUIDv5 of campaign and pole).</param>
/// <param name="CampaignId">Campaign.</param>
/// <param name="PoleKey">Pole (PTCE).</param>
/// <param name="State">State of the dossier, e.g. <c>to-fill</c>, <c>signed-off</c>.</param>
/// <param name="Answered">Items answered, over all sections that count items.</param>
/// <param name="Expected">Items expected.</param>
/// <param name="Sections">State of each section by key.</param>
public sealed record DossierProgressed(Guid DossierId, Guid CampaignId, string PoleKey, string State, int Answered, int Expected, IReadOnlyDictionary<string, string> Sections) : IEvent;
