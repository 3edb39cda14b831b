using Ptce.Contracts;

namespace Ptce.Messaging;

/// <summary>
/// What a service does on an event. Change entities on the service's context and return: the pump saves effect and inbox position in one
/// transaction, so the effect happens exactly once however often the event arrives. Do not call <c>SaveChanges</c>, and do nothing outside
/// the database (write a work row instead).
/// </summary>
/// <typeparam name="TEvent">The event.</typeparam>
public interface IConsume<in TEvent> where TEvent : IEvent
{
    /// <summary>Applies the event.</summary>
    /// <param name="e">The event.</param>
    /// <param name="context">Where the event stands.</param>
    /// <param name="ct">Cancelled when the process stops; nothing is then kept.</param>
    Task HandleAsync(TEvent e, EventContext context, CancellationToken ct);
}

/// <summary>Where an event stands.</summary>
/// <param name="MessageId">Message id: the same for every delivery.</param>
/// <param name="Stream">Stream, <c>category/key</c>.</param>
/// <param name="Sequence">Number inside the stream.</param>
/// <param name="Source">Service that wrote it.</param>
public sealed record EventContext(Guid MessageId, string Stream, long Sequence, string Source);
