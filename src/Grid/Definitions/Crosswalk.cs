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
/// <param name="Section">Section key.</param>
/// <param name="From">Item code in the earlier edition; null when the item is new.</param>
/// <param name="To">Item code in the later edition; null when the item is gone.</param>
/// <param name="Comparability">Whether figures may be compared.</param>
/// <param name="Note">Why not, or with what care.</param>
public sealed record CrosswalkEntry(string Section, string? From, string? To, Comparability Comparability, LocalizedText? Note = null);

/// <summary>Item by item, what is comparable between two editions (table de passage).</summary>
/// <param name="From">Earlier edition.</param>
/// <param name="To">Later edition.</param>
/// <param name="Entries">Every item of either edition, in the order of the later one.</param>
public sealed record Crosswalk(string From, string To, IReadOnlyList<CrosswalkEntry> Entries);
