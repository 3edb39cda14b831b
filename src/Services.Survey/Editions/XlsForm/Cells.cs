using System.Globalization;

namespace Ptce.Survey.Editions.XlsForm;

/// <summary>Reads a cell's yes/no, number or word, and tells what it cannot read.</summary>
internal static class Cells
{
    public static bool Flag(this SheetRow row, string header) => row[header] is { } text && IsYes(text);

    public static bool IsYes(string text) => text.Trim().ToLowerInvariant() is "yes" or "true" or "true()" or "1" or "oui";

    public static bool IsNo(string text) => text.Trim().ToLowerInvariant() is "no" or "false" or "false()" or "0" or "non";

    public static decimal? Number(this SheetRow row, string header, IssueList issues)
    {
        if (row[header] is not { } text)
            return null;
        if (decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
            return number;
        issues.Fail(XlsFormIssues.Value("survey", row.Number, header, text, "un nombre", "a number"));
        return null;
    }

    public static T? Word<T>(this SheetRow row, string header, IssueList issues)
        where T : struct, Enum
    {
        if (row[header] is not { } text)
            return null;
        if (XlsFormTypes.Parse<T>(text) is { } value)
            return value;
        var words = string.Join(", ", Enum.GetValues<T>().Select(XlsFormTypes.Word));
        issues.Fail(XlsFormIssues.Value("survey", row.Number, header, text, words, words));
        return null;
    }
}
