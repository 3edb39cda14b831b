namespace Ptce.Identity.Keys;

/// <summary>Looks once an hour whether a key is due; another replica's new key is picked up by the same look.</summary>
internal sealed partial class RotateKeys(KeyRing ring, TimeProvider clock, ILogger<RotateKeys> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromHours(1), clock);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                try
                {
                    await ring.RotateAsync(stoppingToken);
                }
                catch (Exception failure) when (failure is not OperationCanceledException)
                {
                    Failed(log, failure);
                }
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The host is stopping.
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Signing keys could not be rotated; the next look is in an hour")]
    private static partial void Failed(ILogger log, Exception failure);
}
