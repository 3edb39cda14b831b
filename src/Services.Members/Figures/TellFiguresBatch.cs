using Microsoft.EntityFrameworkCore;
using Ptce.Members.Editing;
using Ptce.Members.Organisations;
using Ptce.ServiceDefaults.Access;
using Ptce.ServiceDefaults.Problems;

namespace Ptce.Members.Figures;

/// <summary>One change of a batch.</summary>
/// <param name="Id">The client's UUID of the change.</param>
/// <param name="OrganisationId">Organisation.</param>
/// <param name="Year">Year.</param>
/// <param name="Base">Version that the change was made on, 0 when there was none.</param>
/// <param name="Figures">The figures, whole.</param>
internal sealed record FiguresChange(Guid Id, Guid OrganisationId, int Year, long Base, FiguresFacts Figures);

/// <summary>A batch of changes.</summary>
internal sealed record FiguresBatch(IReadOnlyList<FiguresChange> Changes);

/// <summary>What became of one change.</summary>
internal sealed record FiguresOutcome(Guid Id, string Outcome, long Revision)
{
    public FiguresView? Current { get; init; }

    public string? Code { get; init; }

    public string? Pointer { get; init; }

    public string? Message { get; init; }

    public string? Remedy { get; init; }
}

/// <summary>What became of a batch.</summary>
/// <param name="Results">In the order of the request.</param>
/// <param name="Revision">Revision of the pole's section after it.</param>
internal sealed record FiguresBatchResult(IReadOnlyList<FiguresOutcome> Results, long Revision);

/// <summary>Tells many figures at once: each change has its own fate, and sending it again is harmless.</summary>
internal static class TellFiguresBatch
{
    public const int Most = 500;

    public static Task<IResult> HandleAsync(string key, FiguresBatch batch, HttpContext http, Caller caller, MorphologyWriter writer, CancellationToken ct)
    {
        var changes = batch.Changes ?? [];
        if (changes.Count > Most)
            return Task.FromResult<IResult>(RequestProblems.Invalid.With(FiguresRules.TooMany.At("/changes", null)));
        var language = Languages.Of(http.Request);
        return writer.RunAsync(caller, async edit =>
        {
            var db = writer.Db;
            if (!await db.Poles.AnyAsync(p => p.Key == key, ct))
                return RequestProblems.NotFound.With();
            var desk = await FiguresDesk.OpenAsync(db, key, changes, ct);
            var results = new List<FiguresOutcome>(changes.Count);
            for (var i = 0; i < changes.Count; i++)
                results.Add(desk.Apply(edit, changes[i], $"/changes/{i}", language));
            if (desk.Changed)
                await edit.TouchAsync(key, ct);
            await db.SaveChangesAsync(ct);
            var revision = await db.Contents.Where(c => c.PoleKey == key).Select(c => c.Revision).SingleOrDefaultAsync(ct);
            return Results.Ok(new FiguresBatchResult(results, revision));
        }, ct);
    }
}
