using Ptce.Reporting.Releases;

namespace Ptce.Reporting.Copies;

/// <summary>Work that events leave behind: fetch copies, finish a rebuild, publish what has become complete.</summary>
internal sealed partial class ReportingWork(FetchCopies fetch, RebuildReadModel rebuild, PublishReleases publish, TimeProvider time, ILogger<ReportingWork> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan PauseAfterFailure = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var pause = Pause;
            try
            {
                var done = await fetch.RunAsync(stoppingToken);
                done += await rebuild.FinishAsync(stoppingToken) ? 1 : 0;
                done += await publish.RunAsync(stoppingToken);
                if (done > 0)
                    continue;
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                Log.Failed(log, e);
                pause = PauseAfterFailure;
            }
            await Task.Delay(pause, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "Reporting's work failed and is tried again")]
        public static partial void Failed(ILogger log, Exception error);
    }
}
