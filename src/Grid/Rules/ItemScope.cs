using Ptce.Grid.Definitions;
using Ptce.Grid.Expressions;

namespace Ptce.Grid.Rules;

/// <summary>What the expressions of one item see; <paramref name="row"/> is −1 outside a table.</summary>
internal sealed class ItemScope(SectionEvaluation evaluation, SectionRules rules, CompiledItem item, int row, Choice? choice = null) : ExpressionScope
{
    public override DateOnly Today => evaluation.Today;

    public override int Position => row + 1;

    public override ExpressionValue Current => evaluation.Value(item, Math.Max(row, 0));

    public override ExpressionValue Value(string code)
    {
        if (!rules.ByCode.TryGetValue(code, out var other))
            return ExpressionValue.Empty;
        if (other.Table is null)
            return evaluation.Value(other, 0);
        return row >= 0 && other.Table == item.Table ? evaluation.Value(other, row) : ExpressionValue.Of(Values(code));
    }

    public override IReadOnlyList<ExpressionValue> Values(string code)
    {
        if (!rules.ByCode.TryGetValue(code, out var other))
            return [];
        if (other.Table is null)
            return evaluation.Value(other, 0).AsList();
        var values = new ExpressionValue[evaluation.RowsOf(other.Table).Count];
        for (var i = 0; i < values.Length; i++)
            values[i] = evaluation.Value(other, i);
        return values;
    }

    public override ExpressionValue Attribute(string name) => name switch
    {
        "name" => ExpressionValue.Of(choice?.Value),
        "label" => ExpressionValue.Of(choice?.Label.Fr),
        _ => ExpressionValue.Of(choice?.Attributes?.GetValueOrDefault(name)),
    };

    public override string? ChoiceLabel(string code, string value) =>
        rules.ByCode.TryGetValue(code, out var other)
            ? rules.Section.ChoicesOf(other.Definition).FirstOrDefault(candidate => candidate.Value == value)?.Label.Fr
            : null;
}
