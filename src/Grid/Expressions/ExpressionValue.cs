using System.Globalization;

namespace Ptce.Grid.Expressions;

/// <summary>
/// A value in an expression. Numbers are decimals: 0.1 + 0.2 is 0.3. What is not known stays <see cref="ExpressionKind.Empty"/>
/// through arithmetic, where XPath has NaN, and never counts as zero.
/// </summary>
public readonly record struct ExpressionValue
{
    private static readonly DateOnly Epoch = new(1970, 1, 1);
    private readonly decimal number;
    private readonly object? held;

    private ExpressionValue(ExpressionKind kind, decimal number, object? held)
    {
        Kind = kind;
        this.number = number;
        this.held = held;
    }

    /// <summary>What the value is.</summary>
    public ExpressionKind Kind { get; }

    /// <summary>No value.</summary>
    public static ExpressionValue Empty => default;

    /// <summary>True when there is no value.</summary>
    public bool IsEmpty => Kind is ExpressionKind.Empty;

    /// <summary>A number.</summary>
    /// <param name="number">The number.</param>
    public static ExpressionValue Of(decimal number) => new(ExpressionKind.Number, number, null);

    /// <summary>A number, or empty when it is not known.</summary>
    /// <param name="number">The number.</param>
    public static ExpressionValue Of(decimal? number) => number is { } known ? Of(known) : Empty;

    /// <summary>A text; the empty text is <see cref="Empty"/>.</summary>
    /// <param name="text">The text.</param>
    public static ExpressionValue Of(string? text) => string.IsNullOrEmpty(text) ? Empty : new(ExpressionKind.Text, 0, text);

    /// <summary>True or false.</summary>
    /// <param name="flag">The flag.</param>
    public static ExpressionValue Of(bool flag) => new(ExpressionKind.Boolean, flag ? 1 : 0, null);

    /// <summary>A date.</summary>
    /// <param name="date">The date.</param>
    public static ExpressionValue Of(DateOnly date) => new(ExpressionKind.Date, date.DayNumber - Epoch.DayNumber, null);

    /// <summary>The answers of one item over the rows of a table.</summary>
    /// <param name="values">One value a row.</param>
    public static ExpressionValue Of(IReadOnlyList<ExpressionValue> values) => new(ExpressionKind.List, 0, values);

    /// <summary>The values of a list; any other value is a list of itself.</summary>
    public IReadOnlyList<ExpressionValue> AsList() => held as IReadOnlyList<ExpressionValue> ?? [this];

    /// <summary>The first value of a list, or the value itself.</summary>
    public ExpressionValue First() =>
        held is IReadOnlyList<ExpressionValue> list ? (list.Count == 0 ? Empty : list[0]) : this;

    /// <summary>The value as a number; null when it has none. A date is days since 1 January 1970, as in ODK.</summary>
    public decimal? AsNumber() => Kind switch
    {
        ExpressionKind.Number or ExpressionKind.Boolean or ExpressionKind.Date => number,
        ExpressionKind.Text when decimal.TryParse((string)held!, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var parsed) => parsed,
        ExpressionKind.List => First().AsNumber(),
        _ => null,
    };

    /// <summary>The value as text; empty when there is none.</summary>
    public string AsText() => Kind switch
    {
        ExpressionKind.Text => (string)held!,
        ExpressionKind.Number => number.ToString("0.############################", CultureInfo.InvariantCulture),
        ExpressionKind.Boolean => number != 0 ? "true" : "false",
        ExpressionKind.Date => DateOnly.FromDayNumber((int)number + Epoch.DayNumber).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        ExpressionKind.List => First().AsText(),
        _ => "",
    };

    /// <summary>The value as a condition: a number that is not zero, a text that is not empty.</summary>
    public bool AsBoolean() => Kind switch
    {
        ExpressionKind.Number or ExpressionKind.Boolean => number != 0,
        ExpressionKind.Text or ExpressionKind.Date => true,
        ExpressionKind.List => First().AsBoolean(),
        _ => false,
    };

    /// <summary>The value as a date; null when it is not one. A number is days since 1 January 1970.</summary>
    public DateOnly? AsDate() => Kind switch
    {
        ExpressionKind.Date or ExpressionKind.Number => FromDays(number),
        ExpressionKind.Text => ParseDate((string)held!),
        ExpressionKind.List => First().AsDate(),
        _ => null,
    };

    /// <inheritdoc/>
    public override string ToString() =>
        held is IReadOnlyList<ExpressionValue> list ? string.Join(", ", list.Select(value => value.AsText())) : AsText();

    private static DateOnly? FromDays(decimal days)
    {
        if (days < -Epoch.DayNumber || days >= DateOnly.MaxValue.DayNumber - Epoch.DayNumber + 1)
            return null;
        return DateOnly.FromDayNumber((int)decimal.Floor(days) + Epoch.DayNumber);
    }

    // A date-time keeps its calendar day: "2015-06-30T08:00" is 30 June.
    private static DateOnly? ParseDate(string text) =>
        text.Length >= 10 && (text.Length == 10 || text[10] is 'T' or ' ')
        && DateOnly.TryParseExact(text.AsSpan(0, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date
            : null;
}
