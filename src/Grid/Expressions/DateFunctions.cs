using System.Globalization;
using System.Text;

namespace Ptce.Grid.Expressions;

internal static class DateFunctions
{
    public static IEnumerable<Function> All
    {
        get
        {
            yield return new("today", 0, 0, (scope, _) => ExpressionValue.Of(scope.Today));
            yield return new("now", 0, 0, (scope, _) => ExpressionValue.Of(scope.Today));
            yield return new("date", 1, 1, (scope, a) => Date(a[0].Evaluate(scope)));
            yield return new("date-time", 1, 1, (scope, a) => Date(a[0].Evaluate(scope)));
            yield return new("decimal-date-time", 1, 1, (scope, a) => ExpressionValue.Of(Date(a[0].Evaluate(scope)).AsNumber()));
            yield return new("format-date", 2, 2, Format);
            yield return new("format-date-time", 2, 2, Format);
        }
    }

    private static ExpressionValue Date(ExpressionValue value) =>
        value.AsDate() is { } date ? ExpressionValue.Of(date) : ExpressionValue.Empty;

    private static ExpressionValue Format(ExpressionScope scope, Node[] arguments)
    {
        if (arguments[0].Evaluate(scope).AsDate() is not { } date)
            return ExpressionValue.Empty;
        var format = arguments[1].Evaluate(scope).AsText();
        var written = new StringBuilder(format.Length + 8);
        for (var i = 0; i < format.Length; i++)
        {
            if (format[i] != '%' || i + 1 == format.Length)
                written.Append(format[i]);
            else
                written.Append(Part(date, format[++i]));
        }
        return ExpressionValue.Of(written.ToString());
    }

    private static string Part(DateOnly date, char directive) => directive switch
    {
        'Y' => date.Year.ToString("0000", CultureInfo.InvariantCulture),
        'y' => (date.Year % 100).ToString("00", CultureInfo.InvariantCulture),
        'm' => date.Month.ToString("00", CultureInfo.InvariantCulture),
        'n' => date.Month.ToString(CultureInfo.InvariantCulture),
        'b' => date.ToString("MMM", CultureInfo.InvariantCulture),
        'd' => date.Day.ToString("00", CultureInfo.InvariantCulture),
        'e' => date.Day.ToString(CultureInfo.InvariantCulture),
        'a' => date.ToString("ddd", CultureInfo.InvariantCulture),
        'H' or 'M' or 'S' => "00",
        '%' => "%",
        _ => $"%{directive}",
    };
}
