using Microsoft.EntityFrameworkCore;
using Ptce.Messaging.Storage;
using Ptce.Reporting.Storage;
using Quartz;

namespace Ptce.Reporting.Schedule;

/// <summary>
/// Quartz only triggers this; what falls due becomes a row, unique on (year, due time), whichever replica is first. However long nothing ran,
/// a schedule is caught up with one run, for the last due time.
/// </summary>
[DisallowConcurrentExecution]
internal sealed class EnqueueDueRuns(DbScopes<ReportingDb> scopes, TimeProvider time) : IJob
{
    public static readonly TimeSpan Every = TimeSpan.FromSeconds(15);

    private static readonly TimeZoneInfo Paris = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");

    private static readonly TimeSpan[] Windows = [TimeSpan.FromHours(1), TimeSpan.FromDays(2), TimeSpan.FromDays(62), TimeSpan.FromDays(4000)];

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) => await RunAsync(cancellationToken);

    /// <summary>Gives the number of runs enqueued.</summary>
    public async Task<int> RunAsync(CancellationToken ct)
    {
        await using var scope = scopes.Open();
        var db = scope.Db;
        var now = time.GetUtcNow().UtcDateTime;
        var enqueued = 0;
        foreach (var schedule in await db.Schedules.Where(schedule => schedule.Enabled && schedule.ConsideredTo < now).ToListAsync(ct))
        {
            if (LastDue(schedule.Cron, schedule.ConsideredTo, now) is not { } due)
                continue;
            db.Runs.Add(new() { Id = Guid.CreateVersion7(), Year = schedule.Year, DueAt = due, OnDemand = false });
            schedule.ConsideredTo = due;
            enqueued++;
        }
        try
        {
            await db.SaveChangesAsync(ct);
            return enqueued;
        }
        catch (DbUpdateException) when (!ct.IsCancellationRequested)
        {
            // Another replica enqueued the same due time; its row stands.
            return 0;
        }
    }

    /// <summary>The last time due after one moment and not after another; null when none is.</summary>
    public static DateTime? LastDue(string cron, DateTime after, DateTime until)
    {
        var expression = new CronExpression(cron, Paris);
        // The last one is near the end for a busy schedule and rare for a sparse one: look back further and further.
        foreach (var window in Windows)
        {
            var from = until - after > window ? until - window : after;
            DateTime? last = null;
            for (var next = expression.GetNextValidTimeAfter(from); next is { } due && due.UtcDateTime <= until; next = expression.GetNextValidTimeAfter(due))
                last = due.UtcDateTime;
            if (last is not null || from == after)
                return last;
        }
        return null;
    }

    public static bool IsValid(string cron) => CronExpression.TryParse(cron, out _);
}
