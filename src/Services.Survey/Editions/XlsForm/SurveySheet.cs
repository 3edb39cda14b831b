using Ptce.Grid.Definitions;
using Ptce.Grid.Expressions;

namespace Ptce.Survey.Editions.XlsForm;

/// <summary>
/// The sheet of questions. Groups inside groups become groups of their own, shown when all around them are; a repeat becomes a
/// table, groups inside it join their condition to each column's.
/// </summary>
internal sealed class SurveySheet(Sheet sheet, ChoicesSheet choices, IssueList issues)
{
    private readonly List<GroupDefinition> groups = [];
    private readonly Stack<Frame> frames = new();
    private readonly Dictionary<string, SheetRow> itemRows = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SheetRow> groupRows = new(StringComparer.Ordinal);
    private readonly HashSet<string> joined = new(StringComparer.Ordinal);
    private GroupBuilder? current;

    /// <summary>Row of an item or group; null when it is not of this sheet. A group may have the code of an item: the one whose cell is filled is meant.</summary>
    public int? RowOf(string code, string field)
    {
        var item = itemRows.GetValueOrDefault(code);
        var group = groupRows.GetValueOrDefault(code);
        return (item is null || (group is not null && field == "relevant" && item["relevant"] is null) ? group ?? item : item)?.Number;
    }

    /// <summary>True when the expression was put together from several cells, so that places in it say nothing.</summary>
    public bool IsJoined(string code, string field) => joined.Contains($"{code}/{field}");

    public List<GroupDefinition> Read()
    {
        foreach (var row in sheet.Rows)
        {
            if (row["type"] is { } type)
                ReadRow(row, type.Trim());
        }
        Flush();
        foreach (var frame in frames)
            issues.Fail(XlsFormIssues.NotClosed(frame.Row.Number, frame.Row["name"] ?? frame.Key));
        return groups;
    }

    private void ReadRow(SheetRow row, string type)
    {
        var word = type.Replace(' ', '_').ToLowerInvariant();
        if (word is "begin_group" or "begin_repeat")
            Begin(row, word == "begin_repeat");
        else if (word is "end_group" or "end_repeat")
            End(row, type, word == "end_repeat");
        else if (XlsFormTypes.LeftOut.Contains(type) || type.Contains("_from_file", StringComparison.OrdinalIgnoreCase))
            issues.Warn(XlsFormIssues.LeftOut(row.Number, type));
        else if (!XlsFormTypes.Metadata.Contains(type))
            AddItem(row, new ItemRow(row, type, choices, issues).Read());
    }

    private void Begin(SheetRow row, bool repeat)
    {
        var name = row["name"] ?? $"group-{row.Number}";
        var isInTable = frames.Any(frame => frame.Table is not null);
        if (repeat && row["ptce_record"] is null)
        {
            if (isInTable)
                issues.Fail(XlsFormIssues.NestedRepeat(row.Number, name));
            frames.Push(new Frame(row, name, null, true) { Table = new TableBuilder(row) });
            return;
        }
        var key = name.StartsWith(WriteXlsForm.GroupPrefix, StringComparison.Ordinal) ? name[WriteXlsForm.GroupPrefix.Length..] : name;
        CheckSyntax(row, row["relevant"]);
        var around = Around;
        frames.Push(new Frame(row, key, And(around, row["relevant"]), repeat));
        if (isInTable)
            return;
        Flush();
        groupRows.TryAdd(key, row);
        if (around is not null)
            joined.Add(key + "/relevant");
    }

    private void End(SheetRow row, string type, bool repeat)
    {
        if (frames.Count == 0 || frames.Peek().IsRepeat != repeat)
        {
            issues.Fail(XlsFormIssues.NothingToClose(row.Number, type));
            return;
        }
        var frame = frames.Pop();
        if (frame.Table is { } table)
        {
            if (table.Columns.Count == 0)
                issues.Fail(XlsFormIssues.EmptyTable(frame.Row.Number, frame.Key));
            AddItem(table.Row, new ItemRow(table.Row, "begin_repeat", choices, issues).Read() is { } item ? item with { Columns = table.Columns } : null);
        }
        else if (frames.All(outer => outer.Table is null))
        {
            Flush();
        }
    }

    private void AddItem(SheetRow row, ItemDefinition? item)
    {
        if (item is null)
            return;
        itemRows[item.Code] = row;
        if (frames.FirstOrDefault(frame => frame.Table is not null)?.Table is not { } table)
        {
            (current ??= Open()).Items.Add(item);
            return;
        }
        if (Around is not null)
            joined.Add(item.Code + "/relevant");
        CheckSyntax(row, item.Relevant);
        table.Columns.Add(item with { Relevant = And(Around, item.Relevant) });
    }

    private GroupBuilder Open()
    {
        if (!frames.TryPeek(out var frame))
            return new GroupBuilder(Unused("main"), null, null);
        return new GroupBuilder(Unused(frame.Key), frame.Relevant, frame.Row);
    }

    // A group that goes on after an inner one comes again under another key.
    private string Unused(string key)
    {
        var candidate = key;
        for (var again = 2; groups.Any(group => group.Key == candidate); again++)
            candidate = $"{key}.{again}";
        return candidate;
    }

    private void Flush()
    {
        if (current is { Items.Count: > 0 } builder)
            groups.Add(builder.Build());
        current = null;
    }

    /// <summary>Condition of the groups around; a table's own is the table's, not that of each column.</summary>
    private string? Around => frames.TryPeek(out var frame) ? frame.Relevant : null;

    // The cell by itself first: an error then names its own character.
    private void CheckSyntax(SheetRow row, string? expression)
    {
        if (expression is not null && Around is not null && Expression.Parse(expression).Error is { } error)
            issues.Fail(XlsFormIssues.Definition(new(error.Code, "", null, expression, error.Message, error.Remedy, error.Column), "survey", row.Number, "relevant", true));
    }

    private static string? And(string? around, string? own) => around is null ? own : own is null ? around : $"({around}) and ({own})";

    private sealed record Frame(SheetRow Row, string Key, string? Relevant, bool IsRepeat)
    {
        public TableBuilder? Table { get; init; }
    }

    private sealed record TableBuilder(SheetRow Row)
    {
        public List<ItemDefinition> Columns { get; } = [];
    }

    private sealed record GroupBuilder(string Key, string? Relevant, SheetRow? Row)
    {
        public List<ItemDefinition> Items { get; } = [];

        public GroupDefinition Build() => new()
        {
            Key = Key,
            Label = (Row is null ? null : XlsFormColumns.Text(Row, "label")) ?? new LocalizedText(Key, Key),
            Help = Row is null ? null : XlsFormColumns.Text(Row, "hint"),
            Relevant = Relevant,
            Record = Row?["ptce_record"],
            Items = Items,
        };
    }
}
