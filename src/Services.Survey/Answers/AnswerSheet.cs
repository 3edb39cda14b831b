using System.Text.Json;

namespace Ptce.Survey.Answers;

/// <summary>
/// The answers of one section of one dossier (feuille de réponses), one document: several times faster to write than a row per answer. The concurrency
/// token is that of the section's row, which is written in the same transaction.
/// </summary>
internal sealed class AnswerSheet
{
    public required Guid DossierId { get; init; }

    public required string Section { get; init; }

    /// <summary>Raised with every batch that changed something.</summary>
    public long Revision { get; private set; }

    public string Document { get; private set; } = "[]";

    /// <summary>Numbers of last year's published version by item, to compare with.</summary>
    public IReadOnlyDictionary<string, decimal> LastYear { get; init; } = new Dictionary<string, decimal>();

    public SheetContent Read() => SheetContent.Parse(Document);

    public void Write(SheetContent content)
    {
        Revision++;
        Document = content.ToJson();
    }
}

/// <summary>
/// What happened to one section's answers in one batch (historique): append-only. <see cref="Entries"/> is JSON of
/// <see cref="AnswerEntry"/>.
/// </summary>
internal sealed class AnswerBatch
{
    public long Position { get; init; }

    public required Guid DossierId { get; init; }

    public required string Section { get; init; }

    /// <summary>Revision of the sheet after the batch.</summary>
    public required long Revision { get; init; }

    public required string By { get; init; }

    public required DateTime At { get; init; }

    public required string Entries { get; init; }

    public IReadOnlyList<AnswerEntry> Read() => JsonSerializer.Deserialize<List<AnswerEntry>>(Entries, SheetContent.Json)!;
}

/// <summary>One line of the history.</summary>
/// <param name="Change">Change id.</param>
/// <param name="Item">Item code.</param>
/// <param name="Row">Row.</param>
/// <param name="Outcome"><c>accepted</c>, <c>conflict</c> (lost, kept), <c>chosen</c> (a lost one won) or <c>set-aside</c> (a lost one was given up).</param>
/// <param name="Revision">Revision of the answer afterwards.</param>
/// <param name="Content">What the change said.</param>
internal sealed record AnswerEntry(Guid Change, string Item, Guid? Row, string Outcome, int Revision, AnswerContent Content);
