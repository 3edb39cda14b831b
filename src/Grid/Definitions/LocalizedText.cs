using System.Text.Json.Serialization;

namespace Ptce.Grid.Definitions;

/// <summary>A text that people read, in French and in English (texte bilingue). French comes first; English is never missing.</summary>
/// <param name="Fr">French.</param>
/// <param name="En">English.</param>
public sealed record LocalizedText(string Fr, string En)
{
    /// <summary>The text in a language: English for <c>en</c> and its regions, French otherwise.</summary>
    /// <param name="language">BCP 47 tag, e.g. <c>fr</c> or <c>en-GB</c>.</param>
    public string In(string? language) =>
        language is not null && language.StartsWith("en", StringComparison.OrdinalIgnoreCase) ? En : Fr;

    /// <summary>True when both languages say something.</summary>
    [JsonIgnore]
    public bool IsComplete => !string.IsNullOrWhiteSpace(Fr) && !string.IsNullOrWhiteSpace(En);
}
