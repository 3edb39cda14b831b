using System.Text.Json;
using Ptce.Grid.Definitions;

namespace Ptce.Survey.Editions.XlsForm;

/// <summary>How a type of question is called in XLSForm, in its many spellings.</summary>
internal static class XlsFormTypes
{
    private static readonly string[] OneOf = ["select_one ", "select one from ", "select one ", "select1 ", "add select one prompt using "];
    private static readonly string[] SeveralOf = ["select_multiple ", "select multiple from ", "select multiple ", "select all that apply from ", "select all that apply ", "add select multiple prompt using "];

    /// <summary>Filled by the device, not by people.</summary>
    public static readonly HashSet<string> Metadata = new(StringComparer.OrdinalIgnoreCase)
    {
        "start", "end", "today", "deviceid", "device id", "subscriberid", "simserial", "phonenumber", "username", "email", "audit", "start-geopoint", "background-audio", "background-geopoint", "caseid", "xml-external", "csv-external",
    };

    /// <summary>Answers that the grid does not hold: places, files, ranks.</summary>
    public static readonly HashSet<string> LeftOut = new(StringComparer.OrdinalIgnoreCase)
    {
        "geopoint", "geotrace", "geoshape", "location", "gps", "image", "photo", "audio", "video", "file", "rank",
    };

    public static readonly HashSet<string> AsText = new(StringComparer.OrdinalIgnoreCase) { "time", "datetime", "date time", "barcode", "hidden" };

    public static ItemType? Simple(string type) => type.ToLowerInvariant() switch
    {
        "text" or "string" => ItemType.Text,
        "integer" or "int" => ItemType.Integer,
        "decimal" or "range" => ItemType.Decimal,
        "date" => ItemType.Date,
        "note" => ItemType.Note,
        "calculate" => ItemType.Calculation,
        "acknowledge" or "trigger" => ItemType.Boolean,
        _ => null,
    };

    /// <summary>The list of a select and whether it takes several; null when the type is no select.</summary>
    public static (string List, bool Several, bool OrOther)? Select(string type)
    {
        foreach (var (starts, several) in new[] { (OneOf, false), (SeveralOf, true) })
        {
            foreach (var start in starts)
            {
                if (type.StartsWith(start, StringComparison.OrdinalIgnoreCase))
                    return OfSelect(type[start.Length..].Trim(), several);
            }
        }
        return null;
    }

    /// <summary>The word of a value of an enumeration as it stands in JSON, e.g. <c>by-name</c>.</summary>
    public static string Word<T>(T value)
        where T : struct, Enum => JsonSerializer.Serialize(value).Trim('"');

    public static T? Parse<T>(string word)
        where T : struct, Enum
    {
        foreach (var value in Enum.GetValues<T>())
        {
            if (Word(value).Equals(word, StringComparison.OrdinalIgnoreCase))
                return value;
        }
        return null;
    }

    private static (string List, bool Several, bool OrOther) OfSelect(string rest, bool several)
    {
        foreach (var other in new[] { " or_other", " or specify other", " or other" })
        {
            if (rest.EndsWith(other, StringComparison.OrdinalIgnoreCase))
                return (rest[..^other.Length].Trim(), several, true);
        }
        return (rest, several, false);
    }
}
