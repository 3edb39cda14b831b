namespace Ptce.Contracts.Sections;

/// <summary>An owner ran its checks after a change. Stream: <see cref="Streams.Sections"/>/dossier id:section.</summary>
/// <param name="DossierId">Dossier (UUIDv5 of campaign and pole).</param>
/// <param name="Section">Section key, e.g. <c>morphology</c>.</param>
/// <param name="Revision">Revision of the working content, rising with every edit.</param>
/// <param name="Blocking">Open blocking errors.</param>
/// <param name="Warnings">Open warnings.</param>
/// <param name="Answered">Items or records filled.</param>
/// <param name="Expected">Items or records expected.</param>
/// <param name="Complete">Everything required is there.</param>
public sealed record SectionChecked(Guid DossierId, string Section, long Revision, int Blocking, int Warnings, int Answered, int Expected, bool Complete) : IEvent;
