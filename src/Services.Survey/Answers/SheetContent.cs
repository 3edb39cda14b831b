using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Ptce.Survey.Answers;

/// <summary>
/// The cells of a sheet and the rules of changing them. A change is made on a base: a revision, or an earlier change of the same device that may still be on
/// its way. It is stored when the base is what stands; otherwise the server's value stands and the change is kept as a conflict until a
/// person chooses. A change that was stored before is a duplicate, however often it comes. Pure: no clock, no database.
/// </summary>
internal sealed class SheetContent
{
    public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private readonly Dictionary<(string Item, Guid? Row), AnswerCell> cells;

    private readonly List<AnswerEntry> entries = [];

    private SheetContent(IEnumerable<AnswerCell> cells) => this.cells = cells.ToDictionary(cell => (cell.Item, cell.Row));

    public static SheetContent Empty => new([]);

    public static SheetContent Parse(string json) => new(JsonSerializer.Deserialize<List<AnswerCell>>(json, Json)!);

    public string ToJson() => JsonSerializer.Serialize(cells.Values, Json);

    public IEnumerable<AnswerCell> Cells => cells.Values;

    /// <summary>What happened since the sheet was read, for the history.</summary>
    public IReadOnlyList<AnswerEntry> Entries => entries;

    public AnswerCell? Find(string item, Guid? row = null) => cells.GetValueOrDefault((item, row));

    public bool IsRowRemoved(string table, Guid row) => Find(table, row)?.Content.State == AnswerStates.Removed;

    /// <summary>The rows of a table that stand, by id.</summary>
    public IReadOnlyList<Guid> RowsOf(string table, IEnumerable<string> columns)
    {
        var codes = columns.ToHashSet(StringComparer.Ordinal);
        return [.. cells.Values.Where(c => c.Row is not null && codes.Contains(c.Item)).Select(c => c.Row!.Value)
            .Distinct().Where(row => !IsRowRemoved(table, row)).Order()];
    }

    /// <summary>Whether only the history can tell if this change was stored before.</summary>
    public bool NeedsHistory(SheetChange change) =>
        Find(change.Item, change.Row) is { Forgot: true } cell && !cell.Applied.Contains(change.Id);

    /// <summary>The answer to a change that came before: a duplicate, or the conflict that is still open. Null when it is new.</summary>
    public ChangeResult? Repeated(SheetChange change, IReadOnlySet<Guid>? past = null)
    {
        if (Find(change.Item, change.Row) is not { } cell)
            return null;
        if (cell.Conflicts.Any(lost => lost.Id == change.Id))
            return ChangeResult.Conflict(change.Id, cell);
        return cell.Applied.Contains(change.Id) || past?.Contains(change.Id) == true ? ChangeResult.Duplicate(change.Id, cell) : null;
    }

    /// <summary>Applies one change.</summary>
    /// <param name="change">The change, its content already checked against the definition.</param>
    /// <param name="by">Who.</param>
    /// <param name="at">When, UTC.</param>
    /// <param name="past">Change ids in the history, when <see cref="NeedsHistory"/> asked for them.</param>
    public ChangeResult Apply(SheetChange change, string by, DateTime at, IReadOnlySet<Guid>? past = null)
    {
        if (Repeated(change, past) is { } repeated)
            return repeated;
        var cell = Find(change.Item, change.Row);
        var rowIsGone = change is { Table: { } table, Row: { } row } && change.Item != table && IsRowRemoved(table, row);
        if (cell is null && !rowIsGone && change is { Base: 0, After: null })
            return Store(change, null, by, at);
        if (cell is not null && !rowIsGone && IsMadeOn(change, cell))
            return Store(change, cell, by, at);
        if (cell is not null && !rowIsGone && cell.Content.SameAs(change.Content))
        {
            // Two people said the same: nothing is lost, and a repetition must find the id.
            cells[(cell.Item, cell.Row)] = (cell with { Top = [.. cell.Top, change.Id] }).Remember(change.Id);
            entries.Add(new AnswerEntry(change.Id, cell.Item, cell.Row, "accepted", cell.Revision, change.Content));
            return ChangeResult.Accepted(change.Id, cell);
        }
        return Lose(change, cell, by, at);
    }

    /// <summary>Settles a conflict: the lost change is taken after all, or given up. Null when there is no such conflict.</summary>
    /// <param name="id">The change that lost.</param>
    /// <param name="keepSent">True to take it, false to leave the server's value.</param>
    /// <param name="by">Who chooses.</param>
    /// <param name="at">When, UTC.</param>
    public AnswerCell? Choose(Guid id, bool keepSent, string by, DateTime at)
    {
        if (cells.Values.FirstOrDefault(c => c.Conflicts.Any(l => l.Id == id)) is not { } cell)
            return null;
        var lost = cell.Conflicts.First(l => l.Id == id);
        // The settled change stays known, so that a device that repeats it is told "duplicate".
        var settled = (cell with { Conflicts = [.. cell.Conflicts.Where(l => l.Id != id)] }).Remember(id);
        if (keepSent)
        {
            settled = settled with { Revision = cell.Revision + 1, Content = lost.Content, By = by, At = at, Top = [id] };
            RestoreRow(cell, id, by, at);
        }
        cells[(cell.Item, cell.Row)] = settled;
        entries.Add(new AnswerEntry(id, cell.Item, cell.Row, keepSent ? "chosen" : "set-aside", settled.Revision, lost.Content));
        return settled;
    }

    // Choosing a value inside a row that somebody took out brings the row back.
    private void RestoreRow(AnswerCell cell, Guid change, string by, DateTime at)
    {
        if (cell.Row is null || cells.Values.FirstOrDefault(c => c.Row == cell.Row && c.Item != cell.Item && c.Content.State == AnswerStates.Removed) is not { } row)
            return;
        var restored = row with { Revision = row.Revision + 1, Content = new AnswerContent { State = AnswerStates.Empty }, By = by, At = at, Top = [] };
        cells[(row.Item, row.Row)] = restored;
        entries.Add(new AnswerEntry(change, row.Item, row.Row, "chosen", restored.Revision, restored.Content));
    }

    private static bool IsMadeOn(SheetChange change, AnswerCell cell) =>
        change.After is { } after ? cell.Top.Contains(after) : change.Base == cell.Revision;

    private ChangeResult Store(SheetChange change, AnswerCell? cell, string by, DateTime at)
    {
        var stored = new AnswerCell
        {
            Item = change.Item,
            Row = change.Row,
            Revision = (cell?.Revision ?? 0) + 1,
            Content = change.Content,
            By = by,
            At = at,
            Top = [change.Id],
            Applied = cell?.Applied ?? [],
            Forgot = cell?.Forgot ?? false,
            Conflicts = cell?.Conflicts ?? [],
        }.Remember(change.Id);
        cells[(change.Item, change.Row)] = stored;
        entries.Add(new AnswerEntry(change.Id, change.Item, change.Row, "accepted", stored.Revision, change.Content));
        return ChangeResult.Accepted(change.Id, stored);
    }

    private ChangeResult Lose(SheetChange change, AnswerCell? cell, string by, DateTime at)
    {
        // A change on an answer that the server never had is kept beside an empty one.
        cell ??= new AnswerCell
        {
            Item = change.Item,
            Row = change.Row,
            Revision = 0,
            Content = new AnswerContent { State = AnswerStates.Empty },
            By = by,
            At = at,
            Top = [],
        };
        // A device's later change of the same answer takes the place of its earlier one that lost; the history has both.
        var earlier = change.After is { } after ? cell.Conflicts.FirstOrDefault(l => l.Id == after) : null;
        var remembered = earlier is null ? cell : cell.Remember(earlier.Id);
        var conflict = new LostChange(change.Id, earlier?.Base ?? change.Base, change.Content, by, at);
        var kept = remembered with { Conflicts = [.. cell.Conflicts.Where(l => l != earlier), conflict] };
        cells[(change.Item, change.Row)] = kept;
        entries.Add(new AnswerEntry(change.Id, change.Item, change.Row, "conflict", kept.Revision, change.Content));
        return ChangeResult.Conflict(change.Id, kept);
    }
}
