using System.Diagnostics;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Ptce.Messaging.DeadLetters;
using Ptce.Messaging.Storage;

namespace Ptce.Messaging.Inbox;

/// <summary>Applies envelopes to one service.</summary>
internal interface IEventPump
{
    /// <summary>Categories that the service subscribed to.</summary>
    IReadOnlySet<string> Categories { get; }

    /// <summary>Applies envelopes; returns when they are committed (applied, recognised as duplicates, parked or given up as dead letters).</summary>
    Task ApplyAsync(IReadOnlyList<EventEnvelope> batch, CancellationToken ct);
}

/// <summary>
/// Exactly once in effect: the effect of an event and the position of its stream are saved in one transaction. The next number is applied,
/// the past ignored, the future parked; what fails for good becomes a dead letter and stalls its stream only.
/// </summary>
/// <typeparam name="TDb">The service's context.</typeparam>
internal sealed class EventPump<TDb>(
    ServiceName<TDb> service,
    ConsumerMap<TDb> consumers,
    DbScopes<TDb> scopes,
    TimeProvider time,
    ILogger<EventPump<TDb>> log) : IEventPump where TDb : ServiceDb
{
    private static readonly TimeSpan[] Retries = [TimeSpan.FromMilliseconds(50), TimeSpan.FromMilliseconds(250), TimeSpan.FromSeconds(1)];

    public IReadOnlySet<string> Categories => consumers.Categories;

    public async Task ApplyAsync(IReadOnlyList<EventEnvelope> batch, CancellationToken ct)
    {
        if (batch.Count > 1)
        {
            try
            {
                await ApplyTogetherAsync(batch, ct);
                return;
            }
            catch (Exception e) when (!ct.IsCancellationRequested)
            {
                log.LogDebug("A batch of {Count} is applied one by one: {Error}", batch.Count, e.Message);
            }
        }
        foreach (var envelope in batch)
            await ApplyOneAsync(envelope, ct);
    }

    private async Task ApplyOneAsync(EventEnvelope envelope, CancellationToken ct)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await ApplyTogetherAsync([envelope], ct);
                return;
            }
            catch (Exception e) when (!ct.IsCancellationRequested && attempt <= Retries.Length)
            {
                log.LogDebug("Attempt {Attempt} at {Type}: {Error}", attempt, envelope.Type, e.Message);
                await Task.Delay(Retries[attempt - 1], time, ct);
            }
            catch (Exception e) when (!ct.IsCancellationRequested && !Transience.IsTransient(e))
            {
                await GiveUpAsync(envelope, e, attempt, ct);
                return;
            }
        }
    }

    private async Task ApplyTogetherAsync(IReadOnlyList<EventEnvelope> batch, CancellationToken ct)
    {
        await using var scope = scopes.Open();
        var db = scope.Db;
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var names = batch.Select(e => e.Stream).Distinct().ToList();
        var positions = await db.Set<InboxStream>().Where(s => names.Contains(s.Stream)).ToDictionaryAsync(s => s.Stream, StringComparer.Ordinal, ct);
        var applied = 0;
        foreach (var envelope in batch)
        {
            if (!positions.TryGetValue(envelope.Stream, out var position))
                db.Add(positions[envelope.Stream] = position = new InboxStream { Stream = envelope.Stream });
            applied += await TakeAsync(scope, position, envelope, ct);
        }
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        MessagingTelemetry.Applied.Add(applied, Tag);
    }

    private async Task<int> TakeAsync(DbScope<TDb> scope, InboxStream position, EventEnvelope envelope, CancellationToken ct)
    {
        if (envelope.Sequence <= position.LastSequence)
        {
            MessagingTelemetry.Duplicates.Add(1, Tag);
            return 0;
        }
        if (position.Stalled || envelope.Sequence > position.LastSequence + 1)
        {
            await ParkAsync(scope.Db, envelope, ct);
            return 0;
        }
        var applied = 0;
        for (var next = envelope; next is not null; next = await UnparkAsync(scope.Db, position, ct))
        {
            await HandleAsync(scope, next, ct);
            position.LastSequence = next.Sequence;
            await scope.Db.SaveChangesAsync(ct);
            applied++;
        }
        return applied;
    }

    private async Task HandleAsync(DbScope<TDb> scope, EventEnvelope envelope, CancellationToken ct)
    {
        if (!consumers.TryGet(envelope.Type, out var invoke) || EventTypes.Find(envelope.Type) is not { } type)
            return;
        _ = ActivityContext.TryParse(envelope.TraceParent, null, isRemote: true, out var parent);
        using var activity = MessagingTelemetry.Source.StartActivity($"{service.Value} {envelope.Type}", ActivityKind.Consumer, parent);
        activity?.SetTag("messaging.destination.name", envelope.Category);
        activity?.SetTag("messaging.message.id", envelope.Id);
        activity?.SetTag("ptce.stream.sequence", envelope.Sequence);
        var e = JsonSerializer.Deserialize(envelope.Body, type, EventTypes.Json)
            ?? throw new JsonException($"The event {envelope.Type} has no body.");
        await invoke(scope.Services, e, new EventContext(envelope.Id, envelope.Stream, envelope.Sequence, envelope.Source), ct);
    }

    private static async Task ParkAsync(TDb db, EventEnvelope envelope, CancellationToken ct)
    {
        if (await db.FindAsync<ParkedEvent>([envelope.Stream, envelope.Sequence], ct) is not null)
            return;
        db.Add(new ParkedEvent { Stream = envelope.Stream, Sequence = envelope.Sequence, Envelope = JsonSerializer.Serialize(envelope, EventTypes.Json) });
        MessagingTelemetry.Parked.Add(1);
    }

    private static async Task<EventEnvelope?> UnparkAsync(TDb db, InboxStream position, CancellationToken ct)
    {
        if (await db.FindAsync<ParkedEvent>([position.Stream, position.LastSequence + 1], ct) is not { } parked)
            return null;
        db.Remove(parked);
        return JsonSerializer.Deserialize<EventEnvelope>(parked.Envelope, EventTypes.Json);
    }

    private async Task GiveUpAsync(EventEnvelope envelope, Exception error, int attempts, CancellationToken ct)
    {
        log.LogError("Gave up {Type} {Sequence} of its stream after {Attempts} attempts: {Error}", envelope.Type, envelope.Sequence, attempts, error.GetType().Name);
        await using var scope = scopes.Open();
        var db = scope.Db;
        var position = await db.FindAsync<InboxStream>([envelope.Stream], ct);
        if (position is null)
            db.Add(position = new InboxStream { Stream = envelope.Stream });
        position.Stalled = true;
        if (await db.FindAsync<DeadLetter>([envelope.Id], ct) is not { } letter)
        {
            db.Add(letter = new DeadLetter
            {
                Id = envelope.Id,
                Stream = envelope.Stream,
                Sequence = envelope.Sequence,
                Type = envelope.Type,
                Envelope = JsonSerializer.Serialize(envelope, EventTypes.Json),
                Error = "",
                FailedAt = default,
            });
        }
        letter.Error = Truncate($"{error.GetType().Name}: {error.Message}");
        letter.FailedAt = time.GetUtcNow().UtcDateTime;
        letter.Attempts += attempts;
        await db.SaveChangesAsync(ct);
        MessagingTelemetry.Dead.Add(1, Tag);
    }

    private static string Truncate(string text) => text.Length <= 2000 ? text : text[..2000];

    private KeyValuePair<string, object?> Tag => new("service", service.Value);

    /// <summary>Lets a stalled stream go on with the dead letter's event: applied again, and what is parked behind it.</summary>
    internal async Task<bool> ReplayAsync(Guid id, CancellationToken ct)
    {
        EventEnvelope envelope;
        await using (var scope = scopes.Open())
        {
            if (await scope.Db.FindAsync<DeadLetter>([id], ct) is not { } letter)
                return false;
            envelope = JsonSerializer.Deserialize<EventEnvelope>(letter.Envelope, EventTypes.Json)!;
            var position = await scope.Db.FindAsync<InboxStream>([letter.Stream], ct);
            position!.Stalled = false;
            scope.Db.Remove(letter);
            await scope.Db.SaveChangesAsync(ct);
        }
        await ApplyOneAsync(envelope, ct);
        return true;
    }
}
