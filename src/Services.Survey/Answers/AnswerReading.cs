using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Ptce.Grid.Canonical;
using Ptce.Grid.Definitions;
using Ptce.ServiceDefaults.Problems;

namespace Ptce.Survey.Answers;

/// <summary>
/// Reads what a client sent for an item into the one stored form: numbers as fixed-scale text, text in NFC without blanks around it, choices by code. What
/// does not fit the item is refused; what fits but breaks a rule over several items is stored and reported by the checks.
/// </summary>
internal static class AnswerReading
{
    private const int LongestText = 500;
    private const int LongestLongText = 20_000;
    private const int LongestComment = 4_000;
    private const int MostExamples = 10;

    public static FieldError? Read(ChangeRequest sent, IndexedItem place, out AnswerContent? content)
    {
        content = null;
        if (!place.IsAsked)
            return AnswerProblems.NotAsked;
        if (place.Table is null != sent.Row is null)
            return sent.Row is null ? AnswerProblems.RowMissing : AnswerProblems.RowUnexpected;
        var provenance = sent.Provenance ?? Provenances.Typed;
        if (!Provenances.IsKnown(provenance))
            return AnswerProblems.UnknownProvenance with { Value = provenance };
        if (sent.Comment?.Length > LongestComment || sent.Source?.Length > LongestComment)
            return AnswerProblems.CommentTooLong;
        if (sent.Examples is { } examples && (examples.Count > MostExamples || examples.Any(e => e is null || e.Length > LongestText)))
            return AnswerProblems.TooManyExamples;
        if (ReadState(sent, place, out var state, out var value) is { } refused)
            return refused;
        content = new AnswerContent
        {
            State = state,
            Value = value,
            Comment = Clean(sent.Comment),
            Examples = [.. (sent.Examples ?? []).Select(Clean).OfType<string>()],
            Provenance = provenance,
            Source = Clean(sent.Source),
            Evidence = sent.Evidence ?? [],
        };
        return null;
    }

    private static FieldError? ReadState(ChangeRequest sent, IndexedItem place, out string state, out CopyValue? value)
    {
        value = null;
        state = sent.State ?? (IsNothing(sent.Value) ? AnswerStates.Empty : AnswerStates.Answered);
        if (place.IsTable)
            return state is AnswerStates.Removed && IsNothing(sent.Value) ? null : AnswerProblems.TableHasNoValue;
        switch (state)
        {
            case AnswerStates.NotApplicable or AnswerStates.Unknown or AnswerStates.Empty:
                return IsNothing(sent.Value) ? null : AnswerProblems.ValueAndState;
            case AnswerStates.Answered when sent.Value is { } json && !IsNothing(json):
                var refused = ReadValue(json, place, out var read);
                value = read;
                return refused;
            default:
                return AnswerProblems.UnknownState with { Value = state };
        }
    }

    private static FieldError? ReadValue(JsonElement json, IndexedItem place, out CopyValue? value)
    {
        value = null;
        var item = place.Item;
        switch (item.Type)
        {
            case ItemType.Text or ItemType.LongText:
                return ReadText(json, item.MaximumLength ?? (item.Type == ItemType.Text ? LongestText : LongestLongText), out value);
            case ItemType.Integer or ItemType.Decimal or ItemType.Amount or ItemType.Percentage:
                return ReadNumber(json, item, out value);
            case ItemType.Boolean:
                return ReadFlag(json, out value);
            case ItemType.Date:
                return ReadDate(json, out value);
            case ItemType.OneChoice:
                return ReadChoice(json, place, out value);
            case ItemType.SeveralChoices:
                return ReadList(json, item, code => place.Choices.Any(c => c.Value == code) ? null : AnswerProblems.UnknownChoice(code), out value);
            case ItemType.Member:
                if (json.ValueKind != JsonValueKind.String || Clean(json.GetString()) is not { } key || !IsMemberKey(key))
                    return AnswerProblems.NotMember;
                value = CopyValue.Text(key);
                return null;
            case ItemType.Members:
                return ReadList(json, item, key => IsMemberKey(key) ? null : AnswerProblems.NotMember with { Value = key }, out value);
            default:
                return AnswerProblems.NotAsked;
        }
    }

    private static FieldError? ReadText(JsonElement json, int most, out CopyValue? value)
    {
        value = null;
        if (json.ValueKind != JsonValueKind.String || Clean(json.GetString()) is not { } text)
            return AnswerProblems.NotText;
        if (text.Length > most)
            return AnswerProblems.TooLong(most);
        value = CopyValue.Text(text);
        return null;
    }

    private static FieldError? ReadNumber(JsonElement json, ItemDefinition item, out CopyValue? value)
    {
        value = null;
        if (!TryNumber(json, out var number))
            return AnswerProblems.NotNumber;
        if (decimal.Round(number, item.Scale()) != number)
            return AnswerProblems.TooPrecise(item.Scale());
        var (least, most) = item.Type == ItemType.Percentage ? (item.Minimum ?? 0, item.Maximum ?? 100) : (item.Minimum, item.Maximum);
        if (number < least || number > most)
            return AnswerProblems.OutOfBounds(least, most);
        value = CopyValue.Number(number, item.Scale());
        return null;
    }

    private static bool TryNumber(JsonElement json, out decimal number)
    {
        number = 0;
        return json.ValueKind switch
        {
            JsonValueKind.Number => json.TryGetDecimal(out number),
            JsonValueKind.String => decimal.TryParse(json.GetString(), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out number),
            _ => false,
        };
    }

    private static FieldError? ReadFlag(JsonElement json, out CopyValue? value)
    {
        value = json.ValueKind switch
        {
            JsonValueKind.True => CopyValue.Flag(true),
            JsonValueKind.False => CopyValue.Flag(false),
            _ => null,
        };
        return value is null ? AnswerProblems.NotBoolean : null;
    }

    private static FieldError? ReadDate(JsonElement json, out CopyValue? value)
    {
        value = null;
        if (json.ValueKind != JsonValueKind.String
            || !DateOnly.TryParseExact(json.GetString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
            return AnswerProblems.NotDate;
        value = CopyValue.Date(date);
        return null;
    }

    private static FieldError? ReadChoice(JsonElement json, IndexedItem place, out CopyValue? value)
    {
        value = null;
        if (json.ValueKind != JsonValueKind.String)
            return AnswerProblems.NotText;
        var code = json.GetString()!;
        if (!place.Choices.Any(c => c.Value == code))
            return AnswerProblems.UnknownChoice(code);
        value = CopyValue.Text(code);
        return null;
    }

    private static FieldError? ReadList(JsonElement json, ItemDefinition item, Func<string, FieldError?> check, out CopyValue? value)
    {
        value = null;
        if (json.ValueKind != JsonValueKind.Array || json.EnumerateArray().Any(e => e.ValueKind != JsonValueKind.String))
            return AnswerProblems.NotList;
        var codes = json.EnumerateArray().Select(e => e.GetString()!).Distinct(StringComparer.Ordinal).ToList();
        if (codes.Select(check).FirstOrDefault(refused => refused is not null) is { } wrong)
            return wrong;
        if (codes.Count < item.Minimum || codes.Count > item.Maximum)
            return AnswerProblems.OutOfBounds(item.Minimum, item.Maximum);
        value = CopyValue.List(codes);
        return null;
    }

    private static bool IsMemberKey(string key) =>
        key.Length is > 4 and <= 120 && (key.StartsWith("siren:", StringComparison.Ordinal) || key.StartsWith("rna:", StringComparison.Ordinal) || key.StartsWith("code:", StringComparison.Ordinal));

    private static bool IsNothing([NotNullWhen(false)] JsonElement? json) =>
        json is not { ValueKind: not (JsonValueKind.Null or JsonValueKind.Undefined) } given
        || (given.ValueKind == JsonValueKind.String && string.IsNullOrWhiteSpace(given.GetString()));

    private static string? Clean(string? text) =>
        string.IsNullOrWhiteSpace(text) ? null : text.Trim().Normalize(NormalizationForm.FormC);
}
