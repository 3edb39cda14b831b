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
    public async Task<IResult> RunAsync(Caller caller, Func<Edit, Task<IResult>> act, CancellationToken ct)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await RunOnceAsync(caller, act, ct);
            }
            // Inside a transaction of an idempotency key it is the client's to try again.
            catch (DbUpdateConcurrencyException) when (attempt < Attempts && db.Database.CurrentTransaction is null)
            {
                db.ChangeTracker.Clear();
            }
        }
    }

    /// <summary>Runs an edit once: crossing another one is an exception, and the caller's to handle.</summary>
    public async Task<IResult> RunOnceAsync(Caller caller, Func<Edit, Task<IResult>> act, CancellationToken ct)
    {
        if (db.Database.CurrentTransaction is not null)
            return await ActAsync(caller, act, ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var result = await ActAsync(caller, act, ct);
        if (result is not ProblemResult)
            await transaction.CommitAsync(ct);
        return result;
    }

    private async Task<IResult> ActAsync(Caller caller, Func<Edit, Task<IResult>> act, CancellationToken ct)
    {
        var edit = new Edit(db, time, caller.Subject);
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
