namespace Ptce.Contracts.Survey;

/// <summary>A candidate became stale or was withdrawn: owners drop their copies unless they are signed. Stream: <see cref="Streams.Dossiers"/>/dossier id.</summary>
/// <param name="DossierId">Dossier (UUIDv5 of campaign and pole).</param>
/// <param name="Attempt">Number of the candidate, from 1.</param>
/// <param name="Reason">Problem code, e.g. <c>survey.candidate.stale</c>.</param>
public sealed record CandidateDropped(Guid DossierId, int Attempt, string Reason) : IEvent;
