namespace Ptce.Reporting.Schedule;

/// <summary>When the report of a year is drawn up by itself (calendrier): a cron expression read in Europe/Paris.</summary>
internal sealed class ReportSchedule : Messaging.Storage.IVersioned
{
    public required int Year { get; init; }

    /// <summary>Six fields, seconds first, as Quartz reads them.</summary>
    public required string Cron { get; set; }

    public bool Enabled { get; set; }

    /// <summary>Due times up to here are done with, UTC: what fell due since, while nothing ran, is caught up once.</summary>
    public DateTime ConsideredTo { get; set; }

    public long Version { get; private set; }
}
