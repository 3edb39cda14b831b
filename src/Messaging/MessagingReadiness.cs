namespace Ptce.Messaging;

/// <summary>
/// Holds dispatchers back until databases are migrated and consumers stand ready, so that the first events find their way.
/// </summary>
public sealed class MessagingReadiness
{
    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Everything events need is there.</summary>
    public void Announce() => _ready.TrySetResult();

    /// <summary>Waits for <see cref="Announce"/>.</summary>
    /// <param name="ct">Cancels waiting.</param>
    public Task WaitAsync(CancellationToken ct) => _ready.Task.WaitAsync(ct);
}
