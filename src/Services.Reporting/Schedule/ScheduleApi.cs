using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Ptce.Messaging.Storage;
using Ptce.Reporting.Storage;
using Ptce.ServiceDefaults.Access;
using Ptce.ServiceDefaults.Http;
using Ptce.ServiceDefaults.Problems;

namespace Ptce.Reporting.Schedule;

/// <summary>Schedules and runs: cron per year, runs on demand, progress, cancel, resume.</summary>
internal static class ScheduleApi
{
    private static readonly Problem UnknownRun = new("reporting.run.unknown", StatusCodes.Status404NotFound, "Cette exécution n'existe pas.", "There is no such run.");

    private static readonly Problem UnknownSchedule = new("reporting.schedule.unknown", StatusCodes.Status404NotFound, "Aucun calendrier pour cette année.", "No schedule for this year.");

    private static readonly Problem BadCron = new(
        "reporting.schedule.cron",
        StatusCodes.Status422UnprocessableEntity,
        "L'expression cron n'est pas valide : six champs, les secondes d'abord, par exemple « 0 0 6 1 10 ? ».",
        "The cron expression is not valid: six fields, seconds first, for example “0 0 6 1 10 ?”.");

    private static readonly Problem OtherRun = new("reporting.run.different", StatusCodes.Status409Conflict, "Cet identifiant est celui d'une autre exécution.", "This id is that of another run.");

    private static readonly Problem NotStopped = new("reporting.run.not-stopped", StatusCodes.Status409Conflict, "Seule une exécution annulée ou en échec reprend.", "Only a cancelled or failed run resumes.");

    public static void Map(RouteGroupBuilder api)
    {
        var schedules = api.MapGroup("schedules").RequirePermission(Permissions.ReportsManage);
        schedules.MapGet("{year:int}", ReadScheduleAsync).WithSummary("Schedule of a year's report");
        schedules.MapPut("{year:int}", PutScheduleAsync).WithSummary("Cron in Europe/Paris; the first time needs no If-Match");
        var runs = api.MapGroup("runs").RequirePermission(Permissions.ReportsManage);
        runs.MapGet("", ListAsync).WithSummary("Runs, newest first");
        runs.MapPost("", AskAsync).WithSummary("Run on demand; the id is the client's");
        runs.MapGet("{id:guid}", ReadAsync).WithSummary("Progress of a run and what failed");
        runs.MapGet("{id:guid}/events", Follow).WithSummary("Progress as server-sent events");
        runs.MapPost("{id:guid}/cancel", CancelAsync).WithSummary("Stop before the next item");
        runs.MapPost("{id:guid}/resume", ResumeAsync).WithSummary("Go on with what is not done, failures included");
    }

    private static async Task<IResult> ReadScheduleAsync(int year, ReportingDb db, HttpContext http, CancellationToken ct)
    {
        if (await db.Schedules.FindAsync([year], ct) is not { } schedule)
            return UnknownSchedule.With();
        Preconditions.SetETag(http, schedule.Version);
        return TypedResults.Ok(ScheduleView.Of(schedule));
    }

    private static async Task<IResult> PutScheduleAsync(int year, ScheduleRequest request, ReportingDb db, HttpContext http, TimeProvider time, CancellationToken ct)
    {
        if (!EnqueueDueRuns.IsValid(request.Cron))
            return BadCron.With();
        var schedule = await db.Schedules.FindAsync([year], ct);
        if (schedule is null)
            db.Schedules.Add(schedule = new() { Year = year, Cron = request.Cron, Enabled = request.Enabled, ConsideredTo = time.GetUtcNow().UtcDateTime });
        else if ((schedule.Cron, schedule.Enabled) != (request.Cron, request.Enabled))
        {
            if (Preconditions.Check(http, schedule.Version, ScheduleView.Of(schedule), request) is { } refused)
                return refused;
            (schedule.Cron, schedule.Enabled, schedule.ConsideredTo) = (request.Cron, request.Enabled, time.GetUtcNow().UtcDateTime);
        }
        await db.SaveChangesAsync(ct);
        Preconditions.SetETag(http, schedule.Version);
        return TypedResults.Ok(ScheduleView.Of(schedule));
    }

    private static async Task<IResult> ListAsync(int? year, int? limit, string? cursor, ReportingDb db, CancellationToken ct)
    {
        var size = Page.Size(limit);
        var before = Page.After<DateTime?>(cursor) ?? DateTime.MaxValue;
        var rows = await db.Runs.AsNoTracking().Where(run => (year == null || run.Year == year) && run.DueAt < before).OrderByDescending(run => run.DueAt).Take(size + 1).ToListAsync(ct);
        return TypedResults.Ok(Page.Of(rows, size, run => run.DueAt, run => RunView.Of(run, [])));
    }

    private static async Task<IResult> AskAsync(RunRequest request, ReportingDb db, TimeProvider time, CancellationToken ct)
    {
        if (await db.Runs.FindAsync([request.Id], ct) is { } known)
            return known.Year == request.Year && known.OnDemand ? TypedResults.Ok(RunView.Of(known, [])) : OtherRun.With();
        var run = new ReportRun { Id = request.Id, Year = request.Year, DueAt = time.GetUtcNow().UtcDateTime, OnDemand = true };
        db.Runs.Add(run);
        await db.SaveChangesAsync(ct);
        return TypedResults.Accepted($"/api/reporting/runs/{run.Id}", RunView.Of(run, []));
    }

    private static async Task<IResult> ReadAsync(Guid id, DbScopes<ReportingDb> scopes, CancellationToken ct) =>
        await ViewAsync(id, scopes, ct) is { } view ? TypedResults.Ok(view) : UnknownRun.With();

    private static async Task<IResult> Follow(Guid id, DbScopes<ReportingDb> scopes, TimeProvider time, CancellationToken ct) =>
        await ViewAsync(id, scopes, ct) is null ? UnknownRun.With() : TypedResults.ServerSentEvents(ProgressAsync(id, scopes, time, ct));

    private static async IAsyncEnumerable<SseItem<RunView>> ProgressAsync(Guid id, DbScopes<ReportingDb> scopes, TimeProvider time, [EnumeratorCancellation] CancellationToken ct)
    {
        (string? Stage, int Done, int Failed, string State)? told = null;
        while (await ViewAsync(id, scopes, ct) is { } view)
        {
            var now = (view.Stage, view.Done, view.Failed.Count, view.State);
            if (told != now)
                yield return new SseItem<RunView>(view, "progress");
            told = now;
            if (view.FinishedAt is not null)
                yield break;
            await Task.Delay(TimeSpan.FromMilliseconds(300), time, ct);
        }
    }

    private static async Task<IResult> CancelAsync(Guid id, ReportingDb db, TimeProvider time, CancellationToken ct)
    {
        if (await db.Runs.FindAsync([id], ct) is not { } run)
            return UnknownRun.With();
        run.CancelAsked = run.FinishedAt is null;
        if (run.State == RunState.Waiting)
            (run.State, run.FinishedAt) = (RunState.Cancelled, time.GetUtcNow().UtcDateTime);
        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(RunView.Of(run, []));
    }

    private static async Task<IResult> ResumeAsync(Guid id, ReportingDb db, CancellationToken ct)
    {
        if (await db.Runs.FindAsync([id], ct) is not { } run)
            return UnknownRun.With();
        var items = await db.RunItems.Where(item => item.RunId == id).ToListAsync(ct);
        if (run.State is not (RunState.Cancelled or RunState.Failed) && !(run.State == RunState.Done && items.Exists(item => item.Failure is not null)))
            return NotStopped.With();
        (run.State, run.CancelAsked, run.Failure, run.FinishedAt) = (RunState.Waiting, false, null, null);
        foreach (var item in items.Where(item => item.Failure is not null))
            item.Failure = null;
        await db.SaveChangesAsync(ct);
        return TypedResults.Accepted($"/api/reporting/runs/{id}", RunView.Of(run, items));
    }

    private static async Task<RunView?> ViewAsync(Guid id, DbScopes<ReportingDb> scopes, CancellationToken ct)
    {
        await using var scope = scopes.Open();
        if (await scope.Db.Runs.AsNoTracking().SingleOrDefaultAsync(one => one.Id == id, ct) is not { } run)
            return null;
        return RunView.Of(run, await scope.Db.RunItems.AsNoTracking().Where(item => item.RunId == id).ToListAsync(ct));
    }
}

/// <summary>A schedule as sent.</summary>
internal sealed record ScheduleRequest(string Cron, bool Enabled = true);

/// <summary>A schedule as read.</summary>
internal sealed record ScheduleView(int Year, string Cron, string TimeZone, bool Enabled, DateTime ConsideredTo, long Version)
{
    public static ScheduleView Of(ReportSchedule schedule) => new(schedule.Year, schedule.Cron, "Europe/Paris", schedule.Enabled, schedule.ConsideredTo, schedule.Version);
}

/// <summary>A run asked for.</summary>
internal sealed record RunRequest(Guid Id, int Year);

/// <summary>Progress of a run.</summary>
internal sealed record RunView(Guid Id, int Year, DateTime DueAt, bool OnDemand, string State, string? Release, string? Stage, int Done, int Total, IReadOnlyList<FailedItem> Failed, string? Failure, DateTime? StartedAt, DateTime? FinishedAt)
{
    public static RunView Of(ReportRun run, IReadOnlyList<RunItem> items) => new(
        run.Id,
        run.Year,
        run.DueAt,
        run.OnDemand,
        run.State.ToString().ToLowerInvariant(),
        run.ReleaseNumber is { } number ? $"{run.Year}.{number}" : null,
        run.Stage,
        items.Count(item => item.Done),
        items.Count,
        [.. items.Where(item => item.Failure is not null).OrderBy(item => item.Stage, StringComparer.Ordinal).ThenBy(item => item.Item, StringComparer.Ordinal).Select(item => new FailedItem(item.Stage, item.Item, item.Failure!))],
        run.Failure,
        run.StartedAt,
        run.FinishedAt);
}

/// <summary>An item that failed.</summary>
internal sealed record FailedItem(string Stage, string Item, string Error);
