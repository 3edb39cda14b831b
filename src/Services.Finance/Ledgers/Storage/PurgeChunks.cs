using Microsoft.EntityFrameworkCore;
using Ptce.Messaging.Leases;
using Ptce.Messaging.Storage;

namespace Ptce.Finance.Ledgers.Storage;

/// <summary>Deletes chunks whose import never became visible: an upload that died half-way and was not repeated.</summary>
internal sealed class PurgeChunks(DbScopes<FinanceDb> scopes, LeaseStore<FinanceDb> leases, TimeProvider time, ILogger<PurgeChunks> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromHours(1);
    private static readonly TimeSpan Grace = TimeSpan.FromDays(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                if (await leases.TryTakeAsync("finance.purge-chunks", Every, stoppingToken) is not null)
                    await RunAsync(stoppingToken);
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                log.LogWarning("Chunks were not purged, next try in an hour: {Error}", e.GetType().Name);
            }
        }
    }

    public async Task<int> RunAsync(CancellationToken ct)
    {
        await using var scope = scopes.Open();
        var before = time.GetUtcNow().UtcDateTime - Grace;
        return await scope.Db.Chunks.Where(chunk => chunk.At < before && !scope.Db.Imports.Any(import => import.Id == chunk.ImportId)).ExecuteDeleteAsync(ct);
    }
}
