namespace Ptce.Reporting.Schedule;

/// <summary>One run of the annual report: a row unique on (year, due time), claimed by lease.</summary>
internal sealed class ReportRun
{
    public required Guid Id { get; init; }

    public required int Year { get; init; }

    /// <summary>When it was due, UTC; for a run on demand, when it was asked for.</summary>
    public required DateTime DueAt { get; init; }

    public required bool OnDemand { get; init; }

    public RunState State { get; set; }

    /// <summary>Release that the run drew up or found.</summary>
    public int? ReleaseNumber { get; set; }

    /// <summary>Stage that is running.</summary>
    public string? Stage { get; set; }

    /// <summary>Fencing number of the lease under which the last step was written.</summary>
    public long Fence { get; set; }

    public DateTime? StartedAt { get; set; }

    public DateTime? FinishedAt { get; set; }

    /// <summary>Somebody asked it to stop: it does before its next item.</summary>
    public bool CancelAsked { get; set; }

    /// <summary>Why the run as a whole could not go on: a problem code.</summary>
    public string? Failure { get; set; }
}

internal enum RunState
{
    Waiting,
    Running,
    Done,
    Failed,
    Cancelled,
}

/// <summary>One thing that a run makes: done once, or failed and listed; a resumed run goes on with what is neither.</summary>
internal sealed class RunItem
{
    public required Guid RunId { get; init; }

    public required string Stage { get; init; }

    public required string Item { get; init; }

    public bool Done { get; set; }

    /// <summary>Type of the error, never a value of the report.</summary>
    public string? Failure { get; set; }
}
