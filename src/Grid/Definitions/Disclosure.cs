using System.Text.Json.Serialization;

namespace Ptce.Grid.Definitions;

/// <summary>How far an item's answer may be published (diffusion).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Disclosure>))]
public enum Disclosure
{
    /// <summary>Only in figures across PTCE that pass disclosure control (agrégats seulement).</summary>
    [JsonStringEnumMemberName("aggregates")] Aggregates,

    /// <summary>With the PTCE's name, where it consents (nominatif).</summary>
    [JsonStringEnumMemberName("by-name")] ByName,

    /// <summary>Not at all (jamais).</summary>
    [JsonStringEnumMemberName("never")] Never,
}
