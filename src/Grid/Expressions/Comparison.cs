namespace Ptce.Grid.Expressions;

/// <summary>
/// One of the six comparisons, by XPath's rules: a list holds when one of its values does; a number that is not known is equal
/// to nothing, so <c>${fte} = 0</c> is false while nothing is answered. Dates compare as dates, with their ISO text too.
/// </summary>
internal sealed class Comparison
{
    private readonly Func<int, bool> orders;
    private readonly bool equality;
    private readonly bool whenIncomparable;

    private Comparison(Func<int, bool> orders, bool equality, bool whenIncomparable)
    {
        this.orders = orders;
        this.equality = equality;
        this.whenIncomparable = whenIncomparable;
    }

    public static Comparison Equal { get; } = new(order => order == 0, true, false);

    public static Comparison NotEqual { get; } = new(order => order != 0, true, true);

    public static Comparison Less { get; } = new(order => order < 0, false, false);

    public static Comparison LessOrEqual { get; } = new(order => order <= 0, false, false);

    public static Comparison Greater { get; } = new(order => order > 0, false, false);

    public static Comparison GreaterOrEqual { get; } = new(order => order >= 0, false, false);

    public bool Holds(ExpressionValue left, ExpressionValue right)
    {
        if (left.Kind is not ExpressionKind.List && right.Kind is not ExpressionKind.List)
            return HoldsOne(left, right);
        foreach (var a in left.AsList())
        {
            foreach (var b in right.AsList())
            {
                if (HoldsOne(a, b))
                    return true;
            }
        }
        return false;
    }

    private bool HoldsOne(ExpressionValue left, ExpressionValue right) =>
        (equality ? Compare(left, right) : CompareSizes(left, right)) is { } order ? orders(order) : whenIncomparable;

    private static int? Compare(ExpressionValue left, ExpressionValue right)
    {
        if (Either(ExpressionKind.Boolean, left, right) && !IsWord(left) && !IsWord(right))
            return left.AsBoolean().CompareTo(right.AsBoolean());
        if (IsBoth(ExpressionKind.Date, left, right))
            return CompareDates(left, right);
        if (Either(ExpressionKind.Number, left, right) || Either(ExpressionKind.Date, left, right))
            return CompareNumbers(left, right);
        return string.CompareOrdinal(left.AsText(), right.AsText());
    }

    private static int? CompareSizes(ExpressionValue left, ExpressionValue right) =>
        IsBoth(ExpressionKind.Date, left, right) ? CompareDates(left, right) : CompareNumbers(left, right);

    private static int? CompareNumbers(ExpressionValue left, ExpressionValue right) =>
        left.AsNumber() is { } a && right.AsNumber() is { } b ? a.CompareTo(b) : null;

    private static int? CompareDates(ExpressionValue left, ExpressionValue right) =>
        left.AsDate() is { } a && right.AsDate() is { } b ? a.CompareTo(b) : null;

    /// <summary>A date beside a date or beside its ISO text.</summary>
    private static bool IsBoth(ExpressionKind kind, ExpressionValue left, ExpressionValue right) =>
        (left.Kind == kind && right.Kind is ExpressionKind.Date or ExpressionKind.Text)
        || (right.Kind == kind && left.Kind is ExpressionKind.Date or ExpressionKind.Text);

    private static bool Either(ExpressionKind kind, ExpressionValue left, ExpressionValue right) => left.Kind == kind || right.Kind == kind;

    /// <summary>A yes/no item is written <c>'true'</c> in XLSForm, where comparing with text would otherwise make both true.</summary>
    private static bool IsWord(ExpressionValue value) => value.Kind is ExpressionKind.Text && value.AsText() is "true" or "false";
}
