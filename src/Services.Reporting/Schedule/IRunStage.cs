using Ptce.Reporting.Storage;

namespace Ptce.Reporting.Schedule;

/// <summary>A stage of a run, made of items that succeed or fail one by one. Doing an item again gives the same.</summary>
internal interface IRunStage
{
    string Name { get; }

    /// <summary>Items of the stage; a failed one of a stage that the others need ends the run.</summary>
    Task<IReadOnlyList<string>> ItemsAsync(ReportingDb db, ReportRun run, CancellationToken ct);

    Task DoAsync(ReportingDb db, ReportRun run, string item, CancellationToken ct);

    /// <summary>Nothing after it makes sense when it fails.</summary>
    bool IsNeeded { get; }
}
