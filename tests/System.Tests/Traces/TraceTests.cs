using Ptce.Demonstration.Loading;
using Ptce.Demonstration.Set;
using Ptce.System.Tests.Running;

namespace Ptce.System.Tests.Traces;

public sealed class TraceTests
{
    [Fact]
    public async Task One_trace_shows_an_answers_way_from_the_gateway_through_Survey_and_the_bus_to_Reporting()
    {
        await using var collector = await TraceCollector.StartAsync();
        await using var system = await DistributedSystem.StartAsync(new Dictionary<string, string>
        {
            ["OTEL_EXPORTER_OTLP_ENDPOINT"] = collector.Url,
            ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
            ["OTEL_BSP_SCHEDULE_DELAY"] = "200",
        });
        using var http = Connections.Client(system.Url, cookies: false, handler => handler);
        var api = new ApiClient(http, system.Options, TimeProvider.System);
        var machine = new MachineToken(http, api, system.Options, TimeProvider.System);
        var set = DemonstrationSet.Generate();
        var pole = set["phares"];
        await new LoadMorphology(api, machine, pole, set).RegisterAsync(CancellationToken.None);
        var dossier = await OpenAsync(api, machine);

        await new LoadSections(api, machine, pole).AnswersAsync(dossier, CancellationToken.None);

        var trace = await FollowAsync(collector);
        var answered = trace.Single(s => s is { Service: "survey", Kind: TraceCollector.Server } && s.Name.Contains("answers", StringComparison.Ordinal));
        var applied = trace.First(s => s is { Service: "reporting", Kind: TraceCollector.Consumer });
        Assert.Contains(Ancestors(trace, answered), s => s is { Service: "gateway", Kind: TraceCollector.Server });
        Assert.Contains(Ancestors(trace, applied), s => s.Id == answered.Id);
    }

    private static async Task<Guid> OpenAsync(ApiClient api, Token machine)
    {
        var id = Guid.CreateVersion7();
        await api.PostAsync("/api/survey/campaigns", new
        {
            Id = id,
            Year = 2015,
            Edition = "2015",
            Name = new { Fr = "Campagne d'essai", En = "Trial campaign" },
            ReferenceDate = new DateOnly(2015, 6, 30),
            FiscalYear = 2014,
            Demonstration = true,
            Poles = new List<string> { "phares" },
        }, machine, CancellationToken.None);
        await api.PostAsync($"/api/survey/campaigns/{id}/open", new { }, machine, CancellationToken.None);
        var page = await api.GetAsync($"/api/survey/campaigns/{id}/dossiers", machine, CancellationToken.None);
        return page["items"]![0]!["id"]!.GetValue<Guid>();
    }

    // Spans arrive in batches from five processes: wait until the trace has its last one.
    private static async Task<List<ExportedSpan>> FollowAsync(TraceCollector collector)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (true)
        {
            var traces = collector.Spans.Where(s => s is { Service: "survey", Kind: TraceCollector.Server } && s.Name.Contains("answers", StringComparison.Ordinal)).Select(s => s.Trace).ToHashSet();
            var whole = collector.Spans.Where(s => traces.Contains(s.Trace)).ToList();
            if (whole.Exists(s => s is { Service: "reporting", Kind: TraceCollector.Consumer }) && whole.Exists(s => s is { Service: "gateway", Kind: TraceCollector.Server }))
                return whole;
            await Task.Delay(200, limit.Token);
        }
    }

    private static IEnumerable<ExportedSpan> Ancestors(IReadOnlyCollection<ExportedSpan> trace, ExportedSpan span)
    {
        for (var up = trace.FirstOrDefault(s => s.Id == span.Parent); up is not null; up = trace.FirstOrDefault(s => s.Id == up.Parent))
            yield return up;
    }
}
