namespace Ptce.Contracts.Sections;

/// <summary>An owner stored its immutable copy for a candidate. Stream: <see cref="Streams.Sections"/>/dossier id:section.</summary>
/// <param name="DossierId">Dossier (UUIDv5 of campaign and pole).</param>
/// <param name="Section">Section key, e.g. <c>morphology</c>.</param>
/// <param name="Attempt">Number of the candidate, from 1.</param>
/// <param name="Revision">Revision of the working content that was copied.</param>
/// <param name="Digest">SHA-256 of the copy, lower-case hexadecimal.</param>
/// <param name="Size">Bytes of the canonical form.</param>
/// <param name="Blocking">Blocking errors found on the copy.</param>
public sealed record SectionCandidateStored(Guid DossierId, string Section, int Attempt, long Revision, string Digest, long Size, int Blocking) : IEvent;
