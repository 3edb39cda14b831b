using Ptce.Grid.Answers;
using Ptce.Grid.Definitions;
using Ptce.Grid.Expressions;

namespace Ptce.Grid.Rules;

/// <summary>Reads every expression of the groups that share one set of answers, and looks for unknown items and circles.</summary>
internal sealed class RulesCompiler(IEnumerable<GroupDefinition> groups)
{
    private readonly Dictionary<string, CompiledItem> byCode = new(StringComparer.Ordinal);

    public List<GridError> Errors { get; } = [];

    public List<CompiledItem> Compile()
    {
        var items = new List<CompiledItem>();
        foreach (var group in groups)
        {
            foreach (var definition in group.Items)
            {
                var item = Add(items, definition, group, null, 0);
                foreach (var column in definition.Columns)
                    item.Columns.Add(Add(items, column, group, item, item.Columns.Count));
            }
        }
        var groupRelevants = new Dictionary<string, Expression?>(StringComparer.Ordinal);
        foreach (var item in items)
        {
            if (!groupRelevants.TryGetValue(item.Group.Key, out var relevant))
                groupRelevants[item.Group.Key] = relevant = ReadWithoutCurrent(item.Group.Key + "/relevant", item.Group.Relevant);
            item.GroupRelevant = relevant;
            ReadExpressions(item);
        }
        FindCycles(items);
        return items;
    }

    private CompiledItem Add(List<CompiledItem> items, ItemDefinition definition, GroupDefinition group, CompiledItem? table, int column)
    {
        var item = new CompiledItem(definition, group, items.Count, table, column);
        items.Add(item);
        byCode.TryAdd(definition.Code, item);
        return item;
    }

    private void ReadExpressions(CompiledItem item)
    {
        var definition = item.Definition;
        item.Relevant = ReadWithoutCurrent(item.Code + "/relevant", definition.Relevant);
        item.Constraint = Read(item.Code + "/constraint", definition.Constraint);
        item.RequiredWhen = Read(item.Code + "/requiredWhen", definition.RequiredWhen);
        item.Calculation = ReadWithoutCurrent(item.Code + "/calculation", definition.Calculation);
        item.ChoiceFilter = Read(item.Code + "/choiceFilter", definition.ChoiceFilter, allowAttributes: true);
    }

    // What shows or computes an answer cannot look at that answer.
    private Expression? ReadWithoutCurrent(string at, string? text)
    {
        var expression = Read(at, text);
        if (expression is { UsesCurrent: true })
            Errors.Add(DefinitionErrors.Current(at, expression.Text));
        return expression;
    }

    private Expression? Read(string at, string? text, bool allowAttributes = false)
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;
        var (expression, error) = Expression.Parse(text, allowAttributes);
        if (error is not null)
            Errors.Add(DefinitionErrors.Expression(at, text, error));
        foreach (var reference in expression?.References ?? [])
        {
            if (!byCode.ContainsKey(reference.Item))
                Errors.Add(DefinitionErrors.UnknownItem(at, text, reference));
        }
        return expression;
    }

    private void FindCycles(List<CompiledItem> items)
    {
        var done = new HashSet<CompiledItem>();
        var path = new List<CompiledItem>();
        foreach (var item in items)
            Visit(item);

        void Visit(CompiledItem item)
        {
            var at = path.IndexOf(item);
            if (at >= 0)
            {
                Errors.Add(DefinitionErrors.Cycle([.. path.Skip(at).Append(item).Select(step => step.Code)]));
                return;
            }
            if (done.Contains(item))
                return;
            path.Add(item);
            foreach (var code in item.DependsOn().Distinct(StringComparer.Ordinal))
            {
                if (byCode.TryGetValue(code, out var other))
                    Visit(other);
            }
            path.RemoveAt(path.Count - 1);
            done.Add(item);
        }
    }
}
