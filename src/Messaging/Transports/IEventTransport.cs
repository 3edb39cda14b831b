namespace Ptce.Messaging.Transports;

/// <summary>Carries events to every service that subscribed to their category: RabbitMQ when distributed, a call inside one process otherwise.</summary>
public interface IEventTransport
{
    /// <summary>Returns when every envelope is safe: confirmed by the broker, or committed by every consumer.</summary>
    /// <param name="batch">Envelopes in order.</param>
    /// <param name="ct">Cancels sending; what was not confirmed is sent again later.</param>
    Task SendAsync(IReadOnlyList<EventEnvelope> batch, CancellationToken ct);
}
