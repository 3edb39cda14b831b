namespace Ptce.Grid.Definitions;

/// <summary>Items that are read and shown together (rubrique), e.g. <c>C1</c>.</summary>
public sealed record GroupDefinition
{
    /// <summary>Key, unique in the section.</summary>
    public required string Key { get; init; }

    /// <summary>Heading.</summary>
    public required LocalizedText Label { get; init; }

    /// <summary>Text under the heading.</summary>
    public LocalizedText? Help { get; init; }

    /// <summary>Expression that tells when the whole group is shown.</summary>
    public string? Relevant { get; init; }

    /// <summary>Kind of the owner's typed record to which these items are attached, one answer per record; null when the group stands for itself.</summary>
    public string? Record { get; init; }

    /// <summary>Items in the order in which they are asked.</summary>
    public required IReadOnlyList<ItemDefinition> Items { get; init; }
}
