namespace Ptce.Grid.Expressions;

/// <summary>Functions over several choices and over the rows of a table. What is empty is left out of sums, minima and maxima, never counted as zero.</summary>
internal static class ListFunctions
{
    private const int Any = int.MaxValue;

    public static IEnumerable<Function> All
    {
        get
        {
            yield return new("selected", 2, 2, (scope, a) => ExpressionValue.Of(IsSelected(a[0].Evaluate(scope).AsText(), a[1].Evaluate(scope).AsText())));
            yield return new("selected-at", 2, 2, SelectedAt);
            yield return new("count-selected", 1, 1, (scope, a) => ExpressionValue.Of((decimal)CountSelected(a[0].Evaluate(scope).AsText())));
            yield return new("count", 1, 1, (scope, a) => ExpressionValue.Of((decimal)a[0].EvaluateAll(scope).Count));
            yield return new("count-non-empty", 1, 1, (scope, a) => ExpressionValue.Of((decimal)a[0].EvaluateAll(scope).Count(value => !value.IsEmpty)));
            yield return new("sum", 1, Any, (scope, a) => Fold(scope, a, Arithmetic.Add) ?? ExpressionValue.Of(0m));
            yield return new("min", 1, Any, (scope, a) => Fold(scope, a, (x, y) => Math.Min(x, y)) ?? ExpressionValue.Empty);
            yield return new("max", 1, Any, (scope, a) => Fold(scope, a, (x, y) => Math.Max(x, y)) ?? ExpressionValue.Empty);
            yield return new("join", 2, Any, Join);
            yield return new("position", 1, 1, (scope, _) => scope.Position == 0 ? ExpressionValue.Empty : ExpressionValue.Of((decimal)scope.Position));
            yield return new("indexed-repeat", 3, 3, IndexedRepeat);
            yield return new("jr:choice-name", 2, 2, ChoiceName);
        }
    }

    private static bool IsSelected(ReadOnlySpan<char> chosen, ReadOnlySpan<char> wanted)
    {
        wanted = wanted.Trim();
        if (wanted.IsEmpty)
            return false;
        foreach (var part in chosen.Split(' '))
        {
            if (chosen[part].SequenceEqual(wanted))
                return true;
        }
        return false;
    }

    private static int CountSelected(ReadOnlySpan<char> chosen)
    {
        var count = 0;
        foreach (var part in chosen.Split(' '))
            count += chosen[part].IsEmpty ? 0 : 1;
        return count;
    }

    private static ExpressionValue SelectedAt(ExpressionScope scope, Node[] arguments)
    {
        var parts = arguments[0].Evaluate(scope).AsText().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return arguments[1].Evaluate(scope).AsNumber() is { } at && at >= 0 && at < parts.Length
            ? ExpressionValue.Of(parts[(int)at])
            : ExpressionValue.Empty;
    }

    private static ExpressionValue? Fold(ExpressionScope scope, Node[] arguments, Func<decimal, decimal, decimal?> operation)
    {
        decimal? result = null;
        foreach (var argument in arguments)
        {
            foreach (var value in argument.EvaluateAll(scope))
            {
                if (value.AsNumber() is not { } number)
                    continue;
                if (result is null)
                    result = number;
                else if (Arithmetic.Try(operation, result.Value, number) is { } next)
                    result = next;
                else
                    return ExpressionValue.Empty;
            }
        }
        return result is { } known ? ExpressionValue.Of(known) : null;
    }

    private static ExpressionValue Join(ExpressionScope scope, Node[] arguments) => ExpressionValue.Of(string.Join(
        arguments[0].Evaluate(scope).AsText(),
        arguments.Skip(1).SelectMany(argument => argument.EvaluateAll(scope)).Where(value => !value.IsEmpty).Select(value => value.AsText())));

    private static ExpressionValue IndexedRepeat(ExpressionScope scope, Node[] arguments)
    {
        var rows = arguments[0].EvaluateAll(scope);
        return arguments[2].Evaluate(scope).AsNumber() is { } at && at >= 1 && at <= rows.Count ? rows[(int)at - 1] : ExpressionValue.Empty;
    }

    // XLSForm quotes the item here: jr:choice-name(${stage}, '${stage}').
    private static ExpressionValue ChoiceName(ExpressionScope scope, Node[] arguments)
    {
        var item = arguments[1] switch
        {
            ReferenceNode reference => reference.Item,
            LiteralNode literal => literal.Value.AsText().Trim().TrimStart('$', '{').TrimEnd('}'),
            _ => "",
        };
        return ExpressionValue.Of(scope.ChoiceLabel(item, arguments[0].Evaluate(scope).AsText()));
    }
}
