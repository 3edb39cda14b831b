using Quartz;

namespace Ptce.Reporting.Schedule;

/// <summary>Registers the clock that enqueues runs, and the worker that does them.</summary>
internal static class ScheduleModule
{
    private const string Key = "reporting.enqueue-due-runs";

    public static void AddReportSchedule(this IServiceCollection services)
    {
        services.AddSingleton<RunFiles>();
        services.AddSingleton<IRunStage, DrawUpStage>();
        services.AddSingleton<IRunStage, WriteReportStage>();
        services.AddSingleton<IRunStage, WriteSheetsStage>();
        services.AddSingleton<EnqueueDueRuns>();
        services.AddSingleton<RunReports>();
        services.AddHostedService(provider => provider.GetRequiredService<RunReports>());
        services.AddQuartz(quartz =>
        {
            quartz.AddJob<EnqueueDueRuns>(job => job.WithIdentity(Key));
            quartz.AddTrigger(trigger => trigger.ForJob(Key).StartNow().WithSimpleSchedule(simple => simple.WithInterval(EnqueueDueRuns.Every).RepeatForever()));
        });
        services.AddQuartzHostedService(options => options.WaitForJobsToComplete = true);
    }
}
