using System.Collections.Frozen;
using System.Runtime.CompilerServices;
using Ptce.Grid.Definitions;

namespace Ptce.Survey.Answers;

/// <summary>The items of a section's version by code, each with the table that it is a column of. Made once per definition.</summary>
internal sealed class SectionIndex
{
    private static readonly ConditionalWeakTable<SectionDefinition, SectionIndex> Known = [];

    private readonly FrozenDictionary<string, IndexedItem> items;

    private SectionIndex(SectionDefinition definition)
    {
        Definition = definition;
        var all = new Dictionary<string, IndexedItem>(StringComparer.Ordinal);
        foreach (var group in definition.Groups)
        {
            foreach (var item in group.Items)
            {
                all[item.Code] = new IndexedItem(item, item.Type == ItemType.Table ? item : null, group, definition.ChoicesOf(item));
                foreach (var column in item.Columns)
                    all[column.Code] = new IndexedItem(column, item, group, definition.ChoicesOf(column));
            }
        }
        items = all.ToFrozenDictionary(StringComparer.Ordinal);
    }

    public SectionDefinition Definition { get; }

    public static SectionIndex Of(SectionDefinition definition) => Known.GetValue(definition, static d => new SectionIndex(d));

    public IndexedItem? Find(string code) => items.GetValueOrDefault(code);
}

/// <summary>An item in its place.</summary>
/// <param name="Item">The item or column.</param>
/// <param name="Table">The table that it is, or is a column of.</param>
/// <param name="Group">Its group.</param>
/// <param name="Choices">Its choices before any filter.</param>
internal sealed record IndexedItem(ItemDefinition Item, ItemDefinition? Table, GroupDefinition Group, IReadOnlyList<Choice> Choices)
{
    public bool IsTable => ReferenceEquals(Item, Table);

    public bool IsAsked => Item.Type is not (ItemType.Calculation or ItemType.Note);
}
