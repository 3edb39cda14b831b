using System.Globalization;
using Ptce.Grid.Definitions;

namespace Ptce.Survey.Editions.XlsForm;

/// <summary>
/// Writes a section's version as an XLSForm workbook, which people edit in a spreadsheet and ODK or KoboToolbox run
/// (https://xlsform.org). Tables become repeats, groups groups, yes/no a list; what XLSForm has no word for stands in
/// <c>ptce_</c> columns.
/// </summary>
internal static class WriteXlsForm
{
    public const string YesNo = "ptce_yes_no";

    /// <summary>A group and an item may share a key in the grid, never in a form: groups get a name of their own.</summary>
    public const string GroupPrefix = "grp_";

    private static readonly string[] SurveyHeaders =
    [
        "type", "name", $"label::{XlsFormColumns.French}", $"label::{XlsFormColumns.English}", $"hint::{XlsFormColumns.French}", $"hint::{XlsFormColumns.English}",
        "required", "relevant", "constraint", $"constraint_message::{XlsFormColumns.French}", $"constraint_message::{XlsFormColumns.English}", "calculation", "choice_filter", "appearance",
        "ptce_type", "ptce_unit", "ptce_minimum", "ptce_maximum", "ptce_decimals", "ptce_maximum_length", "ptce_required", "ptce_constraint", "ptce_disclosure", "ptce_examples", "ptce_core", "ptce_record",
    ];

    public static Workbook Of(SectionDefinition section) =>
        new([Survey(section), Choices(section), Settings(section), .. section.Records.Count > 0 ? [Records(section)] : Array.Empty<Sheet>()]);

    private static Sheet Survey(SectionDefinition section)
    {
        var rows = new List<Dictionary<string, string?>>();
        foreach (var group in section.Groups)
        {
            var kind = group.Record is null ? "group" : "repeat";
            rows.Add(Row($"begin_{kind}", GroupPrefix + group.Key, group.Label, group.Help, ("relevant", group.Relevant), ("ptce_record", group.Record)));
            foreach (var item in group.Items)
                AddItem(rows, item);
            rows.Add(Row($"end_{kind}", GroupPrefix + group.Key, null, null));
        }
        return Make("survey", SurveyHeaders, rows);
    }

    private static void AddItem(List<Dictionary<string, string?>> rows, ItemDefinition item)
    {
        rows.Add(OfItem(item));
        if (item.Type is not ItemType.Table)
            return;
        foreach (var column in item.Columns)
            rows.Add(OfItem(column));
        rows.Add(Row("end_repeat", item.Code, null, null));
    }

    private static Dictionary<string, string?> OfItem(ItemDefinition item)
    {
        var isTable = item.Type is ItemType.Table;
        var required = item.RequiredWhen ?? (item.Required ? "yes" : null);
        return Row(
            TypeOf(item), item.Code, item.Label, item.Help,
            (isTable ? "ptce_required" : "required", required),
            ("relevant", item.Relevant),
            (isTable ? "ptce_constraint" : "constraint", isTable ? item.Constraint : XlsFormBounds.Join(item)),
            ($"constraint_message::{XlsFormColumns.French}", item.ConstraintMessage?.Fr),
            ($"constraint_message::{XlsFormColumns.English}", item.ConstraintMessage?.En),
            ("calculation", item.Calculation),
            ("choice_filter", item.ChoiceFilter),
            ("appearance", item.Type is ItemType.LongText ? "multiline" : null),
            ("ptce_type", item.Type is ItemType.Amount or ItemType.Percentage or ItemType.Member or ItemType.Members ? XlsFormTypes.Word(item.Type) : null),
            ("ptce_unit", item.Unit),
            ("ptce_minimum", Number(item.Minimum)),
            ("ptce_maximum", Number(item.Maximum)),
            ("ptce_decimals", Number(item.Decimals)),
            ("ptce_maximum_length", Number(item.MaximumLength)),
            ("ptce_disclosure", XlsFormTypes.Word(item.Disclosure)),
            ("ptce_examples", item.Examples ? "yes" : null),
            ("ptce_core", item.Core ? "yes" : null));
    }

    private static string TypeOf(ItemDefinition item) => item.Type switch
    {
        ItemType.Integer => "integer",
        ItemType.Decimal or ItemType.Amount or ItemType.Percentage => "decimal",
        ItemType.Boolean => $"select_one {YesNo}",
        ItemType.Date => "date",
        ItemType.OneChoice => $"select_one {item.Choices}",
        ItemType.SeveralChoices => $"select_multiple {item.Choices}",
        ItemType.Table => "begin_repeat",
        ItemType.Calculation => "calculate",
        ItemType.Note => "note",
        _ => "text",
    };

    private static Sheet Choices(SectionDefinition section)
    {
        var attributes = section.Choices.Values.SelectMany(list => list).SelectMany(choice => choice.Attributes?.Keys ?? []).Distinct(StringComparer.Ordinal).ToList();
        var rows = new List<Dictionary<string, string?>>();
        foreach (var (list, choices) in section.Choices)
            rows.AddRange(choices.Select(choice => OfChoice(list, choice)));
        if (section.AllItems().Any(item => item.Type is ItemType.Boolean))
        {
            rows.Add(OfChoice(YesNo, new Choice { Value = "true", Label = new("Oui", "Yes") }));
            rows.Add(OfChoice(YesNo, new Choice { Value = "false", Label = new("Non", "No") }));
        }
        return Make("choices", ["list_name", "name", $"label::{XlsFormColumns.French}", $"label::{XlsFormColumns.English}", .. attributes], rows);
    }

    private static Dictionary<string, string?> OfChoice(string list, Choice choice)
    {
        var row = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["list_name"] = list,
            ["name"] = choice.Value,
            [$"label::{XlsFormColumns.French}"] = choice.Label.Fr,
            [$"label::{XlsFormColumns.English}"] = choice.Label.En,
        };
        foreach (var (name, value) in choice.Attributes ?? new Dictionary<string, string>())
            row[name] = value;
        return row;
    }

    private static Sheet Settings(SectionDefinition section)
    {
        var row = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["form_title"] = section.Label.Fr,
            ["form_id"] = $"ptce-{section.Key}",
            ["version"] = Number(section.Version),
            ["default_language"] = XlsFormColumns.French,
            ["ptce_section"] = section.Key,
            ["ptce_owner"] = section.Owner,
            ["ptce_label::fr"] = section.Label.Fr,
            ["ptce_label::en"] = section.Label.En,
            ["ptce_note::fr"] = section.Note?.Fr,
            ["ptce_note::en"] = section.Note?.En,
        };
        return Make("settings", [.. row.Keys], [row]);
    }

    private static Sheet Records(SectionDefinition section) => Make(
        "ptce_records",
        ["name", $"label::{XlsFormColumns.French}", $"label::{XlsFormColumns.English}"],
        [.. section.Records.Select(record => new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["name"] = record.Key,
            [$"label::{XlsFormColumns.French}"] = record.Label.Fr,
            [$"label::{XlsFormColumns.English}"] = record.Label.En,
        })]);

    private static Dictionary<string, string?> Row(string type, string name, LocalizedText? label, LocalizedText? hint, params (string Header, string? Value)[] others)
    {
        var row = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["type"] = type,
            ["name"] = name,
            [$"label::{XlsFormColumns.French}"] = label?.Fr,
            [$"label::{XlsFormColumns.English}"] = label?.En,
            [$"hint::{XlsFormColumns.French}"] = hint?.Fr,
            [$"hint::{XlsFormColumns.English}"] = hint?.En,
        };
        foreach (var (header, value) in others)
            row[header] = value;
        return row;
    }

    private static Sheet Make(string name, IReadOnlyList<string> headers, List<Dictionary<string, string?>> rows) => new(
        name,
        headers,
        [.. rows.Select((row, at) => new SheetRow(at + 2, row.Where(cell => !string.IsNullOrEmpty(cell.Value)).ToDictionary(cell => cell.Key, cell => cell.Value!, StringComparer.OrdinalIgnoreCase)))]);

    private static string? Number(decimal? number) => number?.ToString("0.############", CultureInfo.InvariantCulture);
}
