using Microsoft.EntityFrameworkCore;
using Ptce.Messaging.Inbox;
using Ptce.Messaging.Storage;

namespace Ptce.Messaging.DeadLetters;

/// <summary>What operators do with dead letters: read and replay.</summary>
/// <typeparam name="TDb">The service's context.</typeparam>
public sealed class DeadLetterDesk<TDb> where TDb : ServiceDb
{
    private readonly DbScopes<TDb> _scopes;
    private readonly EventPump<TDb> _pump;

    internal DeadLetterDesk(DbScopes<TDb> scopes, EventPump<TDb> pump) => (_scopes, _pump) = (scopes, pump);

    /// <summary>Dead letters, oldest first.</summary>
    /// <param name="after">Only those given up after this one; null for the first page.</param>
    /// <param name="limit">At most so many.</param>
    /// <param name="ct">Cancels reading.</param>
    public async Task<IReadOnlyList<DeadLetter>> ListAsync(Guid? after, int limit, CancellationToken ct)
    {
        await using var scope = _scopes.Open();
        var letters = scope.Db.Set<DeadLetter>().AsNoTracking().OrderBy(d => d.Id).AsQueryable();
        if (after is { } id)
            letters = letters.Where(d => d.Id > id);
        return await letters.Take(limit).ToListAsync(ct);
    }

    /// <summary>Applies a dead letter's event again and lets its stream go on. When it fails again it is a dead letter again.</summary>
    /// <param name="id">Message id.</param>
    /// <param name="ct">Cancels the attempt.</param>
    /// <returns>False when there is no such dead letter.</returns>
    public Task<bool> ReplayAsync(Guid id, CancellationToken ct) => _pump.ReplayAsync(id, ct);
}
