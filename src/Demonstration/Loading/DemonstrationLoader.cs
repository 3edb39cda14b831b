using System.Collections.Concurrent;
using System.Net;
using System.Text.Json.Nodes;
using Ptce.Demonstration.Rule;
using Ptce.Demonstration.Set;

namespace Ptce.Demonstration.Loading;

/// <summary>
/// Loads the demonstration data set (jeu de démonstration) through the public API, as any client would: a machine enters the data,
/// people sign. Every call can be repeated; a load that was cut off anywhere is resumed by starting it again.
/// </summary>
public sealed class DemonstrationLoader : IDisposable
{
    private readonly LoadOptions options;
    private readonly TimeProvider time;
    private readonly Action<string> tell;
    private readonly Func<HttpMessageHandler, HttpMessageHandler> watch;
    private readonly HttpClient http;
    private readonly ApiClient api;
    private readonly MachineToken machine;
    private readonly DemonstrationSet set = DemonstrationSet.Generate();

    /// <summary>A loader for one system.</summary>
    /// <param name="options">Where and as whom.</param>
    /// <param name="tell">Hears a line for each step.</param>
    /// <param name="time">Clock; the system's when left out.</param>
    public DemonstrationLoader(LoadOptions options, Action<string> tell, TimeProvider? time = null)
        : this(options, tell, time ?? TimeProvider.System, handler => handler)
    {
    }

    /// <summary>A loader whose requests somebody watches.</summary>
    internal DemonstrationLoader(LoadOptions options, Action<string> tell, TimeProvider time, Func<HttpMessageHandler, HttpMessageHandler> watch)
    {
        (this.options, this.tell, this.time, this.watch) = (options, tell, time, watch);
        http = Connections.Client(options.Url, cookies: false, watch);
        api = new ApiClient(http, options, time);
        machine = new MachineToken(http, api, options, time);
        People = Loading.People.Of(set, options.ClientSecret);
    }

    /// <summary>The people that the load registers.</summary>
    public IReadOnlyList<DemonstrationPerson> People { get; }

    /// <summary>Id of the campaign.</summary>
    public static Guid Campaign { get; } = Draw.Of("campaign").Id();

    /// <summary>Loads everything that is not there yet.</summary>
    /// <param name="ct">Cuts the load off.</param>
    /// <returns>Signed digests, and what was interrupted on the way.</returns>
    public async Task<LoadOutcome> LoadAsync(CancellationToken ct = default)
    {
        await Loading.People.RegisterAsync(api, machine, People, ct);
        tell($"{People.Count} personnes de démonstration");
        await Parallel.ForEachAsync(set.Poles, Parallelism(ct), async (pole, stop) => await new LoadMorphology(api, machine, pole, set).RegisterAsync(stop));
        var dossiers = await OpenCampaignAsync(ct);
        tell($"campagne ouverte : {dossiers.Count} dossiers");
        var digests = new ConcurrentDictionary<string, string>();
        await Parallel.ForEachAsync(set.Poles, Parallelism(ct), async (pole, stop) =>
        {
            digests[pole.Pole.Key] = await CarryAsync(pole, dossiers[pole.Pole.Key], stop);
            tell($"{digests.Count}/{set.Poles.Count} dossiers signés ({pole.Pole.Name})");
        });
        if (!options.LeaveOpen)
            await PublishAsync(ct);
        return new LoadOutcome(digests, new Dictionary<string, int>(api.Interrupted));
    }

    /// <summary>Requests that were interrupted and sent again so far, by service.</summary>
    public IReadOnlyDictionary<string, int> Interrupted => api.Interrupted;

    /// <inheritdoc/>
    public void Dispose() => http.Dispose();

    private ParallelOptions Parallelism(CancellationToken ct) => new() { MaxDegreeOfParallelism = options.AtOnce, CancellationToken = ct };

    private async Task<string> CarryAsync(PoleSet pole, (Guid Id, string State) dossier, CancellationToken ct)
    {
        var leader = new PersonToken(People.Single(p => p.Grant == $"leader:{pole.Pole.Key}"), api, () => Connections.Client(options.Url, cookies: true, watch), time);
        // Nothing is entered again once a dossier is handed in: a late repetition would be refused, and rightly.
        if (dossier.State is "to-fill")
        {
            await new LoadMorphology(api, machine, pole, set).FillAsync(ct);
            var sections = new LoadSections(api, machine, pole);
            await sections.EconomicsAsync(ct);
            await sections.AnswersAsync(dossier.Id, ct);
            await sections.DataNotesAsync(dossier.Id, set.Facts.DataNotes, ct);
        }
        return await new CarryDossier(api, machine, leader, options, time).ToSignatureAsync(dossier.Id, ct);
    }

    private async Task<Dictionary<string, (Guid Id, string State)>> OpenCampaignAsync(CancellationToken ct)
    {
        var aggregates = set.Facts.Aggregates;
        var year = aggregates.ReferenceDate.Year;
        var campaign = await FindCampaignAsync(ct) ?? await api.PostAsync("/api/survey/campaigns", new
        {
            Id = Campaign,
            Year = year,
            Edition = "2015",
            Name = new { Fr = "Campagne 2015 – jeu de démonstration", En = "2015 campaign – demonstration data" },
            aggregates.ReferenceDate,
            set.Facts.Economics.FiscalYear,
            Demonstration = true,
            Calendar = new { Launch = new DateOnly(year, 1, 15), FirstInterviews = new DateOnly(year, 2, 1), SecondInterviews = new DateOnly(year, 5, 15), SignOff = new DateOnly(year, 6, 30), Publication = new DateOnly(year, 10, 1) },
            Poles = set.Poles.Select(p => p.Pole.Key).ToArray(),
        }, machine, ct);
        if (campaign["state"]!.GetValue<string>() == "draft")
            await api.PostAsync($"/api/survey/campaigns/{Campaign}/open", new { }, machine, ct);
        Dictionary<string, (Guid, string)> dossiers = [];
        for (string? cursor = ""; cursor is not null;)
        {
            var page = await api.GetAsync($"/api/survey/campaigns/{Campaign}/dossiers?limit=100{(cursor.Length > 0 ? "&cursor=" + Uri.EscapeDataString(cursor) : "")}", machine, ct);
            foreach (var dossier in page["items"]!.AsArray())
                dossiers[dossier!["pole"]!.GetValue<string>()] = (dossier["id"]!.GetValue<Guid>(), dossier["state"]!.GetValue<string>());
            cursor = page["next"]?.GetValue<string>();
        }
        return dossiers;
    }

    private async Task<JsonNode?> FindCampaignAsync(CancellationToken ct)
    {
        try
        {
            return await api.GetAsync($"/api/survey/campaigns/{Campaign}", machine, ct);
        }
        catch (ApiRefusedException refused) when (refused.Status == HttpStatusCode.NotFound)
        {
            return null;
        }
    }

    private async Task PublishAsync(CancellationToken ct)
    {
        var state = (await FindCampaignAsync(ct))!["state"]!.GetValue<string>();
        if (state == "open")
            await api.PostAsync($"/api/survey/campaigns/{Campaign}/close", new { }, machine, ct);
        if (state is "open" or "closed")
            await api.PostAsync($"/api/survey/campaigns/{Campaign}/publish", new { LeaveOut = Array.Empty<string>() }, machine, ct);
        tell("campagne publiée");
        var year = set.Facts.Aggregates.ReferenceDate.Year;
        await api.EventuallyAsync(() => api.GetAsync($"/api/reporting/releases/{year}", machine, ct), refused => refused.Status == HttpStatusCode.NotFound, ct);
        tell($"rapport {year} publié");
    }
}
