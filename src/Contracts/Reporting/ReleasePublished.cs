namespace Ptce.Contracts.Reporting;

/// <summary>A release of the transversal report was published. Stream: <see cref="Streams.Releases"/>/year.</summary>
/// <param name="Year">Year of the campaign.</param>
/// <param name="Number">Number of the release in its year, from 1.</param>
public sealed record ReleasePublished(int Year, int Number) : IEvent;
