using Ptce.Grid.Definitions;

namespace Ptce.Survey.Editions.XlsForm;

/// <summary>Headers of an XLSForm: the ones written here, and the other spellings that forms in the wild use.</summary>
internal static class XlsFormColumns
{
    public const string French = "Français (fr)";
    public const string English = "English (en)";

    /// <summary>What the grid knows and XLSForm does not stands in columns of its own, which ODK and KoboToolbox pass over.</summary>
    public const string Own = "ptce_";

    private static readonly Dictionary<string, string> Spellings = new(StringComparer.OrdinalIgnoreCase)
    {
        ["relevance"] = "relevant",
        ["calculate"] = "calculation",
        ["list name"] = "list_name",
        ["value"] = "name",
        ["command"] = "type",
        ["tag"] = "name",
        ["caption"] = "label",
        ["constraint message"] = "constraint_message",
        ["constraining message"] = "constraint_message",
        ["choice filter"] = "choice_filter",
        ["repeat_count"] = "repeat_count",
        ["read only"] = "readonly",
        ["read_only"] = "readonly",
        ["default language"] = "default_language",
        ["form title"] = "form_title",
        ["form id"] = "form_id",
        ["id_string"] = "form_id",
        ["title"] = "form_title",
        ["jr:constraintMsg"] = "constraint_message",
        ["bind::relevant"] = "relevant",
        ["bind::constraint"] = "constraint",
        ["bind::required"] = "required",
        ["bind::calculate"] = "calculation",
        ["control::appearance"] = "appearance",
    };

    /// <summary>Rewrites every header of a sheet to the usual spelling; <c>label:fr</c> becomes <c>label::fr</c>.</summary>
    public static Sheet Normalise(Sheet sheet)
    {
        var names = sheet.Headers.ToDictionary(header => header, Normalise, StringComparer.OrdinalIgnoreCase);
        return new Sheet(sheet.Name, [.. names.Values], [.. sheet.Rows.Select(row => new SheetRow(row.Number, Rename(row.Cells, names)))]);
    }

    /// <summary>A translated text of a row: French and English where given, else whatever language there is, in both.</summary>
    public static LocalizedText? Text(SheetRow row, string column)
    {
        string? fr = null, en = null, any = row[column];
        foreach (var (header, value) in row.Cells)
        {
            if (!header.StartsWith(column + "::", StringComparison.OrdinalIgnoreCase))
                continue;
            var language = header[(column.Length + 2)..].Trim();
            if (IsFrench(language))
                fr ??= value;
            else if (IsEnglish(language))
                en ??= value;
            else
                any ??= value;
        }
        var (first, second) = (fr ?? any ?? en, en ?? any ?? fr);
        return first is null || second is null ? null : new LocalizedText(first, second);
    }

    /// <summary>True when labels are given in French and in English.</summary>
    public static bool HasBothLanguages(Sheet sheet)
    {
        var languages = sheet.Headers.Where(header => header.StartsWith("label::", StringComparison.OrdinalIgnoreCase)).Select(header => header[7..].Trim()).ToList();
        return languages.Any(IsFrench) && (languages.Any(IsEnglish) || sheet.Headers.Contains("label", StringComparer.OrdinalIgnoreCase));
    }

    private static bool IsFrench(string language) => Is(language, "fr", "français", "francais", "french");

    private static bool IsEnglish(string language) => Is(language, "en", "english", "anglais");

    private static bool Is(string language, string code, params string[] names) =>
        language.Equals(code, StringComparison.OrdinalIgnoreCase)
        || language.Contains($"({code})", StringComparison.OrdinalIgnoreCase)
        || names.Any(name => language.StartsWith(name, StringComparison.OrdinalIgnoreCase));

    private static string Normalise(string header)
    {
        var (name, language) = header.Split(':', 2) is [var first, var rest] && !Spellings.ContainsKey(header) && !header.StartsWith("jr:", StringComparison.Ordinal)
            ? (first.Trim(), rest.TrimStart(':').Trim())
            : (header.Trim(), null);
        name = Spellings.GetValueOrDefault(name, name.ToLowerInvariant() is var lower && lower.StartsWith(Own, StringComparison.Ordinal) ? lower : name);
        return language is null ? name : $"{name}::{language}";
    }

    private static Dictionary<string, string> Rename(IReadOnlyDictionary<string, string> cells, Dictionary<string, string> names)
    {
        var renamed = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (header, value) in cells)
            renamed.TryAdd(names[header], value);
        return renamed;
    }
}
