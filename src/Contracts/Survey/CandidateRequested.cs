namespace Ptce.Contracts.Survey;

/// <summary>An analyst accepted the whole dossier: every owner stores an immutable copy of its sections under (dossier, attempt). Stream: <see cref="Streams.Dossiers"/>/dossier id.</summary>
/// <param name="DossierId">Dossier (UUIDv5 of campaign and pole).</param>
/// <param name="Attempt">Number of the candidate, from 1.</param>
/// <param name="CampaignId">Campaign.</param>
/// <param name="PoleKey">Pole (PTCE).</param>
/// <param name="ReferenceDate">Date at which morphology is told.</param>
/// <param name="FiscalYear">Calendar year in which the fiscal year closed.</param>
/// <param name="Sections">Sections to copy.</param>
public sealed record CandidateRequested(Guid DossierId, int Attempt, Guid CampaignId, string PoleKey, DateOnly ReferenceDate, int FiscalYear, IReadOnlyList<SectionPin> Sections) : IEvent;
