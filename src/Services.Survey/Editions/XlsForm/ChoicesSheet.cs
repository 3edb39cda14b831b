using Ptce.Grid.Definitions;

namespace Ptce.Survey.Editions.XlsForm;

/// <summary>The sheet of choices: lists in the order in which they first come, cascading columns kept as attributes.</summary>
internal sealed class ChoicesSheet
{
    private readonly List<KeyValuePair<string, List<Choice>>> lists = [];
    private readonly Dictionary<(string List, string Value), int> rows = [];

    public ChoicesSheet(Sheet? sheet, IssueList issues)
    {
        if (sheet is null)
            return;
        foreach (var column in new[] { "list_name", "name" })
        {
            if (!sheet.Headers.Contains(column, StringComparer.OrdinalIgnoreCase))
                issues.Fail(XlsFormIssues.NoColumn("choices", column));
        }
        foreach (var row in sheet.Rows)
            Add(row, issues);
    }

    public bool Has(string list) => lists.Any(known => known.Key == list);

    public int? RowOf(string list, string? value) =>
        rows.TryGetValue((list, value ?? ""), out var row) ? row : rows.Where(known => known.Key.List == list).Select(known => (int?)known.Value).FirstOrDefault();

    /// <summary>Adds <c>other</c> to a list, for <c>or_other</c>.</summary>
    public void AddOther(string list)
    {
        var choices = lists.FirstOrDefault(known => known.Key == list).Value;
        if (choices is not null && choices.All(choice => choice.Value != "other"))
            choices.Add(new Choice { Value = "other", Label = new("Autre", "Other") });
    }

    /// <summary>The lists; that of yes/no, which stands for a type, is left out.</summary>
    public Dictionary<string, IReadOnlyList<Choice>> Lists()
    {
        var result = new Dictionary<string, IReadOnlyList<Choice>>(StringComparer.Ordinal);
        foreach (var (list, choices) in lists)
        {
            if (list != WriteXlsForm.YesNo)
                result[list] = choices;
        }
        return result;
    }

    private void Add(SheetRow row, IssueList issues)
    {
        if (row["list_name"] is not { } list)
            return;
        if (row["name"] is not { } value)
        {
            issues.Fail(XlsFormIssues.Value("choices", row.Number, "name", "", "une valeur", "a value"));
            return;
        }
        var attributes = row.Cells.Where(cell => IsAttribute(cell.Key)).ToDictionary(cell => cell.Key, cell => cell.Value, StringComparer.Ordinal);
        var choices = lists.FirstOrDefault(known => known.Key == list).Value;
        if (choices is null)
            lists.Add(new(list, choices = []));
        rows[(list, value)] = row.Number;
        choices.Add(new Choice
        {
            Value = value,
            Label = XlsFormColumns.Text(row, "label") ?? new LocalizedText(value, value),
            Attributes = attributes.Count > 0 ? attributes : null,
        });
    }

    private static bool IsAttribute(string header) =>
        header is not ("list_name" or "name" or "label" or "image" or "audio" or "video" or "order")
        && !header.StartsWith("label::", StringComparison.OrdinalIgnoreCase)
        && !header.StartsWith("media::", StringComparison.OrdinalIgnoreCase);
}
