namespace Ptce.Contracts.Survey;

/// <summary>A data note (note sur les données) that stands on a signed version: two sources disagree and nobody can settle it. Reports print it.</summary>
/// <param name="Section">Section key.</param>
/// <param name="Item">Item code; null when it concerns the whole section.</param>
/// <param name="Fr">The note in French.</param>
/// <param name="En">The note in English.</param>
public sealed record SignedNote(string Section, string? Item, string Fr, string En);
