namespace Ptce.Grid.Definitions;

/// <summary>The version of one section that an edition pins (version épinglée).</summary>
/// <param name="Section">Section key.</param>
/// <param name="Version">Version number, from 1.</param>
/// <param name="Owner">Service that owns the section.</param>
public sealed record PinnedSection(string Section, int Version, string Owner);

/// <summary>An edition of the characterisation grid (édition de la grille): one version of each of its sections, pinned for ever.</summary>
public sealed record EditionDefinition
{
    /// <summary>Key, e.g. <c>2015</c>.</summary>
    public required string Key { get; init; }

    /// <summary>Title.</summary>
    public required LocalizedText Label { get; init; }

    /// <summary>Draft, published or superseded.</summary>
    public EditionStatus Status { get; init; }

    /// <summary>What a reader should know, e.g. that the edition is a reconstruction.</summary>
    public LocalizedText? Note { get; init; }

    /// <summary>Pinned sections in the order in which they are shown.</summary>
    public required IReadOnlyList<PinnedSection> Sections { get; init; }
}
