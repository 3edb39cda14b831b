using System.Text.Json.Serialization;

namespace Ptce.Grid.Definitions;

/// <summary>Whether figures of one item may be compared over two editions (comparabilité).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Comparability>))]
public enum Comparability
{
    /// <summary>As it stands.</summary>
    [JsonStringEnumMemberName("comparable")] Comparable,

    /// <summary>With the note beside it.</summary>
    [JsonStringEnumMemberName("comparable-with-note")] ComparableWithNote,

    /// <summary>Not at all.</summary>
    [JsonStringEnumMemberName("not-comparable")] NotComparable,
}

/// <summary>What became of one item from one edition to the next (ligne de la table de passage).</summary>
public sealed record CrosswalkEntry
{
    /// <summary>Section key.</summary>
    public required string Section { get; init; }

    /// <summary>Item code in the earlier edition (or, of a typed section, record and field); null when the item is new.</summary>
    public string? From { get; init; }

    /// <summary>Item code in the later edition; null when the item is gone.</summary>
    public string? To { get; init; }

    /// <summary>Whether figures may be compared.</summary>
    public required Comparability Comparability { get; init; }

    /// <summary>Why not, or with what care.</summary>
    public LocalizedText? Note { get; init; }
}

/// <summary>Item by item, what is comparable between two editions (table de passage).</summary>
/// <param name="From">Earlier edition.</param>
/// <param name="To">Later edition.</param>
/// <param name="Entries">Every item of either edition, in the order of the later one.</param>
public sealed record Crosswalk(string From, string To, IReadOnlyList<CrosswalkEntry> Entries);
