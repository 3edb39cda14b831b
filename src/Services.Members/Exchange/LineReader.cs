using System.Globalization;
using System.Text.Json.Nodes;

namespace Ptce.Members.Exchange;

/// <summary>Reads the cells of one line into JSON members of the API's records, and notes what cannot be read.</summary>
internal sealed class LineReader(TableLine line, List<CellFault> faults)
{
    private static readonly string[] DateFormats = ["yyyy-MM-dd", "dd/MM/yyyy", "d/M/yyyy"];

    /// <summary>The members that the columns tell, by field; cells in error are left out.</summary>
    public JsonObject Read(IEnumerable<Column> columns)
    {
        var told = new JsonObject();
        foreach (var column in columns)
        {
            if (line[column] is { } text && Value(column, text) is { } value)
                told[column.Field] = value;
        }
        return told;
    }

    public string? Code(Column column) => line[column] is { } text ? Choice(column, text) : null;

    public DateOnly? Date(Column column) => line[column] is { } text ? ReadDate(column, text) : null;

    public int? Year() => line[Columns.Year] is { } text && Number(Columns.Year, text) is { } number ? (int)Math.Clamp(number, 0, 9999) : null;

    public bool? Flag(Column column) => line[column] is { } text ? ReadFlag(column, text) : null;

    public IReadOnlyList<string> Codes(Column column) => line[column] is { } text ? [.. Many(column, text)] : [];

    public void Fault(Rule rule, Column column, string? value = null) => faults.Add(new(rule, line.Number, column.Name, value ?? line[column]));

    private JsonNode? Value(Column column, string text) => column switch
    {
        { Field: "legalCategories" } => new JsonArray(new JsonObject { ["code"] = text }),
        { Field: "labels" } => new JsonArray([.. Many(column, text).Select(code => (JsonNode)new JsonObject { ["label"] = code })]),
        { Field: "naf" } => Naf(text),
        { Many: true } => new JsonArray([.. Many(column, text).Select(code => (JsonNode)JsonValue.Create(code))]),
        { Choices: not null } => Choice(column, text),
        { Type: "number" } => Number(column, text) is { } number ? JsonValue.Create(number) : null,
        { Type: "integer" } => Whole(column, text) is { } whole ? JsonValue.Create(whole) : null,
        { Type: "boolean" } => ReadFlag(column, text) is { } flag ? JsonValue.Create(flag) : null,
        _ => JsonValue.Create(text),
    };

    private static JsonArray Naf(string text)
    {
        var parts = text.Split(':', 2);
        return new JsonArray(new JsonObject { ["nomenclature"] = parts.Length == 2 ? parts[0] : "NAFRev2", ["code"] = parts[^1] });
    }

    private IEnumerable<string> Many(Column column, string text)
    {
        foreach (var part in text.Split('|', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (column.Choices is null)
                yield return part;
            else if (column.Choices.Read(part) is { } code)
                yield return code;
            else
                faults.Add(new(FieldRules.NotInList, line.Number, column.Name, part));
        }
    }

    private string? Choice(Column column, string text)
    {
        if (column.Choices!.Read(text) is { } code)
            return code;
        Fault(FieldRules.NotInList, column);
        return null;
    }

    private decimal? Number(Column column, string text)
    {
        var plain = string.Concat(text.Where(c => !char.IsWhiteSpace(c) && c is not ('\u202F' or '\u00A0' or '€'))).Replace(',', '.');
        if (decimal.TryParse(plain, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
            return number;
        Fault(ExchangeRules.NotANumber, column);
        return null;
    }

    private int? Whole(Column column, string text)
    {
        if (Number(column, text) is not { } number)
            return null;
        if (number == decimal.Truncate(number) && Math.Abs(number) <= int.MaxValue)
            return (int)number;
        Fault(ExchangeRules.NotWhole, column);
        return null;
    }

    private DateOnly? ReadDate(Column column, string text)
    {
        if (DateOnly.TryParseExact(text, DateFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
            return date;
        Fault(ExchangeRules.NotADate, column);
        return null;
    }

    private bool? ReadFlag(Column column, string text)
    {
        switch (text.ToLowerInvariant())
        {
            case "oui" or "o" or "vrai" or "true" or "yes" or "1" or "x":
                return true;
            case "non" or "n" or "faux" or "false" or "no" or "0":
                return false;
            default:
                Fault(ExchangeRules.NotAFlag, column);
                return null;
        }
    }
}
