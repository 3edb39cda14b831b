using System.Text.Json.Serialization;

namespace Ptce.Grid.Definitions;

/// <summary>State of an edition or of a section's version (état).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<EditionStatus>))]
public enum EditionStatus
{
    /// <summary>May still change; no campaign can name it (brouillon).</summary>
    [JsonStringEnumMemberName("draft")] Draft,

    /// <summary>Immutable and in use (publiée).</summary>
    [JsonStringEnumMemberName("published")] Published,

    /// <summary>Immutable; new campaigns use a later one (remplacée).</summary>
    [JsonStringEnumMemberName("superseded")] Superseded,
}
