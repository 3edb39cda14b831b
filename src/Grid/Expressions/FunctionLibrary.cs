using System.Collections.Frozen;

namespace Ptce.Grid.Expressions;

/// <summary>The functions that the grid's language knows: XLSForm's, without those that depend on chance, place or device.</summary>
internal static class FunctionLibrary
{
    private const int Any = int.MaxValue;

    public static FrozenSet<string> NotDeterministic { get; } =
        new[] { "random", "randomize", "uuid", "once", "rnd", "instance", "pulldata", "digest" }.ToFrozenSet(StringComparer.Ordinal);

    public static FrozenDictionary<string, Function> All { get; } =
        Logic().Concat(TextFunctions.All).Concat(NumberFunctions.All).Concat(DateFunctions.All).Concat(ListFunctions.All)
            .ToFrozenDictionary(function => function.Name, StringComparer.Ordinal);

    /// <summary>The known name at a distance of at most two letters, or null.</summary>
    public static string? Near(string name) =>
        All.Keys.Select(known => (known, distance: Distance(known, name)))
            .Where(pair => pair.distance <= 2 && pair.distance < name.Length)
            .OrderBy(pair => pair.distance).ThenBy(pair => pair.known, StringComparer.Ordinal)
            .Select(pair => pair.known)
            .FirstOrDefault();

    private static IEnumerable<Function> Logic()
    {
        yield return new("if", 3, 3, (scope, a) => a[0].Evaluate(scope).AsBoolean() ? a[1].Evaluate(scope) : a[2].Evaluate(scope));
        yield return new("not", 1, 1, (scope, a) => ExpressionValue.Of(!a[0].Evaluate(scope).AsBoolean()));
        yield return new("true", 0, 0, (_, _) => ExpressionValue.Of(true));
        yield return new("false", 0, 0, (_, _) => ExpressionValue.Of(false));
        yield return new("boolean", 1, 1, (scope, a) => ExpressionValue.Of(a[0].Evaluate(scope).AsBoolean()));
        yield return new("boolean-from-string", 1, 1, (scope, a) => ExpressionValue.Of(a[0].Evaluate(scope).AsText() is "true" or "1"));
        yield return new("coalesce", 1, Any, Coalesce);
    }

    private static ExpressionValue Coalesce(ExpressionScope scope, Node[] arguments)
    {
        foreach (var argument in arguments)
        {
            var value = argument.Evaluate(scope).First();
            if (!value.IsEmpty)
                return value;
        }
        return ExpressionValue.Empty;
    }

    private static int Distance(string a, string b)
    {
        var previous = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var current = new int[b.Length + 1];
            current[0] = i;
            for (var j = 1; j <= b.Length; j++)
                current[j] = Math.Min(Math.Min(current[j - 1], previous[j]) + 1, previous[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
            previous = current;
        }
        return previous[b.Length];
    }
}
