using Ptce.Grid.Answers;
using Ptce.Grid.Definitions;
using Ptce.Grid.Expressions;

namespace Ptce.Grid.Rules;

/// <summary>
/// What the rules say of one set of answers at one moment (évaluation): what is shown, required, computed, and what does not
/// hold. Made anew after every change; not for several threads at once.
/// </summary>
public sealed class SectionEvaluation
{
    private readonly SectionRules rules;
    private readonly SectionAnswers answers;
    private readonly Dictionary<CompiledItem, string[]> rowsOfTable = [];
    private readonly Cell[][] cells;
    private SectionReport? report;

    internal SectionEvaluation(SectionRules rules, SectionAnswers answers, DateOnly today)
    {
        this.rules = rules;
        this.answers = answers;
        Today = today;
        cells = new Cell[rules.Items.Count][];
        foreach (var item in rules.Items)
        {
            if (item.IsTable)
                rowsOfTable[item] = [.. answers.RowsOf(item.Code).Concat(item.Columns.SelectMany(column => answers.RowsOf(column.Code))).Distinct(StringComparer.Ordinal)];
        }
        foreach (var item in rules.Items)
            cells[item.Index] = new Cell[item.Table is null ? 1 : rowsOfTable[item.Table].Length];
    }

    /// <summary>Errors and counts.</summary>
    public SectionReport Report => report ??= SectionReport.Of(rules, this);

    internal DateOnly Today { get; }

    /// <summary>True when the item is shown; what is not shown counts as empty in every expression.</summary>
    /// <param name="item">Item or column code.</param>
    /// <param name="row">Row id; null outside a table.</param>
    public bool IsShown(string item, string? row = null) => Locate(item, row) is var (found, at) && IsShown(found, at);

    /// <summary>True when the item is shown and must be answered.</summary>
    /// <param name="item">Item or column code.</param>
    /// <param name="row">Row id; null outside a table.</param>
    public bool IsRequired(string item, string? row = null) => Locate(item, row) is var (found, at) && IsShown(found, at) && IsRequired(found, at);

    /// <summary>The value of an item as expressions see it; for a <see cref="ItemType.Calculation"/>, what it gives.</summary>
    /// <param name="item">Item or column code.</param>
    /// <param name="row">Row id; null outside a table.</param>
    public ExpressionValue ValueOf(string item, string? row = null) => Locate(item, row) is var (found, at) ? Value(found, at) : ExpressionValue.Empty;

    /// <summary>The choices that an item offers here, after its filter.</summary>
    /// <param name="item">Item or column code.</param>
    /// <param name="row">Row id; null outside a table.</param>
    public IReadOnlyList<Choice> ChoicesOf(string item, string? row = null)
    {
        if (Locate(item, row) is not var (found, at))
            return [];
        var all = rules.Section.ChoicesOf(found.Definition);
        return found.ChoiceFilter is null ? all : [.. all.Where(choice => Offers(found, at, choice))];
    }

    internal IReadOnlyList<string> RowsOf(CompiledItem table) => rowsOfTable[table];

    internal Answer AnswerOf(CompiledItem item, int row) => answers.Of(item.Code, item.Table is null ? null : rowsOfTable[item.Table][row]);

    internal bool IsShown(CompiledItem item, int row)
    {
        ref var cell = ref cells[item.Index][row];
        if (cell.Shown is { } known)
            return known;
        var shown = (item.GroupRelevant is null || item.GroupRelevant.Holds(new ItemScope(this, rules, item, -1)))
            && (item.Table is null || IsShown(item.Table, 0))
            && (item.Relevant is null || item.Relevant.Holds(new ItemScope(this, rules, item, item.Table is null ? -1 : row)));
        cells[item.Index][row].Shown = shown;
        return shown;
    }

    internal bool IsRequired(CompiledItem item, int row) =>
        item.RequiredWhen is null ? item.Definition.Required : item.RequiredWhen.Holds(Scope(item, row));

    internal bool Offers(CompiledItem item, int row, Choice choice) =>
        item.ChoiceFilter is null || item.ChoiceFilter.Holds(new ItemScope(this, rules, item, item.Table is null ? -1 : row, choice));

    internal ExpressionValue Value(CompiledItem item, int row)
    {
        if (!IsShown(item, row))
            return ExpressionValue.Empty;
        if (item.IsTable)
            return ExpressionValue.Of([.. rowsOfTable[item].Select(ExpressionValue.Of)]);
        ref var cell = ref cells[item.Index][row];
        if (cell.HasValue)
            return cell.Value;
        var value = item.Calculation is null ? Convert(item.Definition, AnswerOf(item, row)) : item.Calculation.Evaluate(Scope(item, row)).First();
        cells[item.Index][row].Value = value;
        cells[item.Index][row].HasValue = true;
        return value;
    }

    internal ItemScope Scope(CompiledItem item, int row) => new(this, rules, item, item.Table is null ? -1 : row);

    private (CompiledItem Item, int Row)? Locate(string code, string? row)
    {
        if (!rules.ByCode.TryGetValue(code, out var item))
            return null;
        if (item.Table is null)
            return (item, 0);
        var at = Array.IndexOf(rowsOfTable[item.Table], row);
        return at < 0 ? null : (item, at);
    }

    private static ExpressionValue Convert(ItemDefinition item, Answer answer)
    {
        if (answer.State is not AnswerState.Answered || answer.Value is not { } value)
            return ExpressionValue.Empty;
        return item.Type switch
        {
            ItemType.Integer or ItemType.Decimal or ItemType.Amount or ItemType.Percentage => ExpressionValue.Of(value.AsDecimal),
            ItemType.Boolean => value.AsFlag is { } flag ? ExpressionValue.Of(flag) : ExpressionValue.Empty,
            ItemType.Date => value.AsDate is { } date ? ExpressionValue.Of(date) : ExpressionValue.Empty,
            _ => ExpressionValue.Of(value.AsList is { } list ? string.Join(' ', list) : value.AsText),
        };
    }

    private struct Cell
    {
        public bool? Shown;
        public bool HasValue;
        public ExpressionValue Value;
    }
}
