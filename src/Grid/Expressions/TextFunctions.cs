using System.Text;
using System.Text.RegularExpressions;

namespace Ptce.Grid.Expressions;

internal static class TextFunctions
{
    private const int Any = int.MaxValue;

    /// <summary>Linear in the length of the text, so that no pattern can make a server hang.</summary>
    private const RegexOptions Linear = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant;

    public static IEnumerable<Function> All
    {
        get
        {
            yield return new("string", 1, 1, (scope, a) => Text(a[0].Evaluate(scope).AsText()));
            yield return new("string-length", 1, 1, (scope, a) => ExpressionValue.Of((decimal)a[0].Evaluate(scope).AsText().Length));
            yield return new("concat", 1, Any, (scope, a) => Text(string.Concat(a.SelectMany(argument => argument.EvaluateAll(scope)).Select(value => value.AsText()))));
            yield return new("contains", 2, 2, Two((text, part) => ExpressionValue.Of(text.Contains(part, StringComparison.Ordinal))));
            yield return new("starts-with", 2, 2, Two((text, part) => ExpressionValue.Of(text.StartsWith(part, StringComparison.Ordinal))));
            yield return new("ends-with", 2, 2, Two((text, part) => ExpressionValue.Of(text.EndsWith(part, StringComparison.Ordinal))));
            yield return new("substring-before", 2, 2, Two((text, part) => Text(text.IndexOf(part, StringComparison.Ordinal) is var at and >= 0 ? text[..at] : "")));
            yield return new("substring-after", 2, 2, Two((text, part) => Text(text.IndexOf(part, StringComparison.Ordinal) is var at and >= 0 ? text[(at + part.Length)..] : "")));
            yield return new("substr", 2, 3, Substr);
            yield return new("translate", 3, 3, Translate);
            yield return new("normalize-space", 1, 1, (scope, a) => Text(string.Join(' ', a[0].Evaluate(scope).AsText().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))));
            yield return new("upper-case", 1, 1, (scope, a) => Text(a[0].Evaluate(scope).AsText().ToUpperInvariant()));
            yield return new("lower-case", 1, 1, (scope, a) => Text(a[0].Evaluate(scope).AsText().ToLowerInvariant()));
            yield return new("regex", 2, 2, (scope, a) => ExpressionValue.Of(Matches(a[0].Evaluate(scope).AsText(), a[1].Evaluate(scope).AsText())));
        }
    }

    /// <summary>The pattern must fit the whole text, as in ODK Collect.</summary>
    public static Regex Compile(string pattern) => new($"\\A(?:{pattern})\\z", Linear);

    /// <summary><c>regex()</c> with a pattern that stands in the expression: read once, when the expression is.</summary>
    public static Function WithPattern(Regex pattern) =>
        new("regex", 2, 2, (scope, a) => ExpressionValue.Of(pattern.IsMatch(a[0].Evaluate(scope).AsText())));

    private static bool Matches(string text, string pattern)
    {
        try
        {
            return Compile(pattern).IsMatch(text);
        }
        catch (Exception exception) when (exception is ArgumentException or NotSupportedException)
        {
            return false;
        }
    }

    private static ExpressionValue Text(string text) => ExpressionValue.Of(text);

    private static Func<ExpressionScope, Node[], ExpressionValue> Two(Func<string, string, ExpressionValue> function) =>
        (scope, a) => function(a[0].Evaluate(scope).AsText(), a[1].Evaluate(scope).AsText());

    // From 0, end not included; a negative place counts from the end.
    private static ExpressionValue Substr(ExpressionScope scope, Node[] arguments)
    {
        var text = arguments[0].Evaluate(scope).AsText();
        if (arguments[1].Evaluate(scope).AsNumber() is not { } from)
            return ExpressionValue.Empty;
        var to = arguments.Length > 2 ? arguments[2].Evaluate(scope).AsNumber() : text.Length;
        if (to is null)
            return ExpressionValue.Empty;
        var start = Place(from, text.Length);
        var end = Place(to.Value, text.Length);
        return start < end ? Text(text[start..end]) : ExpressionValue.Empty;
    }

    private static int Place(decimal at, int length) => (int)Math.Clamp(decimal.Truncate(at < 0 ? length + at : at), 0, length);

    private static ExpressionValue Translate(ExpressionScope scope, Node[] arguments)
    {
        var from = arguments[1].Evaluate(scope).AsText();
        var to = arguments[2].Evaluate(scope).AsText();
        var result = new StringBuilder();
        foreach (var c in arguments[0].Evaluate(scope).AsText())
        {
            var at = from.IndexOf(c, StringComparison.Ordinal);
            if (at < 0)
                result.Append(c);
            else if (at < to.Length)
                result.Append(to[at]);
        }
        return Text(result.ToString());
    }
}
