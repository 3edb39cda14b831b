namespace Ptce.Grid.Expressions;

/// <summary>A node of an expression's tree; the tree is built once and evaluated many times.</summary>
internal abstract class Node(int column)
{
    public int Column { get; } = column;

    public abstract ExpressionValue Evaluate(ExpressionScope scope);

    /// <summary>Every value: an item of a table gives all its rows, whatever row the scope is in.</summary>
    public virtual IReadOnlyList<ExpressionValue> EvaluateAll(ExpressionScope scope) => Evaluate(scope).AsList();
}

internal sealed class LiteralNode(ExpressionValue value, int column) : Node(column)
{
    public ExpressionValue Value { get; } = value;

    public override ExpressionValue Evaluate(ExpressionScope scope) => Value;
}

internal sealed class ReferenceNode(string item, int column) : Node(column)
{
    public string Item { get; } = item;

    public override ExpressionValue Evaluate(ExpressionScope scope) => scope.Value(Item);

    public override IReadOnlyList<ExpressionValue> EvaluateAll(ExpressionScope scope) => scope.Values(Item);
}

internal sealed class CurrentNode(int column) : Node(column)
{
    public override ExpressionValue Evaluate(ExpressionScope scope) => scope.Current;
}

/// <summary><c>..</c>, the row around the answer: only <c>position(..)</c> looks at it.</summary>
internal sealed class RowNode(int column) : Node(column)
{
    public override ExpressionValue Evaluate(ExpressionScope scope) => ExpressionValue.Of((decimal)scope.Position);
}

internal sealed class AttributeNode(string name, int column) : Node(column)
{
    public override ExpressionValue Evaluate(ExpressionScope scope) => scope.Attribute(name);
}

internal sealed class NegateNode(Node operand, int column) : Node(column)
{
    public override ExpressionValue Evaluate(ExpressionScope scope) => ExpressionValue.Of(-operand.Evaluate(scope).AsNumber());
}

internal sealed class AndNode(Node left, Node right, int column) : Node(column)
{
    public override ExpressionValue Evaluate(ExpressionScope scope) =>
        ExpressionValue.Of(left.Evaluate(scope).AsBoolean() && right.Evaluate(scope).AsBoolean());
}

internal sealed class OrNode(Node left, Node right, int column) : Node(column)
{
    public override ExpressionValue Evaluate(ExpressionScope scope) =>
        ExpressionValue.Of(left.Evaluate(scope).AsBoolean() || right.Evaluate(scope).AsBoolean());
}

internal sealed class CompareNode(Comparison comparison, Node left, Node right, int column) : Node(column)
{
    public override ExpressionValue Evaluate(ExpressionScope scope) =>
        ExpressionValue.Of(comparison.Holds(left.Evaluate(scope), right.Evaluate(scope)));
}

internal sealed class ArithmeticNode(Func<decimal, decimal, decimal?> operation, Node left, Node right, int column) : Node(column)
{
    public override ExpressionValue Evaluate(ExpressionScope scope)
    {
        if (left.Evaluate(scope).AsNumber() is not { } a || right.Evaluate(scope).AsNumber() is not { } b)
            return ExpressionValue.Empty;
        return ExpressionValue.Of(Arithmetic.Try(operation, a, b));
    }
}

internal sealed class CallNode(Function function, Node[] arguments, int column) : Node(column)
{
    public override ExpressionValue Evaluate(ExpressionScope scope) => function.Evaluate(scope, arguments);
}
