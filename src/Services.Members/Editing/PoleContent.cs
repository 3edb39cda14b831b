using Ptce.Members.Memberships;
using Ptce.Messaging.Storage;

namespace Ptce.Members.Editing;

/// <summary>
/// The working content of a pole's morphology section: its revision rises with every edit, and its recorded time strictly rises.
/// Edits of one pole pass through this row one after the other; two at once are told apart by its version.
/// </summary>
internal sealed class PoleContent : IVersioned
{
    public required string PoleKey { get; init; }

    public long Revision { get; private set; }

    public DateTime? RecordedAt { get; private set; }

    public long Version { get; private set; }

    /// <summary>Notes one more edit and gives its recorded time.</summary>
    public DateTime Edit(DateTime now)
    {
        Revision++;
        RecordedAt = RecordedClock.Next(now, RecordedAt);
        return RecordedAt.Value;
    }
}
