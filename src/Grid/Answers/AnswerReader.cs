using System.Globalization;
using System.Text;
using System.Text.Json;
using Ptce.Grid.Canonical;
using Ptce.Grid.Definitions;

namespace Ptce.Grid.Answers;

/// <summary>A value that was read, or why it was refused; neither when the value is empty.</summary>
/// <param name="Value">The value in canonical form.</param>
/// <param name="Error">The refusal.</param>
public readonly record struct AnswerReading(CopyValue? Value, GridError? Error);

/// <summary>
/// Reads the value of an answer as it comes from a client, by its item's type, bounds and choices, into canonical form: text
/// NFC and trimmed, numbers with a fixed scale, dates ISO, sets sorted. What does not fit is refused; it cannot be stored.
/// </summary>
public static class AnswerReader
{
    private const int LineLength = 500;
    private const int TextLength = 10_000;

    /// <summary>Reads a value.</summary>
    /// <param name="section">Section of the item, for its choices.</param>
    /// <param name="item">Item or column.</param>
    /// <param name="value">JSON value; null, an empty text and an empty list are empty.</param>
    public static AnswerReading Read(SectionDefinition section, ItemDefinition item, JsonElement value)
    {
        if (value.ValueKind is JsonValueKind.Null or JsonValueKind.Undefined)
            return default;
        return item.Type switch
        {
            ItemType.Text or ItemType.LongText => Text(item, value),
            ItemType.Integer or ItemType.Decimal or ItemType.Amount or ItemType.Percentage => Number(item, value),
            ItemType.Boolean => Boolean(item, value),
            ItemType.Date => Date(item, value),
            ItemType.OneChoice => OneChoice(section, item, value),
            ItemType.SeveralChoices => SeveralChoices(section, item, value),
            ItemType.Member => Member(item, value),
            ItemType.Members => Members(item, value),
            _ => Refuse(AnswerErrors.NotAnswerable(item)),
        };
    }

    private static AnswerReading Text(ItemDefinition item, JsonElement value)
    {
        if (value.ValueKind is not JsonValueKind.String)
            return Refuse(AnswerErrors.NotText(item, value.GetRawText()));
        var text = value.GetString()!.Replace("\r\n", "\n", StringComparison.Ordinal).Trim();
        if (!text.IsNormalized())
            text = text.Normalize(NormalizationForm.FormC);
        var maximum = item.MaximumLength ?? (item.Type is ItemType.Text ? LineLength : TextLength);
        if (text.Length > maximum)
            return Refuse(AnswerErrors.TooLong(item, text, maximum));
        foreach (var c in text)
        {
            if (c == '\n' && item.Type is ItemType.Text)
                return Refuse(AnswerErrors.LineBreak(item, text));
            if (char.IsControl(c) && c is not ('\n' or '\t'))
                return Refuse(AnswerErrors.ControlCharacter(item));
        }
        return text.Length == 0 ? default : Accept(CopyValue.Text(text));
    }

    private static AnswerReading Number(ItemDefinition item, JsonElement value)
    {
        var given = value.ValueKind is JsonValueKind.String ? value.GetString()!.Trim() : value.GetRawText();
        if (given.Length == 0)
            return default;
        var read = value.ValueKind is JsonValueKind.Number
            ? value.TryGetDecimal(out var number)
            : decimal.TryParse(given, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out number) && value.ValueKind is JsonValueKind.String;
        if (!read)
            return Refuse(AnswerErrors.NotNumber(item, given));
        if (decimal.Round(number, item.Scale()) != number)
            return Refuse(AnswerErrors.TooPrecise(item, given));
        if (number < (item.Minimum ?? Least(item)))
            return Refuse(AnswerErrors.BelowMinimum(item with { Minimum = item.Minimum ?? Least(item) }, given));
        if (number > (item.Maximum ?? Greatest(item)))
            return Refuse(AnswerErrors.AboveMaximum(item with { Maximum = item.Maximum ?? Greatest(item) }, given));
        return Accept(CopyValue.Number(number, item.Scale()));
    }

    private static decimal Least(ItemDefinition item) => item.Type is ItemType.Percentage ? 0 : -Largest;

    private static decimal Greatest(ItemDefinition item) => item.Type is ItemType.Percentage ? 100 : Largest;

    /// <summary>Far above any figure of a PTCE, far below what a column of fixed scale or a sum could not hold.</summary>
    private const decimal Largest = 999_999_999_999m;

    private static AnswerReading Boolean(ItemDefinition item, JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.True => Accept(CopyValue.Flag(true)),
        JsonValueKind.False => Accept(CopyValue.Flag(false)),
        JsonValueKind.String when value.GetString() is "true" => Accept(CopyValue.Flag(true)),
        JsonValueKind.String when value.GetString() is "false" => Accept(CopyValue.Flag(false)),
        JsonValueKind.String when value.GetString() is "" => default,
        _ => Refuse(AnswerErrors.NotBoolean(item, value.GetRawText())),
    };

    private static AnswerReading Date(ItemDefinition item, JsonElement value)
    {
        var given = value.ValueKind is JsonValueKind.String ? value.GetString()!.Trim() : value.GetRawText();
        if (given.Length == 0)
            return default;
        return DateOnly.TryParseExact(given, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            && date.Year is >= 1800 and <= 2200
            ? Accept(CopyValue.Date(date))
            : Refuse(AnswerErrors.NotDate(item, given));
    }

    private static AnswerReading OneChoice(SectionDefinition section, ItemDefinition item, JsonElement value)
    {
        if (value.ValueKind is not JsonValueKind.String)
            return Refuse(AnswerErrors.NotChoice(item, value.GetRawText()));
        var given = value.GetString()!;
        if (given.Length == 0)
            return default;
        return Has(section, item, given) ? Accept(CopyValue.Text(given)) : Refuse(AnswerErrors.NotChoice(item, given));
    }

    private static AnswerReading SeveralChoices(SectionDefinition section, ItemDefinition item, JsonElement value)
    {
        var reading = Keys(item, value, given => Has(section, item, given) ? null : AnswerErrors.NotChoice(item, given));
        if (reading.Value?.AsList is not { } list)
            return reading;
        if (list.Count < item.Minimum)
            return Refuse(AnswerErrors.BelowMinimum(item, value.GetRawText()));
        return list.Count > item.Maximum ? Refuse(AnswerErrors.AboveMaximum(item, value.GetRawText())) : reading;
    }

    private static AnswerReading Member(ItemDefinition item, JsonElement value)
    {
        if (value.ValueKind is not JsonValueKind.String)
            return Refuse(AnswerErrors.NotMember(item, value.GetRawText()));
        var given = value.GetString()!.Trim();
        if (given.Length == 0)
            return default;
        return IsKey(given) ? Accept(CopyValue.Text(given)) : Refuse(AnswerErrors.NotMember(item, given));
    }

    private static AnswerReading Members(ItemDefinition item, JsonElement value) =>
        Keys(item, value, given => IsKey(given) ? null : AnswerErrors.NotMember(item, given));

    private static AnswerReading Keys(ItemDefinition item, JsonElement value, Func<string, GridError?> check)
    {
        if (value.ValueKind is not JsonValueKind.Array)
            return Refuse(AnswerErrors.NotList(item, value.GetRawText()));
        var keys = new List<string>();
        foreach (var element in value.EnumerateArray())
        {
            if (element.ValueKind is not JsonValueKind.String)
                return Refuse(AnswerErrors.NotText(item, element.GetRawText()));
            var key = element.GetString()!;
            if (check(key) is { } error)
                return Refuse(error);
            if (keys.Contains(key))
                return Refuse(AnswerErrors.Repeated(item, key));
            keys.Add(key);
        }
        return keys.Count == 0 ? default : Accept(CopyValue.List(keys));
    }

    private static bool Has(SectionDefinition section, ItemDefinition item, string value)
    {
        foreach (var choice in section.ChoicesOf(item))
        {
            if (choice.Value == value)
                return true;
        }
        return false;
    }

    private static bool IsKey(string text) => text.Length is > 0 and <= 200 && !text.Any(c => char.IsControl(c) || char.IsWhiteSpace(c));

    private static AnswerReading Accept(CopyValue value) => new(value, null);

    private static AnswerReading Refuse(GridError error) => new(null, error);
}
