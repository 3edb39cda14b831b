using System.Text;
using Ptce.Grid.Canonical;
using Ptce.Grid.Definitions;
using Ptce.Grid.Rules;
using Ptce.Survey.Answers;
using Ptce.Survey.Checks;
using Ptce.Survey.Projects;

namespace Ptce.Survey.Sections;

/// <summary>
/// Puts a section's answers into the generic form that is digested and signed. Row ids are made by clients and differ between two fillings of
/// the same content, so rows are numbered in the order of their own content. What is not shown is left out; the day of the rules is the reference date, so
/// that the same answers give the same bytes whenever they are copied.
/// </summary>
internal static class SheetCopy
{
    public static SectionCopy Compose(SheetContext context, string pole, int year)
    {
        var (index, sheet, evaluation) = (context.Index, context.Sheet, context.Evaluation);
        var items = new List<CopiedItem>();
        var records = new SortedDictionary<string, IReadOnlyList<CopiedRecord>>(StringComparer.Ordinal);
        foreach (var item in index.Items.Where(i => evaluation.IsShown(i.Code)))
        {
            if (item.Type == ItemType.Table)
            {
                if (Rows(item, sheet, evaluation) is { Count: > 0 } rows)
                    records[item.Code] = rows;
            }
            else if (sheet.Find(item.Code)?.Content is { } content && AnswerStates.IsAnswer(content.State))
            {
                items.Add(new CopiedItem(item.Code, content.State, content.Value, content.Provenance, content.Source, content.Examples));
            }
        }
        if (context.Projects.Count > 0)
            records[JointProject.Kind] = ProjectCopy.Of(context.Projects, year);
        return new SectionCopy(index.Definition.Key, index.Definition.Version, pole, year, items, records);
    }

    private static List<CopiedRecord> Rows(ItemDefinition table, SheetContent sheet, SectionEvaluation evaluation)
    {
        var rows = sheet.RowsOf(table.Code, table.Columns.Select(c => c.Code))
            .Select(row => Row(table, row, sheet, evaluation))
            .Where(row => row.Values.Count > 0)
            .OrderBy(SortKey, StringComparer.Ordinal)
            .ToList();
        return [.. rows.Select((row, n) => row with { Key = (n + 1).ToString("D4", System.Globalization.CultureInfo.InvariantCulture) })];
    }

    private static CopiedRecord Row(ItemDefinition table, Guid row, SheetContent sheet, SectionEvaluation evaluation)
    {
        var values = new SortedDictionary<string, CopyValue>(StringComparer.Ordinal);
        var origins = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var column in table.Columns.Where(c => evaluation.IsShown(c.Code, row.ToString())))
        {
            if (sheet.Find(column.Code, row)?.Content is not { } content || !AnswerStates.IsAnswer(content.State))
                continue;
            // "Unknown" is not a value of a column; it is told apart from an answer by its own field.
            if (content.Value is { } value)
                values[column.Code] = value;
            else
                values[column.Code + "/state"] = CopyValue.Text(content.State);
            origins[column.Code] = content.Provenance;
        }
        var usual = origins.Values.GroupBy(o => o).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).FirstOrDefault()?.Key ?? Provenances.Typed;
        var others = origins.Where(o => o.Value != usual).ToDictionary(o => o.Key, o => o.Value, StringComparer.Ordinal);
        return new CopiedRecord("", usual, values, others.Count > 0 ? others : null);
    }

    private static string SortKey(CopiedRecord row) => row.Values
        .Aggregate(new StringBuilder(), (text, pair) => text.Append(pair.Key).Append('=').Append(pair.Value).Append('\u001f')).ToString();
}
