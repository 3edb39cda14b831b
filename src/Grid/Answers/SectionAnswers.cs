namespace Ptce.Grid.Answers;

/// <summary>The answers of one section of one dossier, or of one typed record (réponses d'une rubrique).</summary>
public sealed class SectionAnswers
{
    private readonly Dictionary<(string Item, string? Row), Answer> answers = [];
    private readonly Dictionary<string, List<string>> rows = new(StringComparer.Ordinal);
    private readonly HashSet<(string Item, string Row)> known = [];

    /// <summary>Sets the answer to an item, or to one cell of a table.</summary>
    /// <param name="item">Item or column code.</param>
    /// <param name="row">Row id; null outside a table.</param>
    /// <param name="answer">The answer; <see cref="Answer.Empty"/> takes it back.</param>
    public SectionAnswers Set(string item, string? row, Answer answer)
    {
        answers[(item, row)] = answer;
        if (row is not null)
            AddRow(item, row);
        return this;
    }

    /// <summary>Says that a table has a row, also one with no answer yet. Rows keep the order in which they first come.</summary>
    /// <param name="item">Code of the table or of one of its columns.</param>
    /// <param name="row">Row id.</param>
    public SectionAnswers AddRow(string item, string row)
    {
        if (!known.Add((item, row)))
            return this;
        if (!rows.TryGetValue(item, out var list))
            rows[item] = list = [];
        list.Add(row);
        return this;
    }

    /// <summary>The answer to an item or cell; empty when nothing was said.</summary>
    /// <param name="item">Item or column code.</param>
    /// <param name="row">Row id; null outside a table.</param>
    public Answer Of(string item, string? row = null) => answers.GetValueOrDefault((item, row));

    internal IReadOnlyList<string> RowsOf(string item) => rows.TryGetValue(item, out var list) ? list : [];
}
