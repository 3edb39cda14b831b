namespace Ptce.Contracts.Sections;

/// <summary>An owner could not store a copy. Stream: <see cref="Streams.Sections"/>/dossier id:section.</summary>
/// <param name="DossierId">Dossier (UUIDv5 of campaign and pole).</param>
/// <param name="Section">Section key, e.g. <c>morphology</c>.</param>
/// <param name="Attempt">Number of the candidate, from 1.</param>
/// <param name="Code">Problem code that says why.</param>
public sealed record SectionCandidateRefused(Guid DossierId, string Section, int Attempt, string Code) : IEvent;
