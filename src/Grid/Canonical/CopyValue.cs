using System.Globalization;
using System.Text.Json.Nodes;

namespace Ptce.Grid.Canonical;

/// <summary>
/// A value inside a section's copy: text, a yes/no, or a sorted list of texts. Numbers travel as fixed-scale text, so that
/// no reader rounds them and 3.5 and 3.50 are one value.
/// </summary>
public readonly record struct CopyValue
{
    private readonly object _value;

    private CopyValue(object value) => _value = value;

    /// <summary>The text, or null when the value is a yes/no or a list.</summary>
    public string? AsText => _value as string;

    /// <summary>The yes/no, or null when the value is something else.</summary>
    public bool? AsFlag => _value as bool?;

    /// <summary>The list, or null when the value is something else.</summary>
    public IReadOnlyList<string>? AsList => _value as string[];

    /// <summary>The value read as a decimal; null when it is not a number.</summary>
    public decimal? AsDecimal =>
        _value is string text && decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>The value read as a date; null when it is not one.</summary>
    public DateOnly? AsDate =>
        _value is string text && DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;

    /// <summary>A text.</summary>
    /// <param name="text">Text or code.</param>
    public static CopyValue Text(string text) => new(text);

    /// <summary>A yes/no.</summary>
    /// <param name="flag">Yes or no.</param>
    public static CopyValue Flag(bool flag) => new(flag);

    /// <summary>A count.</summary>
    /// <param name="count">Whole number.</param>
    public static CopyValue Count(long count) => new(count.ToString(CultureInfo.InvariantCulture));

    /// <summary>A number with a fixed number of decimals, rounded half away from zero.</summary>
    /// <param name="number">The number.</param>
    /// <param name="scale">Decimals written, e.g. 2 for FTE.</param>
    public static CopyValue Number(decimal number, int scale) =>
        new(Math.Round(number, scale, MidpointRounding.AwayFromZero).ToString("F" + scale.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture));

    /// <summary>An amount in EUR, two decimals.</summary>
    /// <param name="cents">Euro cents.</param>
    public static CopyValue Amount(long cents) => Number(cents / 100m, 2);

    /// <summary>A date, ISO 8601.</summary>
    /// <param name="date">The date.</param>
    public static CopyValue Date(DateOnly date) => new(date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    /// <summary>A set of codes; order does not matter, so it is sorted here.</summary>
    /// <param name="codes">The codes.</param>
    public static CopyValue List(IEnumerable<string> codes) => new(codes.Order(StringComparer.Ordinal).ToArray());

    /// <summary>Same content.</summary>
    /// <param name="other">The other value.</param>
    public bool Equals(CopyValue other) =>
        _value is string[] mine && other._value is string[] theirs ? mine.SequenceEqual(theirs, StringComparer.Ordinal) : Equals(_value, other._value);

    /// <inheritdoc/>
    public override int GetHashCode() =>
        _value is string[] list ? list.Aggregate(0, (hash, code) => HashCode.Combine(hash, code)) : _value?.GetHashCode() ?? 0;

    /// <inheritdoc/>
    public override string ToString() => _value is string[] list ? string.Join(", ", list) : _value?.ToString() ?? "";

    internal JsonNode? ToJson() => _value switch
    {
        string text => JsonValue.Create(text),
        bool flag => JsonValue.Create(flag),
        string[] list => new JsonArray([.. list.Select(code => (JsonNode)JsonValue.Create(code))]),
        _ => null,
    };

    internal static CopyValue FromJson(JsonNode? node) => node switch
    {
        JsonArray list => List(list.Select(code => code!.GetValue<string>())),
        JsonValue value when value.TryGetValue<bool>(out var flag) => Flag(flag),
        JsonValue value when value.TryGetValue<string>(out var text) => Text(text),
        _ => throw new FormatException("A section's copy holds only texts, yes/no and lists of texts."),
    };
}
