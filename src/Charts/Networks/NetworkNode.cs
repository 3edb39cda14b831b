namespace Ptce.Charts.Networks;

/// <summary>A member in the cooperation network (nœud).</summary>
/// <param name="Key">Identifier that ties refer to.</param>
/// <param name="Label">Name in the key under the drawing.</param>
/// <param name="Family">Family shown by the node's shape (famille), or null.</param>
public sealed record NetworkNode(string Key, string Label, string? Family = null);
