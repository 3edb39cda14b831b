using MassTransit;
using Ptce.Messaging.Inbox;

namespace Ptce.Messaging.Transports;

/// <summary>MassTransit over RabbitMQ: one durable topic exchange, the category as routing key, one durable queue per service, publisher confirms.</summary>
internal sealed class RabbitMqTransport(IBus bus) : IEventTransport
{
    internal const string Exchange = "ptce.events";
    private static readonly TimeSpan ConfirmTime = TimeSpan.FromSeconds(10);

    public async Task SendAsync(IReadOnlyList<EventEnvelope> batch, CancellationToken ct)
    {
        // A publish with the broker away waits for ever: give up, the rows are sent again.
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(ConfirmTime);
        await Task.WhenAll(batch.Select(envelope => bus.Publish(envelope, context => context.MessageId = envelope.Id, limit.Token)));
    }
}

/// <summary>Takes envelopes off the service's queue in batches; they are acknowledged after their effects have committed.</summary>
internal sealed class EnvelopeConsumer<TDb>(EventPump<TDb> pump) : IConsumer<Batch<EventEnvelope>> where TDb : Storage.ServiceDb
{
    public Task Consume(ConsumeContext<Batch<EventEnvelope>> context) =>
        pump.ApplyAsync([.. context.Message.Select(message => message.Message)], context.CancellationToken);
}
