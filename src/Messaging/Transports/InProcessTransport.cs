using Ptce.Messaging.Inbox;

namespace Ptce.Messaging.Transports;

/// <summary>There is no broker to remember anything here: an event is out only when every consumer has committed it.</summary>
internal sealed class InProcessTransport(IEnumerable<IEventPump> pumps) : IEventTransport
{
    private readonly IEventPump[] _pumps = [.. pumps];

    public async Task SendAsync(IReadOnlyList<EventEnvelope> batch, CancellationToken ct)
    {
        foreach (var pump in _pumps)
        {
            var mine = batch.Where(envelope => pump.Categories.Contains(envelope.Category)).ToList();
            if (mine.Count > 0)
                await pump.ApplyAsync(mine, ct);
        }
    }
}
