using Ptce.Grid.Expressions;

namespace Ptce.Grid.Tests.Expressions;

/// <summary>A scope from a dictionary; lists stand for the columns of a table.</summary>
internal sealed class TestScope : ExpressionScope
{
    private readonly Dictionary<string, ExpressionValue> values = [];
    private ExpressionValue current;

    public override DateOnly Today => new(2015, 6, 30);

    public override ExpressionValue Current => current;

    public override int Position => 2;

    public TestScope With(string item, ExpressionValue value)
    {
        values[item] = value;
        return this;
    }

    public TestScope At(ExpressionValue value)
    {
        current = value;
        return this;
    }

    public override ExpressionValue Value(string item) => values.GetValueOrDefault(item);

    public override IReadOnlyList<ExpressionValue> Values(string item) => Value(item).AsList();

    public override ExpressionValue Attribute(string name) => Value("@" + name);

    public override string? ChoiceLabel(string item, string value) => $"{item}:{value}";
}
