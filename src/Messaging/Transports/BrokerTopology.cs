using RabbitMQ.Client;

namespace Ptce.Messaging.Transports;

/// <summary>
/// Declares a service's queue and bindings as part of the migration step, before any dispatcher runs: RabbitMQ confirms, and drops, what no queue takes.
/// The declarations are the ones that the running service makes again.
/// </summary>
/// <param name="Broker">Address of the broker.</param>
/// <param name="Queue">Queue and exchange of the service.</param>
/// <param name="Categories">Routing keys bound.</param>
internal sealed record BrokerTopology(Uri Broker, string Queue, IReadOnlySet<string> Categories)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    internal async Task DeclareAsync(CancellationToken ct)
    {
        await using var connection = await ConnectAsync(ct);
        await using var channel = await connection.CreateChannelAsync(cancellationToken: ct);
        await channel.ExchangeDeclareAsync(RabbitMqTransport.Exchange, ExchangeType.Topic, durable: true, cancellationToken: ct);
        await channel.ExchangeDeclareAsync(Queue, ExchangeType.Fanout, durable: true, cancellationToken: ct);
        await channel.QueueDeclareAsync(Queue, durable: true, exclusive: false, autoDelete: false, cancellationToken: ct);
        await channel.QueueBindAsync(Queue, Queue, "", cancellationToken: ct);
        foreach (var category in Categories)
            await channel.ExchangeBindAsync(Queue, RabbitMqTransport.Exchange, category, cancellationToken: ct);
    }

    // The broker may still be starting beside us.
    private async Task<IConnection> ConnectAsync(CancellationToken ct)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(Patience);
        var factory = new ConnectionFactory { Uri = Broker };
        while (true)
        {
            try
            {
                return await factory.CreateConnectionAsync(limit.Token);
            }
            catch (RabbitMQ.Client.Exceptions.BrokerUnreachableException) when (!limit.IsCancellationRequested)
            {
                await Task.Delay(TimeSpan.FromSeconds(1), limit.Token);
            }
        }
    }
}
