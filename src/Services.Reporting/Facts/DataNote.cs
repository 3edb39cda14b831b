namespace Ptce.Reporting.Facts;

/// <summary>Two sources disagree and nobody can settle it (note sur les données): it stays on the signed version and is printed.</summary>
/// <param name="Section">Section it stands on.</param>
/// <param name="Item">Item it is about, null when it is about the whole.</param>
/// <param name="Fr">Text in French.</param>
/// <param name="En">Text in English.</param>
internal sealed record DataNote(string Section, string? Item, string Fr, string En);
