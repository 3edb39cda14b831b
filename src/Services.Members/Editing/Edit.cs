using Ptce.Members.Storage;

namespace Ptce.Members.Editing;

/// <summary>One edit on its way: the poles it touches, each under its recorded time, and its journal.</summary>
internal sealed class Edit(MembersDb db, TimeProvider time, string by)
{
    private readonly Dictionary<string, DateTime> _touched = new(StringComparer.Ordinal);

    /// <summary>Keys of the poles touched.</summary>
    public IReadOnlyCollection<string> Poles => _touched.Keys;

    /// <summary>Who edits.</summary>
    public string By => by;

    /// <summary>Machine time, UTC.</summary>
    public DateTime Now => time.GetUtcNow().UtcDateTime;

    /// <summary>Raises the revision of a pole's content, once an edit, and gives the recorded time of the edit in that pole.</summary>
    public async Task<DateTime> TouchAsync(string poleKey, CancellationToken ct)
    {
        if (_touched.TryGetValue(poleKey, out var recorded))
            return recorded;
        if (await db.Contents.FindAsync([poleKey], ct) is not { } content)
            db.Contents.Add(content = new PoleContent { PoleKey = poleKey });
        return _touched[poleKey] = content.Edit(Now);
    }

    /// <summary>The same for a content at hand, under a time that the caller took once for many poles.</summary>
    public void Touch(PoleContent content, DateTime now) => _touched[content.PoleKey] = content.Edit(now);

    /// <summary>Notes a change in the journal; the documents hold no personal data.</summary>
    public void Note<T>(string kind, string subject, string? poleKey, T? before, T? after) where T : class => db.Journal.Add(new JournalEntry
    {
        At = Now,
        By = by,
        Kind = kind,
        Subject = subject,
        PoleKey = poleKey,
        Before = before is null ? null : Json.Write(before),
        After = after is null ? null : Json.Write(after),
    });
}
