using Microsoft.EntityFrameworkCore;
using Ptce.Messaging.Leases;
using Ptce.Messaging.Storage;
using Ptce.Reporting.Storage;

namespace Ptce.Reporting.Schedule;

/// <summary>
/// Does runs, one at a time, under a lease that is renewed before every item. Whoever takes over a run whose process died goes on with
/// the items that are not done; a failed item is listed and does not stop the others.
/// </summary>
internal sealed partial class RunReports(DbScopes<ReportingDb> scopes, LeaseStore<ReportingDb> leases, IEnumerable<IRunStage> stages, TimeProvider time, ILogger<RunReports> log) : BackgroundService
{
    private static readonly TimeSpan LeaseTime = TimeSpan.FromSeconds(90);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (await RunNextAsync(stoppingToken))
                    continue;
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                Log.Interrupted(log, e);
            }
            await Task.Delay(Pause, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Does the oldest run that is waiting or was left; false when there is none to take.</summary>
    public async Task<bool> RunNextAsync(CancellationToken ct)
    {
        List<Guid> open;
        await using (var scope = scopes.Open())
            open = await scope.Db.Runs.AsNoTracking().Where(run => run.State == RunState.Waiting || run.State == RunState.Running).OrderBy(run => run.DueAt).Select(run => run.Id).Take(20).ToListAsync(ct);
        foreach (var id in open)
        {
            if (await leases.TryTakeAsync(LeaseOf(id), LeaseTime, ct) is not { } lease)
                continue;
            await RunAsync(id, lease, ct);
            await leases.ReleaseAsync(LeaseOf(id), ct);
            return true;
        }
        return false;
    }

    private async Task RunAsync(Guid id, HeldLease lease, CancellationToken ct)
    {
        await StepAsync(id, lease, run =>
        {
            run.State = RunState.Running;
            run.StartedAt ??= time.GetUtcNow().UtcDateTime;
        }, ct);
        foreach (var stage in stages)
            if (!await RunStageAsync(id, lease, stage, ct))
                return;
        await StepAsync(id, lease, run => Finish(run, RunState.Done, null), ct);
    }

    /// <summary>False when the run is over: cancelled, failed, or taken over by another process.</summary>
    private async Task<bool> RunStageAsync(Guid id, HeldLease lease, IRunStage stage, CancellationToken ct)
    {
        foreach (var item in await PlanAsync(id, stage, ct))
        {
            if (await leases.TryTakeAsync(LeaseOf(id), LeaseTime, ct) is not { } renewed || renewed.Fence != lease.Fence)
                return false;
            await using var scope = scopes.Open();
            var db = scope.Db;
            var run = await db.Runs.SingleAsync(one => one.Id == id, ct);
            if (run.Fence > lease.Fence)
                return false;
            if (run.CancelAsked)
            {
                Finish(run, RunState.Cancelled, null);
                await db.SaveChangesAsync(ct);
                return false;
            }
            if (!await DoItemAsync(db, run, lease, stage, item, ct) && stage.IsNeeded)
            {
                await StepAsync(id, lease, failed => Finish(failed, RunState.Failed, "reporting.run.stage-failed"), ct);
                return false;
            }
        }
        return true;
    }

    private async Task<List<string>> PlanAsync(Guid id, IRunStage stage, CancellationToken ct)
    {
        await using var scope = scopes.Open();
        var db = scope.Db;
        var run = await db.Runs.SingleAsync(one => one.Id == id, ct);
        var planned = await db.RunItems.Where(one => one.RunId == id && one.Stage == stage.Name).ToListAsync(ct);
        foreach (var item in (await stage.ItemsAsync(db, run, ct)).Except(planned.Select(one => one.Item)))
        {
            var added = new RunItem { RunId = id, Stage = stage.Name, Item = item };
            db.RunItems.Add(added);
            planned.Add(added);
        }
        await db.SaveChangesAsync(ct);
        return [.. planned.Where(one => !one.Done && one.Failure is null).Select(one => one.Item).Order(StringComparer.Ordinal)];
    }

    private async Task<bool> DoItemAsync(ReportingDb db, ReportRun run, HeldLease lease, IRunStage stage, string item, CancellationToken ct)
    {
        try
        {
            (run.Stage, run.Fence) = (stage.Name, lease.Fence);
            await stage.DoAsync(db, run, item, ct);
            (await db.RunItems.SingleAsync(one => one.RunId == run.Id && one.Stage == stage.Name && one.Item == item, ct)).Done = true;
            await db.SaveChangesAsync(ct);
            return true;
        }
        catch (Exception e) when (!ct.IsCancellationRequested && e is not DbUpdateConcurrencyException)
        {
            Log.ItemFailed(log, stage.Name, item, e);
            await using var scope = scopes.Open();
            (await scope.Db.RunItems.SingleAsync(one => one.RunId == run.Id && one.Stage == stage.Name && one.Item == item, ct)).Failure = e.GetType().Name;
            await scope.Db.SaveChangesAsync(ct);
            return false;
        }
    }

    private async Task StepAsync(Guid id, HeldLease lease, Action<ReportRun> change, CancellationToken ct)
    {
        await using var scope = scopes.Open();
        var run = await scope.Db.Runs.SingleAsync(one => one.Id == id, ct);
        if (run.Fence > lease.Fence)
            return;
        run.Fence = lease.Fence;
        change(run);
        await scope.Db.SaveChangesAsync(ct);
    }

    private void Finish(ReportRun run, RunState state, string? failure) =>
        (run.State, run.Failure, run.Stage, run.FinishedAt) = (state, failure, null, time.GetUtcNow().UtcDateTime);

    private static string LeaseOf(Guid id) => $"reporting.run.{id:N}";

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "The report's runs were interrupted and go on")]
        public static partial void Interrupted(ILogger log, Exception error);

        [LoggerMessage(Level = LogLevel.Warning, Message = "{Stage} {Item} failed; the run goes on with the others")]
        public static partial void ItemFailed(ILogger log, string stage, string item, Exception error);
    }
}
