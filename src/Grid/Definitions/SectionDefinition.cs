namespace Ptce.Grid.Definitions;

/// <summary>One version of one section of the grid (rubrique de la grille). Once published it never changes.</summary>
public sealed record SectionDefinition
{
    // The generated JSON reader assigns null to what a file leaves out: lists fall back to empty on assignment.
    private static readonly IReadOnlyDictionary<string, IReadOnlyList<Choice>> NoChoices = new Dictionary<string, IReadOnlyList<Choice>>();

    /// <summary>Section key: <c>morphology</c>, <c>cooperation</c>, <c>governance</c>, <c>economics</c>, <c>impacts</c>.</summary>
    public required string Key { get; init; }

    /// <summary>Version, from 1.</summary>
    public required int Version { get; init; }

    /// <summary>Service that owns the section: <c>members</c>, <c>survey</c> or <c>finance</c>.</summary>
    public required string Owner { get; init; }

    /// <summary>Title.</summary>
    public required LocalizedText Label { get; init; }

    /// <summary>What a reader should know about this version, e.g. that it is a reconstruction.</summary>
    public LocalizedText? Note { get; init; }

    /// <summary>Typed records of the owner; empty when the section is wholly defined as data.</summary>
    public IReadOnlyList<RecordKind> Records { get; init => field = value ?? []; } = [];

    /// <summary>Lists of choices by key.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<Choice>> Choices { get; init => field = value ?? NoChoices; } = NoChoices;

    /// <summary>Groups in order.</summary>
    public required IReadOnlyList<GroupDefinition> Groups { get; init; }

    /// <summary>Every item of every group in order, a table before its columns.</summary>
    public IEnumerable<ItemDefinition> AllItems()
    {
        foreach (var group in Groups)
        {
            foreach (var item in group.Items)
            {
                yield return item;
                foreach (var column in item.Columns)
                    yield return column;
            }
        }
    }

    /// <summary>The item or column with a code, or null.</summary>
    /// <param name="code">Item code; compared exactly.</param>
    public ItemDefinition? Find(string code) => AllItems().FirstOrDefault(item => item.Code == code);

    /// <summary>The choices of an item before any filter; empty when it has none.</summary>
    /// <param name="item">Item of this section.</param>
    public IReadOnlyList<Choice> ChoicesOf(ItemDefinition item) =>
        item.Choices is not null && Choices.TryGetValue(item.Choices, out var list) ? list : [];
}
