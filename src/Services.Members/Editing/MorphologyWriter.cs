using Microsoft.EntityFrameworkCore;
using Ptce.Members.Sections;
using Ptce.Members.Storage;
using Ptce.ServiceDefaults.Access;
using Ptce.ServiceDefaults.Problems;

namespace Ptce.Members.Editing;

/// <summary>
/// Runs an edit in one transaction: entities, journal, revisions of the poles touched, the checks of their open dossiers and the
/// events about them commit together or not at all. Two edits of one pole that cross are run again, one after the other.
/// </summary>
internal sealed class MorphologyWriter(MembersDb db, TimeProvider time)
{
    private const int Attempts = 5;

    public MembersDb Db => db;

    /// <summary>Today in France.</summary>
    public DateOnly Today => ParisTime.Today(time);

    /// <summary>Runs an edit; a <see cref="ProblemResult"/> undoes it.</summary>
    /// <param name="caller">Who edits.</param>
    /// <param name="act">Changes entities through <see cref="Db"/> and notes what it touched on the edit.</param>
    /// <param name="ct">Cancels the edit; nothing is then kept.</param>
    public Task<IResult> RunAsync(Caller caller, Func<Edit, Task<IResult>> act, CancellationToken ct) => RunAsync(caller.Subject, act, ct);

    /// <summary>Runs an edit in somebody's name.</summary>
    public async Task<IResult> RunAsync(string by, Func<Edit, Task<IResult>> act, CancellationToken ct)
    {
        // Inside somebody else's transaction (an idempotency key, an event) it is theirs to commit and to retry.
        if (db.Database.CurrentTransaction is not null)
            return await RunOnceAsync(by, act, ct);
        for (var attempt = 1; ; attempt++)
        {
            await using var transaction = await db.Database.BeginTransactionAsync(ct);
            try
            {
                var result = await RunOnceAsync(by, act, ct);
                if (result is not ProblemResult)
                    await transaction.CommitAsync(ct);
                return result;
            }
            catch (DbUpdateConcurrencyException) when (attempt < Attempts)
            {
                db.ChangeTracker.Clear();
            }
        }
    }

    private async Task<IResult> RunOnceAsync(string by, Func<Edit, Task<IResult>> act, CancellationToken ct)
    {
        var edit = new Edit(db, time, by);
        var result = await act(edit);
        if (result is ProblemResult)
        {
            db.ChangeTracker.Clear();
            return result;
        }
        await db.SaveChangesAsync(ct);
        await SectionState.AnnounceAsync(db, edit.Poles, ct);
        return result;
    }
}
