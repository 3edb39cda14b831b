using Ptce.Grid.Answers;
using Ptce.Grid.Definitions;
using Ptce.Grid.Rules;

namespace Ptce.Survey.Editions.XlsForm;

/// <summary>What a workbook gave.</summary>
/// <param name="Section">The definition; null when there are errors.</param>
/// <param name="Errors">Why it cannot be taken over, each with sheet, row and column.</param>
/// <param name="Warnings">What was left out or changed.</param>
internal sealed record XlsFormReading(SectionDefinition? Section, IReadOnlyList<XlsFormIssue> Errors, IReadOnlyList<XlsFormIssue> Warnings);

/// <summary>
/// Reads an XLSForm workbook as a section's definition: one that <see cref="WriteXlsForm"/> wrote, without loss, or any form
/// made for ODK or KoboToolbox, as far as the grid goes; what it leaves out it says.
/// </summary>
internal static class ReadXlsForm
{
    /// <summary>Reads a workbook.</summary>
    /// <param name="file">The .xlsx file.</param>
    /// <param name="key">Key of the section; what the workbook says of itself does not count.</param>
    /// <param name="version">Version to give.</param>
    /// <param name="owner">Owner of the section.</param>
    public static XlsFormReading Of(byte[] file, string key, int version, string owner)
    {
        Workbook workbook;
        try
        {
            workbook = Workbook.Read(file);
        }
        catch (InvalidDataException)
        {
            return new XlsFormReading(null, [XlsFormIssues.NotAWorkbook()], []);
        }
        var issues = new IssueList();
        if (FindSheet(workbook, "survey", issues, "type", "name") is not { } survey)
            return new XlsFormReading(null, issues.Errors, issues.Warnings);
        if (!XlsFormColumns.HasBothLanguages(survey))
            issues.Warn(XlsFormIssues.OneLanguage("survey"));
        var choices = new ChoicesSheet(workbook.Find("choices") is { } sheet ? XlsFormColumns.Normalise(sheet) : null, issues);
        var surveySheet = new SurveySheet(survey, choices, issues);
        var groups = surveySheet.Read();
        var section = Describe(workbook, key, version, owner) with { Groups = groups, Choices = choices.Lists() };
        foreach (var error in SectionRules.Compile(section).Errors)
            issues.Fail(Place(error, surveySheet, choices));
        return new XlsFormReading(issues.Errors.Count == 0 ? section : null, issues.Errors, issues.Warnings);
    }

    private static Sheet? FindSheet(Workbook workbook, string name, IssueList issues, params string[] columns)
    {
        if (workbook.Find(name) is not { } found)
        {
            issues.Fail(XlsFormIssues.NoSheet(name));
            return null;
        }
        var sheet = XlsFormColumns.Normalise(found);
        foreach (var column in columns.Where(column => !sheet.Headers.Contains(column, StringComparer.OrdinalIgnoreCase)))
            issues.Fail(XlsFormIssues.NoColumn(name, column));
        return issues.Errors.Count == 0 ? sheet : null;
    }

    private static SectionDefinition Describe(Workbook workbook, string key, int version, string owner)
    {
        var settings = workbook.Find("settings") is { } sheet && XlsFormColumns.Normalise(sheet).Rows is [var first, ..] ? first : null;
        var title = settings?["form_title"] ?? key;
        return new SectionDefinition
        {
            Key = key,
            Version = version,
            Owner = owner,
            Label = (settings is null ? null : XlsFormColumns.Text(settings, "ptce_label")) ?? new LocalizedText(title, title),
            Note = settings is null ? null : XlsFormColumns.Text(settings, "ptce_note"),
            Records = workbook.Find("ptce_records") is { } records
                ? [.. XlsFormColumns.Normalise(records).Rows.Select(row => new RecordKind(row["name"] ?? "", XlsFormColumns.Text(row, "label") ?? new LocalizedText("", "")))]
                : [],
            Groups = [],
        };
    }

    /// <summary>The cell from which an error of the definition comes.</summary>
    private static XlsFormIssue Place(GridError error, SurveySheet survey, ChoicesSheet choices)
    {
        var (code, field) = error.Item.Split('/', 2) is [var first, var rest] ? (first, rest) : (error.Item, "");
        if (survey.RowOf(code, field) is { } row)
            return XlsFormIssues.Definition(error, "survey", row, HeaderOf(error.Code, field), !survey.IsJoined(code, field));
        if (choices.RowOf(code, field.Length > 0 ? field : error.Value) is { } choiceRow)
            return XlsFormIssues.Definition(error, "choices", choiceRow, field.Length > 0 ? "label" : "name", false);
        return XlsFormIssues.Definition(error, "survey", null, null, false);
    }

    private static string HeaderOf(string code, string field) => (code, field) switch
    {
        (_, "relevant") => "relevant",
        (_, "constraint") => "constraint",
        (_, "requiredWhen") => "required",
        (_, "calculation") => "calculation",
        (_, "choiceFilter") => "choice_filter",
        (_, "help") => "hint",
        (_, "constraintMessage") => "constraint_message",
        ("grid.definition.label", _) => "label",
        ("grid.definition.code" or "grid.definition.duplicate", _) => "name",
        ("grid.definition.calculation", _) => "calculation",
        ("grid.definition.cycle", _) => "relevant",
        ("grid.definition.record", _) => "ptce_record",
        ("grid.definition.bounds", _) => "ptce_minimum",
        ("grid.definition.choices-not-used", _) => "choice_filter",
        _ => "type",
    };
}
