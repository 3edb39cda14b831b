using Microsoft.EntityFrameworkCore;
using Ptce.Messaging.Storage;

namespace Ptce.Messaging.Leases;

/// <summary>Takes, renews and gives back leases in one service's database.</summary>
/// <typeparam name="TDb">The service's context.</typeparam>
/// <param name="factory">Makes short-lived contexts: a lease is never part of somebody's transaction.</param>
/// <param name="time">The clock.</param>
public sealed class LeaseStore<TDb>(DbScopes<TDb> factory, TimeProvider time) where TDb : DbContext
{
    /// <summary>Who takes leases through this store: this process, unless a test plays two.</summary>
    internal string ThisProcess { get; init; } = ProcessIdentity.Name;

    /// <summary>Takes a lease, or renews it when this process holds it already.</summary>
    /// <param name="name">The job.</param>
    /// <param name="duration">How long the job may go on before it must be renewed.</param>
    /// <param name="ct">Cancels the attempt.</param>
    /// <returns>The lease with its fencing number; null while another process holds it.</returns>
    public async Task<HeldLease?> TryTakeAsync(string name, TimeSpan duration, CancellationToken ct)
    {
        await using var scope = factory.Open();
        var leases = scope.Db.Set<Lease>();
        var now = time.GetUtcNow().UtcDateTime;
        var until = now + duration;
        var renewed = await leases.Where(l => l.Name == name && l.Owner == ThisProcess && l.ExpiresAt > now)
            .ExecuteUpdateAsync(set => set.SetProperty(l => l.ExpiresAt, until), ct);
        if (renewed == 0)
        {
            var taken = await leases.Where(l => l.Name == name && l.ExpiresAt <= now)
                .ExecuteUpdateAsync(set => set.SetProperty(l => l.ExpiresAt, until).SetProperty(l => l.Owner, ThisProcess).SetProperty(l => l.Fence, l => l.Fence + 1), ct);
            if (taken == 0 && !await TryCreateAsync(scope.Db, name, until, ct))
                return null;
        }
        var held = await leases.AsNoTracking().SingleOrDefaultAsync(l => l.Name == name && l.Owner == ThisProcess, ct);
        return held is null ? null : new HeldLease(name, held.Fence, held.ExpiresAt);
    }

    /// <summary>Gives a lease back, so that another process need not wait for its end.</summary>
    /// <param name="name">The job.</param>
    /// <param name="ct">Cancels the attempt.</param>
    public async Task ReleaseAsync(string name, CancellationToken ct)
    {
        await using var scope = factory.Open();
        var now = time.GetUtcNow().UtcDateTime;
        await scope.Db.Set<Lease>().Where(l => l.Name == name && l.Owner == ThisProcess)
            .ExecuteUpdateAsync(set => set.SetProperty(l => l.ExpiresAt, now), ct);
    }

    private async Task<bool> TryCreateAsync(TDb db, string name, DateTime until, CancellationToken ct)
    {
        if (await db.Set<Lease>().AnyAsync(l => l.Name == name, ct))
            return false;
        db.Set<Lease>().Add(new Lease { Name = name, Owner = ThisProcess, ExpiresAt = until, Fence = 1 });
        try
        {
            await db.SaveChangesAsync(ct);
            return true;
        }
        catch (DbUpdateException)
        {
            // Another process was first.
            return false;
        }
    }
}

/// <summary>The name under which this process holds leases.</summary>
internal static class ProcessIdentity
{
    internal static readonly string Name = $"{Environment.MachineName}:{Environment.ProcessId}:{Guid.NewGuid():N}";
}

/// <summary>A lease in hand.</summary>
/// <param name="Name">The job.</param>
/// <param name="Fence">Fencing number, to be stored with the work.</param>
/// <param name="ExpiresAt">Until when, UTC.</param>
public sealed record HeldLease(string Name, long Fence, DateTime ExpiresAt);
