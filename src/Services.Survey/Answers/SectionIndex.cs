using System.Collections.Frozen;
using System.Runtime.CompilerServices;
using Ptce.Grid.Definitions;
using Ptce.Grid.Rules;

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
        // Groups attached to a typed record are answered with the record, not here.
        foreach (var group in definition.Groups.Where(g => g.Record is null))
        {
            foreach (var item in group.Items)
            {
                all[item.Code] = new IndexedItem(item, item.Type == ItemType.Table ? item : null, definition);
                foreach (var column in item.Columns)
                    all[column.Code] = new IndexedItem(column, item, definition);
            }
        }
        items = all.ToFrozenDictionary(StringComparer.Ordinal);
        var (rules, errors) = SectionRules.Compile(definition);
        Rules = rules ?? throw new InvalidOperationException($"Section {definition.Key} version {definition.Version} was published with {errors.Count} errors, first {errors[0].Code} at {errors[0].Item}.");
    }

    public SectionDefinition Definition { get; }

    /// <summary>What is shown, required and must hold.</summary>
    public SectionRules Rules { get; }

    /// <summary>Items and tables that stand for themselves, in the order in which they are asked.</summary>
    public IEnumerable<ItemDefinition> Items => Definition.Groups.Where(g => g.Record is null).SelectMany(g => g.Items);

    public static SectionIndex Of(SectionDefinition definition) => Known.GetValue(definition, static d => new SectionIndex(d));

    public IndexedItem? Find(string code) => items.GetValueOrDefault(code);
}

/// <summary>An item in its place.</summary>
/// <param name="Item">The item or column.</param>
/// <param name="Table">The table that it is, or is a column of.</param>
/// <param name="Section">Its section.</param>
internal sealed record IndexedItem(ItemDefinition Item, ItemDefinition? Table, SectionDefinition Section)
{
    public bool IsTable => ReferenceEquals(Item, Table);

    public bool IsAsked => Item.Type is not (ItemType.Calculation or ItemType.Note);
}
