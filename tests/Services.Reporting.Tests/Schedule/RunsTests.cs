using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Ptce.Messaging.Storage;
using Ptce.Reporting.Schedule;
using Ptce.Reporting.Storage;
using Ptce.Reporting.Tests.Invented;

namespace Ptce.Reporting.Tests.Schedule;

public sealed class RunsTests
{
    private readonly Guid _id = Guid.CreateVersion7();

    [Fact]
    public async Task A_run_on_demand_finds_the_release_and_writes_its_files_and_tells_its_progress()
    {
        using var house = await new ReportingHouse(new Grove()).PublishedAsync();
        using var analyst = house.AsPerson("analyst");
        Assert.Equal(HttpStatusCode.Accepted, (await AskAsync(analyst)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await AskAsync(analyst)).StatusCode);
        var events = await analyst.GetStringAsync($"/api/reporting/runs/{_id}/events");
        Assert.Contains("event: progress", events, StringComparison.Ordinal);
        var run = await ReportingHouse.JsonAsync(analyst, $"/api/reporting/runs/{_id}");
        Assert.Equal(("done", "2015.1", 0), (run.GetProperty("state").GetString(), run.GetProperty("release").GetString(), run.GetProperty("failed").GetArrayLength()));
        Assert.Equal(run.GetProperty("total").GetInt32(), run.GetProperty("done").GetInt32());
        var page = await File.ReadAllTextAsync(Path.Combine(house.Folder, "reports", "2015.1", "report.fr.html"));
        using var anyone = house.CreateClient();
        Assert.Equal(await anyone.GetStringAsync("/reports/2015.1?lang=fr"), page);
        foreach (var pole in Grove.Signing)
            foreach (var extension in new[] { "html", "csv", "json", "xlsx" })
                Assert.True(new FileInfo(Path.Combine(house.Folder, "reports", "2015.1", "sheets", $"{pole}.{extension}")).Length > 100, $"{pole}.{extension}");
        Assert.DoesNotContain("les-ormes", await File.ReadAllTextAsync(Path.Combine(house.Folder, "reports", "2015.1", "report.json")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failed_item_is_listed_and_stops_no_other_and_resuming_does_it_again()
    {
        var parts = new Parts { Broken = "b" };
        using var house = await With(parts, new ReportingHouse(new Grove())).PublishedAsync();
        using var analyst = house.AsPerson("analyst");
        await AskAsync(analyst);
        var run = await FinishedAsync(analyst);
        Assert.Equal("b", Assert.Single(run.GetProperty("failed").EnumerateArray()).GetProperty("item").GetString());
        Assert.Equal(["a", "c"], parts.Written.Order());
        parts.Broken = null;
        Assert.Equal(HttpStatusCode.Accepted, (await analyst.PostAsync($"/api/reporting/runs/{_id}/resume", null)).StatusCode);
        Assert.Empty((await FinishedAsync(analyst)).GetProperty("failed").EnumerateArray());
        Assert.Equal(["a", "b", "c"], parts.Written.Order());
    }

    [Fact]
    public async Task A_run_whose_process_died_goes_on_with_what_is_not_done()
    {
        var parts = new Parts();
        using var house = await With(parts, new ReportingHouse(new Grove())).PublishedAsync();
        await using (var scope = house.Services.GetRequiredService<DbScopes<ReportingDb>>().Open())
        {
            scope.Db.Runs.Add(new() { Id = _id, Year = 2015, DueAt = DateTime.UnixEpoch, OnDemand = true, State = RunState.Running, ReleaseNumber = 1 });
            scope.Db.RunItems.Add(new() { RunId = _id, Stage = "parts", Item = "a", Done = true });
            await scope.Db.SaveChangesAsync();
        }
        using var analyst = house.AsPerson("analyst");
        Assert.Equal("done", (await FinishedAsync(analyst)).GetProperty("state").GetString());
        Assert.Equal(["b", "c"], parts.Written.Order());
    }

    [Fact]
    public async Task What_fell_due_while_nothing_ran_is_caught_up_once_by_however_many_replicas()
    {
        using var house = await new ReportingHouse(new Grove()).PublishedAsync();
        await using (var scope = house.Services.GetRequiredService<DbScopes<ReportingDb>>().Open())
        {
            scope.Db.Schedules.Add(new() { Year = 2015, Cron = "0 0 6 1 10 ?", Enabled = true, ConsideredTo = new(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc) });
            await scope.Db.SaveChangesAsync();
        }
        var enqueue = house.Services.GetRequiredService<EnqueueDueRuns>();
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => enqueue.RunAsync(CancellationToken.None))));
        Assert.Equal(0, await enqueue.RunAsync(CancellationToken.None));
        using var analyst = house.AsPerson("analyst");
        Assert.Single((await ReportingHouse.JsonAsync(analyst, "/api/reporting/runs?year=2015")).GetProperty("items").EnumerateArray());
    }

    [Fact]
    public async Task A_schedule_is_kept_with_its_version_and_refuses_what_is_not_cron()
    {
        using var house = new ReportingHouse(new Grove());
        using var analyst = house.AsPerson("analyst");
        Assert.Equal(HttpStatusCode.OK, (await analyst.PutAsJsonAsync("/api/reporting/schedules/2015", new { cron = "0 0 6 1 10 ?" })).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await analyst.PutAsJsonAsync("/api/reporting/schedules/2015", new { cron = "0 0 6 1 10 ?" })).StatusCode);
        Assert.Equal((HttpStatusCode)428, (await analyst.PutAsJsonAsync("/api/reporting/schedules/2015", new { cron = "0 0 7 1 10 ?" })).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await analyst.PutAsJsonAsync("/api/reporting/schedules/2016", new { cron = "monthly" })).StatusCode);
        using var leader = house.AsPerson("leader:les-ormes");
        Assert.Equal(HttpStatusCode.Forbidden, (await leader.GetAsync("/api/reporting/runs")).StatusCode);
    }

    private static ReportingHouse With(Parts parts, ReportingHouse house)
    {
        var replace = house.Replace!;
        house.Replace = services =>
        {
            replace(services);
            services.AddSingleton<IRunStage>(parts);
        };
        return house;
    }

    private Task<HttpResponseMessage> AskAsync(HttpClient client) => client.PostAsJsonAsync("/api/reporting/runs", new { id = _id, year = 2015 });

    private async Task<JsonElement> FinishedAsync(HttpClient client)
    {
        var run = default(JsonElement);
        await ReportingHouse.UntilAsync(async () =>
        {
            run = await ReportingHouse.JsonAsync(client, $"/api/reporting/runs/{_id}");
            return run.TryGetProperty("finishedAt", out _);
        });
        return run;
    }

    /// <summary>A stage of three parts, one of which can be broken.</summary>
    private sealed class Parts : IRunStage
    {
        public string? Broken { get; set; }

        public ConcurrentBag<string> Written { get; } = [];

        public string Name => "parts";

        public bool IsNeeded => false;

        public Task<IReadOnlyList<string>> ItemsAsync(ReportingDb db, ReportRun run, CancellationToken ct) => Task.FromResult<IReadOnlyList<string>>(["a", "b", "c"]);

        public Task DoAsync(ReportingDb db, ReportRun run, string item, CancellationToken ct)
        {
            if (item == Broken)
                throw new IOException("disk full");
            Written.Add(item);
            return Task.CompletedTask;
        }
    }
}
