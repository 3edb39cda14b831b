using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Ptce.Messaging.Leases;
using Ptce.Messaging.Storage;
using Ptce.Messaging.Transports;

namespace Ptce.Messaging.Outbox;

/// <summary>
/// Numbers waiting events inside their streams and hands them to the transport, in order, under a lease. A row is marked only after the
/// transport confirmed it; a process killed in between sends it again with the same number, which consumers recognise.
/// </summary>
/// <typeparam name="TDb">The service's context.</typeparam>
internal sealed class OutboxDispatcher<TDb>(
    ServiceName<TDb> service,
    DbScopes<TDb> scopes,
    LeaseStore<TDb> leases,
    OutboxSignal<TDb> signal,
    IEventTransport transport,
    MessagingReadiness readiness,
    TimeProvider time,
    ILogger<OutboxDispatcher<TDb>> log) : BackgroundService where TDb : ServiceDb
{
    private const int BatchSize = 200;
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan LeaseTime = TimeSpan.FromSeconds(10);
    private DateTime _leasedUntil;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await readiness.WaitAsync(stoppingToken);
        var pause = TimeSpan.Zero;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (pause > TimeSpan.Zero)
                    await Task.Delay(pause, time, stoppingToken);
                pause = TimeSpan.Zero;
                if (!await HoldsLeaseAsync(stoppingToken) || await DispatchAsync(stoppingToken) == 0)
                    await signal.WaitAsync(Look, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                break;
            }
            catch (Exception e)
            {
                // Broker or database away: the rows wait, and so do we.
                log.LogWarning("Outbox of {Service} waits: {Error}", service.Value, e.GetType().Name + ": " + e.Message);
                pause = TimeSpan.FromSeconds(1);
                _leasedUntil = default;
            }
        }
        await GiveBackAsync();
    }

    private async Task<bool> HoldsLeaseAsync(CancellationToken ct)
    {
        var now = time.GetUtcNow().UtcDateTime;
        if (_leasedUntil - now > LeaseTime / 2)
            return true;
        var lease = await leases.TryTakeAsync("outbox", LeaseTime, ct);
        _leasedUntil = lease?.ExpiresAt ?? default;
        return lease is not null;
    }

    private async Task<int> DispatchAsync(CancellationToken ct)
    {
        await using var scope = scopes.Open();
        var waiting = await scope.Db.Set<OutboxMessage>().Where(m => m.SentAt == null).OrderBy(m => m.Position).Take(BatchSize).ToListAsync(ct);
        if (waiting.Count == 0)
            return 0;
        await NumberAsync(scope.Db, waiting, ct);
        using var activity = MessagingTelemetry.Source.StartActivity("outbox dispatch", ActivityKind.Internal, default(ActivityContext));
        activity?.SetTag("messaging.batch.message_count", waiting.Count);
        var batch = waiting.Select(m => new EventEnvelope
        {
            Id = m.Id,
            Source = service.Value,
            Stream = m.Stream,
            Category = m.Category,
            Sequence = m.Sequence!.Value,
            Type = m.Type,
            Body = m.Body,
            TraceParent = m.TraceParent,
        }).ToList();
        await transport.SendAsync(batch, ct);
        var now = time.GetUtcNow().UtcDateTime;
        var (first, last) = (waiting[0].Position, waiting[^1].Position);
        var ids = waiting.Select(m => m.Position).ToList();
        await scope.Db.Set<OutboxMessage>().Where(m => m.Position >= first && m.Position <= last && ids.Contains(m.Position))
            .ExecuteUpdateAsync(set => set.SetProperty(m => m.SentAt, now), ct);
        MessagingTelemetry.Sent.Add(batch.Count, new KeyValuePair<string, object?>("service", service.Value));
        return batch.Count;
    }

    private static async Task NumberAsync(TDb db, List<OutboxMessage> waiting, CancellationToken ct)
    {
        var unnumbered = waiting.Where(m => m.Sequence is null).ToList();
        if (unnumbered.Count == 0)
            return;
        var names = unnumbered.Select(m => m.Stream).Distinct().ToList();
        var streams = await db.Set<OutboxStream>().Where(s => names.Contains(s.Stream)).ToDictionaryAsync(s => s.Stream, StringComparer.Ordinal, ct);
        foreach (var message in unnumbered)
        {
            if (!streams.TryGetValue(message.Stream, out var stream))
                db.Add(streams[message.Stream] = stream = new OutboxStream { Stream = message.Stream });
            message.Sequence = ++stream.LastSequence;
        }
        await db.SaveChangesAsync(ct);
    }

    private async Task GiveBackAsync()
    {
        if (_leasedUntil == default)
            return;
        try
        {
            using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(2));
            await leases.ReleaseAsync("outbox", limit.Token);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            log.LogDebug("Lease not given back: {Error}", e.Message);
        }
    }
}
