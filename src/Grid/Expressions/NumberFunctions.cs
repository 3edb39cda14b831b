namespace Ptce.Grid.Expressions;

internal static class NumberFunctions
{
    public static IEnumerable<Function> All
    {
        get
        {
            yield return new("number", 1, 1, (scope, a) => Number(a[0], scope, number => number));
            yield return new("int", 1, 1, (scope, a) => Number(a[0], scope, decimal.Truncate));
            yield return new("floor", 1, 1, (scope, a) => Number(a[0], scope, decimal.Floor));
            yield return new("ceiling", 1, 1, (scope, a) => Number(a[0], scope, decimal.Ceiling));
            yield return new("abs", 1, 1, (scope, a) => Number(a[0], scope, Math.Abs));
            yield return new("round", 1, 2, (scope, a) => Two(a[0].Evaluate(scope).AsNumber(), a.Length > 1 ? a[1].Evaluate(scope).AsNumber() : 0, Arithmetic.Round));
            yield return new("pow", 2, 2, (scope, a) => Two(a[0].Evaluate(scope).AsNumber(), a[1].Evaluate(scope).AsNumber(), Arithmetic.Power));
        }
    }

    private static ExpressionValue Number(Node argument, ExpressionScope scope, Func<decimal, decimal> change) =>
        argument.Evaluate(scope).AsNumber() is { } number ? ExpressionValue.Of(change(number)) : ExpressionValue.Empty;

    private static ExpressionValue Two(decimal? a, decimal? b, Func<decimal, decimal, decimal?> operation) =>
        a is { } left && b is { } right ? ExpressionValue.Of(Arithmetic.Try(operation, left, right)) : ExpressionValue.Empty;
}
