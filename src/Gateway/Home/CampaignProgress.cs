using Microsoft.AspNetCore.Hosting.Server;
using Ptce.Gateway.Session;

namespace Ptce.Gateway.Home;

/// <summary>How far a campaign is, as Reporting tells everybody: counts only.</summary>
/// <param name="Year">Year of the campaign.</param>
/// <param name="State"><c>open</c>, <c>closed</c> or <c>published</c>.</param>
/// <param name="Demonstration">True for the demonstration data set.</param>
/// <param name="Poles">Poles invited.</param>
/// <param name="Dossiers">Dossiers by state.</param>
/// <param name="Answered">Items answered.</param>
/// <param name="Expected">Items expected.</param>
public sealed record Progress(
    int Year, string State, bool Demonstration, int Poles, IReadOnlyDictionary<string, int> Dossiers, int Answered, int Expected);

/// <summary>Reads the progress of the campaign that the home page shows (<c>Home:Year</c>, 2015 unless told). A service that is away costs the page its figures, not its existence.</summary>
internal sealed partial class CampaignProgress(
    IHttpClientFactory clients, IServiceProvider services, IConfiguration configuration, TimeProvider clock, ILogger<CampaignProgress> log)
{
    public const string Client = "home-reporting";

    private static readonly TimeSpan Kept = TimeSpan.FromSeconds(5);
    private readonly int year = configuration.GetValue("Home:Year", 2015);
    private volatile Held? held;

    public async Task<Progress?> ReadAsync(CancellationToken cancellationToken)
    {
        if (held is { } known && clock.GetUtcNow() - known.ReadAt < Kept)
            return known.Progress;
        Progress? progress = null;
        try
        {
            using var client = clients.CreateClient(Client);
            using var answer = await client.GetAsync(new Uri(Address(), $"api/reporting/campaigns/{year}/progress"), cancellationToken);
            if (answer.IsSuccessStatusCode)
                progress = await answer.Content.ReadFromJsonAsync<Progress>(cancellationToken);
        }
        catch (Exception failure) when (failure is HttpRequestException or System.Text.Json.JsonException or TaskCanceledException && !cancellationToken.IsCancellationRequested)
        {
            Away(log, failure.Message);
        }
        held = new Held(progress, clock.GetUtcNow());
        return progress;
    }

    private Uri Address() => services.GetService<LocalIdentity>() is null
        ? new Uri("http://reporting/")
        : OwnAddress.Of(services.GetRequiredService<IServer>());

    private sealed record Held(Progress? Progress, DateTimeOffset ReadAt);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The home page shows no progress: {Error}")]
    private static partial void Away(ILogger log, string error);
}
