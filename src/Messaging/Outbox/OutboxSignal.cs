using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Ptce.Messaging.Outbox;

/// <summary>Wakes the dispatcher of this process as soon as an event has been written, instead of at its next look.</summary>
/// <typeparam name="TDb">The service's context.</typeparam>
public sealed class OutboxSignal<TDb> : IDisposable where TDb : DbContext
{
    private readonly SemaphoreSlim _signal = new(0, 1);

    /// <summary>Something was written.</summary>
    public void Raise()
    {
        try
        {
            if (_signal.CurrentCount == 0)
                _signal.Release();
        }
        catch (SemaphoreFullException)
        {
            // Two writers at once: one signal is enough.
        }
        catch (ObjectDisposedException)
        {
            // The process stops; the row waits for the next start.
        }
    }

    internal Task<bool> WaitAsync(TimeSpan atMost, CancellationToken ct) => _signal.WaitAsync(atMost, ct);

    /// <inheritdoc/>
    public void Dispose() => _signal.Dispose();
}

/// <summary>Raises the signal once rows of the outbox have committed, alone or with the transaction around them.</summary>
/// <typeparam name="TDb">The service's context.</typeparam>
/// <param name="signal">The signal of this process.</param>
public sealed class OutboxSignalInterceptor<TDb>(OutboxSignal<TDb> signal) : SaveChangesInterceptor, IDbTransactionInterceptor where TDb : DbContext
{
    /// <inheritdoc/>
    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result)
    {
        Note(eventData.Context);
        return result;
    }

    /// <inheritdoc/>
    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Note(eventData.Context);
        return ValueTask.FromResult(result);
    }

    /// <inheritdoc/>
    public override int SavedChanges(SaveChangesCompletedEventData eventData, int result)
    {
        RaiseUnlessInTransaction(eventData.Context);
        return result;
    }

    /// <inheritdoc/>
    public override ValueTask<int> SavedChangesAsync(SaveChangesCompletedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        RaiseUnlessInTransaction(eventData.Context);
        return ValueTask.FromResult(result);
    }

    /// <inheritdoc/>
    public void TransactionCommitted(System.Data.Common.DbTransaction transaction, TransactionEndEventData eventData) => RaiseIfNoted(eventData.Context);

    /// <inheritdoc/>
    public Task TransactionCommittedAsync(System.Data.Common.DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        RaiseIfNoted(eventData.Context);
        return Task.CompletedTask;
    }

    private readonly System.Runtime.CompilerServices.ConditionalWeakTable<DbContext, object> _noted = [];

    private void Note(DbContext? db)
    {
        if (db is not null && db.ChangeTracker.Entries<OutboxMessage>().Any(e => e.State == EntityState.Added))
            _noted.AddOrUpdate(db, signal);
    }

    private void RaiseUnlessInTransaction(DbContext? db)
    {
        if (db?.Database.CurrentTransaction is null)
            RaiseIfNoted(db);
    }

    private void RaiseIfNoted(DbContext? db)
    {
        if (db is not null && _noted.Remove(db))
            signal.Raise();
    }
}
