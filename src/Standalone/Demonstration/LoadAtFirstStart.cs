using System.Text.Json;
using Ptce.Demonstration;
using Ptce.Demonstration.Loading;

namespace Ptce.Standalone.Demonstration;

/// <summary>
/// On the first start in Development the demonstration data set is loaded in the background, through this process's own public API. A file
/// in the data folder says that it is complete; without it the load goes on at the next start.
/// </summary>
internal sealed partial class LoadAtFirstStart(LoadOptions options, string folder, IHostApplicationLifetime life, ILogger<LoadAtFirstStart> log) : BackgroundService
{
    private string Done => Path.Combine(folder, "demonstration.loaded");

    private string Told => Path.Combine(folder, "demonstration.told");

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (File.Exists(Done) || !await StartedAsync(stoppingToken))
            return;
        using var loader = new DemonstrationLoader(options, step => Step(log, step));
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                TellOnce(loader);
                var outcome = await loader.LoadAsync(stoppingToken);
                await File.WriteAllTextAsync(Done, JsonSerializer.Serialize(outcome.Dossiers), CancellationToken.None);
                Console.WriteLine($"Jeu de démonstration chargé / Demonstration data loaded: {new Uri(options.Url, "/reports/2015")}");
                return;
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                Failed(log, e.Message);
                await Task.Delay(TimeSpan.FromSeconds(10), stoppingToken);
            }
        }
    }

    private void TellOnce(DemonstrationLoader loader)
    {
        if (File.Exists(Told))
            return;
        Console.WriteLine(SignInNotice.Of(options.Url, loader.People));
        File.WriteAllText(Told, "");
    }

    private async Task<bool> StartedAsync(CancellationToken ct)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = life.ApplicationStarted.Register(() => started.TrySetResult());
        try
        {
            await started.Task.WaitAsync(ct);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Démonstration : {Step}")]
    private static partial void Step(ILogger log, string step);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Le chargement de la démonstration reprend dans 10 s : {Error}")]
    private static partial void Failed(ILogger log, string error);
}
