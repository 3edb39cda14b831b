namespace Ptce.Grid.Definitions;

/// <summary>One entry of a list of choices (modalité).</summary>
public sealed record Choice
{
    /// <summary>What is stored: no blank, unique in its list.</summary>
    public required string Value { get; init; }

    /// <summary>What people read.</summary>
    public required LocalizedText Label { get; init; }

    /// <summary>Further columns that an item's choice filter may look at, e.g. the region of a département (choix en cascade).</summary>
    public IReadOnlyDictionary<string, string>? Attributes { get; init; }
}
