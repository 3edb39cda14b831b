using System.Text.RegularExpressions;
using Ptce.Grid.Answers;
using Ptce.Grid.Definitions;

namespace Ptce.Grid.Rules;

/// <summary>What can be said of a definition without reading its expressions: codes, labels, lists, bounds, columns.</summary>
internal static partial class DefinitionCheck
{
    public static IEnumerable<GridError> Of(SectionDefinition section)
    {
        if (!section.Label.IsComplete)
            yield return DefinitionErrors.Label(section.Key);
        foreach (var error in section.Choices.SelectMany(list => OfChoices(list.Key, list.Value)))
            yield return error;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var group in section.Groups)
        {
            if (!group.Label.IsComplete)
                yield return DefinitionErrors.Label(group.Key);
            if (group.Record is not null && section.Records.All(record => record.Key != group.Record))
                yield return DefinitionErrors.Record(group.Key, group.Record);
        }
        foreach (var item in section.AllItems())
        {
            if (!seen.Add(item.Code))
                yield return DefinitionErrors.Duplicate(item.Code);
            foreach (var error in OfItem(section, item))
                yield return error;
        }
    }

    private static IEnumerable<GridError> OfChoices(string list, IReadOnlyList<Choice> choices)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var choice in choices)
        {
            if (choice.Value.Length == 0 || choice.Value.Any(c => char.IsWhiteSpace(c) || c is '\'' or '"') || !seen.Add(choice.Value))
                yield return DefinitionErrors.ChoiceValue(list, choice.Value);
            if (!choice.Label.IsComplete)
                yield return DefinitionErrors.Label($"{list}/{choice.Value}");
        }
    }

    private static IEnumerable<GridError> OfItem(SectionDefinition section, ItemDefinition item)
    {
        if (!CodePattern().IsMatch(item.Code))
            yield return DefinitionErrors.Code(item.Code);
        if (!item.Label.IsComplete && item.Type is not ItemType.Calculation)
            yield return DefinitionErrors.Label(item.Code);
        if (item.Help is { IsComplete: false })
            yield return DefinitionErrors.Label(item.Code + "/help");
        if (item.ConstraintMessage is { IsComplete: false })
            yield return DefinitionErrors.Label(item.Code + "/constraintMessage");
        var hasChoices = item.Type is ItemType.OneChoice or ItemType.SeveralChoices;
        if (hasChoices && section.ChoicesOf(item).Count == 0)
            yield return DefinitionErrors.NoChoices(item.Code, item.Choices);
        if (!hasChoices && (item.Choices ?? item.ChoiceFilter) is not null)
            yield return DefinitionErrors.ChoicesNotUsed(item.Code, item.Type);
        if (item.Minimum > item.Maximum)
            yield return DefinitionErrors.Bounds(item.Code);
        if (item.Type is ItemType.Table == (item.Columns.Count == 0) || item.Columns.Any(column => column.Type is ItemType.Table))
            yield return DefinitionErrors.Columns(item.Code);
        if (item.Type is ItemType.Calculation != item.Calculation is not null)
            yield return DefinitionErrors.Calculation(item.Code);
    }

    [GeneratedRegex(@"\A[A-Za-z_][A-Za-z0-9_.\-]{0,63}\z")]
    private static partial Regex CodePattern();
}
