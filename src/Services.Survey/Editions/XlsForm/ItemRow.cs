using System.Globalization;
using Ptce.Grid.Definitions;

namespace Ptce.Survey.Editions.XlsForm;

/// <summary>One question of the sheet, read into an item.</summary>
internal sealed class ItemRow(SheetRow row, string type, ChoicesSheet choices, IssueList issues)
{
    public ItemDefinition? Read()
    {
        if (TypeOf() is not var (kind, list))
        {
            issues.Fail(XlsFormIssues.UnknownType(row.Number, type));
            return null;
        }
        if (row["name"] is not { } name)
        {
            issues.Fail(XlsFormIssues.NoName(row.Number));
            return null;
        }
        WarnOfWhatIsLeftOut(kind);
        var isTable = kind is ItemType.Table;
        var (required, requiredWhen) = Required(isTable ? "ptce_required" : "required");
        var (minimum, maximum, decimals) = Bounds(kind);
        var item = new ItemDefinition
        {
            Code = name,
            Type = kind,
            Label = XlsFormColumns.Text(row, "label") ?? (kind is ItemType.Calculation ? new LocalizedText("", "") : new LocalizedText(name, name)),
            Help = XlsFormColumns.Text(row, "hint"),
            Unit = row["ptce_unit"],
            Minimum = minimum,
            Maximum = maximum,
            Decimals = decimals,
            MaximumLength = (int?)row.Number("ptce_maximum_length", issues),
            Choices = list,
            ChoiceFilter = row["choice_filter"],
            Required = required,
            RequiredWhen = requiredWhen,
            Relevant = row["relevant"],
            ConstraintMessage = XlsFormColumns.Text(row, "constraint_message"),
            Calculation = row["calculation"],
            Disclosure = row.Word<Disclosure>("ptce_disclosure", issues) ?? Disclosure.Aggregates,
            Examples = row.Flag("ptce_examples"),
            Core = row.Flag("ptce_core"),
        };
        return item with { Constraint = isTable ? row["ptce_constraint"] : XlsFormBounds.Split(item, row["constraint"]) };
    }

    private (ItemType Type, string? List)? TypeOf()
    {
        if (type == "begin_repeat")
            return (ItemType.Table, null);
        if (XlsFormTypes.Select(type) is var (list, several, orOther))
        {
            if (list == WriteXlsForm.YesNo)
                return (ItemType.Boolean, null);
            if (orOther)
            {
                choices.AddOther(list);
                issues.Warn(XlsFormIssues.OtherAdded(row.Number, list));
            }
            return (several ? ItemType.SeveralChoices : ItemType.OneChoice, list);
        }
        if (XlsFormTypes.AsText.Contains(type))
        {
            issues.Warn(XlsFormIssues.AsText(row.Number, type));
            return (ItemType.Text, null);
        }
        if (XlsFormTypes.Simple(type) is not { } simple)
            return null;
        if (row.Word<ItemType>("ptce_type", issues) is { } own)
            return (own, null);
        return simple switch
        {
            ItemType.Text when row["appearance"] is { } looks && looks.Contains("multiline", StringComparison.OrdinalIgnoreCase) => (ItemType.LongText, null),
            ItemType.Decimal when IsWholeRange() => (ItemType.Integer, null),
            _ => (simple, null),
        };
    }

    private bool IsWholeRange() =>
        type.Equals("range", StringComparison.OrdinalIgnoreCase) && decimal.TryParse(Parameter("step") ?? "1", NumberStyles.Number, CultureInfo.InvariantCulture, out var step) && step == decimal.Truncate(step);

    // "start=0 end=10 step=1"
    private string? Parameter(string name) => row["parameters"]?
        .Split([' ', ',', ';'], StringSplitOptions.RemoveEmptyEntries)
        .Select(part => part.Split('='))
        .FirstOrDefault(pair => pair.Length == 2 && pair[0].Equals(name, StringComparison.OrdinalIgnoreCase))?[1];

    private (decimal? Minimum, decimal? Maximum, int? Decimals) Bounds(ItemType kind)
    {
        var minimum = row.Number("ptce_minimum", issues);
        var maximum = row.Number("ptce_maximum", issues);
        if (type.Equals("range", StringComparison.OrdinalIgnoreCase))
        {
            minimum ??= Parsed(Parameter("start"));
            maximum ??= Parsed(Parameter("end"));
        }
        if (kind is ItemType.Table && Parsed(row["repeat_count"]) is { } count)
            (minimum, maximum) = (count, count);
        return (minimum, maximum, (int?)row.Number("ptce_decimals", issues));
    }

    private static decimal? Parsed(string? text) =>
        decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;

    private (bool Required, string? When) Required(string header)
    {
        if (row[header] is not { } text || Cells.IsNo(text))
            return (false, null);
        return Cells.IsYes(text) ? (true, null) : (false, text);
    }

    private void WarnOfWhatIsLeftOut(ItemType kind)
    {
        foreach (var header in new[] { "default", "trigger", "readonly" })
        {
            if (row[header] is { } value && !Cells.IsNo(value))
                issues.Warn(XlsFormIssues.ColumnLeftOut(row.Number, header, value));
        }
        if (kind is ItemType.Table && row["repeat_count"] is { } count && Parsed(count) is null)
            issues.Warn(XlsFormIssues.ColumnLeftOut(row.Number, "repeat_count", count));
    }
}
