using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Ptce.Messaging.Leases;
using Ptce.Messaging.Storage;

namespace Ptce.Messaging.Outbox;

/// <summary>Removes events and idempotency keys that nobody needs any more. They are kept for a while, so that a restored service can be sent what it missed.</summary>
internal sealed class OutboxPurge<TDb>(DbScopes<TDb> scopes, LeaseStore<TDb> leases, MessagingReadiness readiness, TimeProvider time, ILogger<OutboxPurge<TDb>> log)
    : BackgroundService where TDb : ServiceDb
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(30);
    private static readonly TimeSpan Every = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await readiness.WaitAsync(stoppingToken);
        using var timer = new PeriodicTimer(Every, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                if (await leases.TryTakeAsync("outbox-purge", TimeSpan.FromMinutes(10), stoppingToken) is null)
                    continue;
                await using var scope = scopes.Open();
                var before = time.GetUtcNow().UtcDateTime - Kept;
                await scope.Db.Set<OutboxMessage>().Where(m => m.SentAt != null && m.SentAt < before).ExecuteDeleteAsync(stoppingToken);
                await scope.Db.Set<IdempotencyKey>().Where(k => k.RecordedAt < before).ExecuteDeleteAsync(stoppingToken);
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                log.LogWarning("Purge put off: {Error}", e.Message);
            }
        }
    }
}
