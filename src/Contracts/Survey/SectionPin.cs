namespace Ptce.Contracts.Survey;

/// <summary>The version of one section that an edition of the grid pins.</summary>
/// <param name="Section">Section key, e.g. <c>governance</c>.</param>
/// <param name="Version">Version number of the section's definition, from 1.</param>
/// <param name="Owner">Service that owns the section: <c>members</c>, <c>survey</c> or <c>finance</c>.</param>
public sealed record SectionPin(string Section, int Version, string Owner);
