namespace Ptce.Grid.Definitions;

/// <summary>A kind of typed record that the section's owner keeps (fiche), to which extra items may be attached.</summary>
/// <param name="Key">Key as in the section's generic copy, e.g. <c>organisation</c> or <c>line</c>.</param>
/// <param name="Label">Name that people read.</param>
public sealed record RecordKind(string Key, LocalizedText Label);
