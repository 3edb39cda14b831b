namespace Ptce.Contracts.Sections;

/// <summary>An owner marked its copy signed; whoever needs the content fetches it by digest. Stream: <see cref="Streams.Sections"/>/dossier id:section.</summary>
/// <param name="DossierId">Dossier (UUIDv5 of campaign and pole).</param>
/// <param name="Section">Section key, e.g. <c>morphology</c>.</param>
/// <param name="Attempt">Number of the candidate, from 1.</param>
/// <param name="PoleKey">Pole (PTCE).</param>
/// <param name="Owner">Service that keeps the copy.</param>
/// <param name="Digest">SHA-256 of the copy, lower-case hexadecimal.</param>
/// <param name="Size">Bytes of the canonical form.</param>
public sealed record SectionSigned(Guid DossierId, string Section, int Attempt, string PoleKey, string Owner, string Digest, long Size) : IEvent;
