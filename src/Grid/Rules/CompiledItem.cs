using Ptce.Grid.Definitions;
using Ptce.Grid.Expressions;

namespace Ptce.Grid.Rules;

/// <summary>An item with its expressions read once. <see cref="Index"/> is its place among all items, <see cref="Column"/> among its table's columns.</summary>
internal sealed class CompiledItem(ItemDefinition definition, GroupDefinition group, int index, CompiledItem? table, int column)
{
    public ItemDefinition Definition { get; } = definition;

    public GroupDefinition Group { get; } = group;

    public int Index { get; } = index;

    public CompiledItem? Table { get; } = table;

    public int Column { get; } = column;

    public List<CompiledItem> Columns { get; } = [];

    public Expression? GroupRelevant { get; set; }

    public Expression? Relevant { get; set; }

    public Expression? Constraint { get; set; }

    public Expression? RequiredWhen { get; set; }

    public Expression? Calculation { get; set; }

    public Expression? ChoiceFilter { get; set; }

    public string Code => Definition.Code;

    public bool IsTable => Definition.Type is ItemType.Table;

    /// <summary>True when a person can answer it.</summary>
    public bool IsAsked => Definition.Type is not (ItemType.Note or ItemType.Calculation);

    /// <summary>The items on which the item's being shown, or its computed value, depends.</summary>
    public IEnumerable<string> DependsOn()
    {
        foreach (var expression in new[] { GroupRelevant, Table?.Relevant, Relevant, Calculation })
        {
            foreach (var reference in expression?.References ?? [])
                yield return reference.Item;
        }
    }
}
