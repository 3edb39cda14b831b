using Microsoft.EntityFrameworkCore;
using Ptce.Grid.Canonical;
using Ptce.Members.Editing;
using Ptce.ServiceDefaults.Access;
using Ptce.ServiceDefaults.Problems;

namespace Ptce.Members.Exchange;

/// <summary>What happened, or would happen, to one kind of record.</summary>
internal sealed record ImportCount(int Created, int Changed, int Unchanged);

/// <summary>Outcome of an import.</summary>
/// <param name="DryRun">Nothing was written.</param>
/// <param name="Lines">Lines read.</param>
/// <param name="Organisations">Organisations.</param>
/// <param name="Memberships">Memberships with their periods and criteria.</param>
/// <param name="Figures">Yearly figures.</param>
internal sealed record ImportOutcome(bool DryRun, int Lines, ImportCount Organisations, ImportCount Memberships, ImportCount Figures);

/// <summary>
/// Imports members from CSV or XLSX: all or nothing, every fault named by line and column, repeating a file changes nothing. Recorded time is
/// the server's, whatever the file says.
/// </summary>
internal static class ImportMembers
{
    public const long MostBytes = 25_000_000;

    private const int Attempts = 3;

    public static async Task<IResult> HandleAsync(bool? dryRun, HttpContext http, Caller caller, MorphologyWriter writer, CancellationToken ct)
    {
        if (await ReadBodyAsync(http, ct) is not { } file)
            return RequestProblems.TooLarge.With();
        var table = ReadTable.From(file);
        if (table.Faults.Count > 0)
            return Faulty(table.Faults);
        var faults = new List<CellFault>();
        var lines = table.Lines.Select(line => ParsedLine.Of(line, faults)).ToList();
        for (var attempt = 1; ; attempt++)
        {
            // The plan is made without holding up other writers; what it read is checked by version when it is written.
            var plan = await PlanAsync(writer, caller, lines, faults, Now(http), ct);
            if (dryRun == true || plan.Faults.Count > 0)
                return Answer(plan, lines.Count, dryRun: true);
            try
            {
                return await writer.RunOnceAsync(caller, async edit =>
                {
                    await new ImportWriter(writer.Db, edit, plan, writer.Today, ContentDigest.Of(file)).WriteAsync(ct);
                    return Answer(plan, lines.Count, dryRun: false);
                }, ct);
            }
            catch (DbUpdateConcurrencyException) when (attempt < Attempts)
            {
                writer.Db.ChangeTracker.Clear();
            }
        }
    }

    private static DateTime Now(HttpContext http) => http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime;

    private static async Task<ImportPlan> PlanAsync(MorphologyWriter writer, Caller caller, List<ParsedLine> lines, List<CellFault> faults, DateTime now, CancellationToken ct)
    {
        var plan = new ImportPlan(await ExistingMembers.ReadAsync(writer.Db, lines, ct), caller, writer.Today, now);
        plan.Faults.AddRange(faults);
        plan.Take(lines);
        return plan;
    }

    private static IResult Answer(ImportPlan plan, int lines, bool dryRun) => plan.Faults.Count > 0
        ? Faulty(plan.Faults)
        : Results.Ok(new ImportOutcome(
            dryRun,
            lines,
            Count(plan.Organisations, o => o.Stored is null, o => o.Changed),
            Count(plan.Memberships.Values, m => m.IsNew, m => m.Changed),
            Count(plan.Figures.Values, f => f.Stored is null, f => f.Changed)));

    private static ImportCount Count<T>(IReadOnlyCollection<T> plans, Func<T, bool> isNew, Func<T, bool> changed)
    {
        var created = plans.Count(isNew);
        var altered = plans.Count(p => !isNew(p) && changed(p));
        return new(created, altered, plans.Count - created - altered);
    }

    private static ProblemResult Faulty(IEnumerable<CellFault> faults) => ExchangeRules.Faulty.With(
        [.. faults.OrderBy(f => f.Line).ThenBy(f => f.Column, StringComparer.Ordinal).Select(f => f.Rule.At(f.Line, f.Column, f.Value))]);

    private static async Task<byte[]?> ReadBodyAsync(HttpContext http, CancellationToken ct)
    {
        if (http.Request.ContentLength > MostBytes)
            return null;
        using var body = new MemoryStream();
        var buffer = new byte[81920];
        for (int read; (read = await http.Request.Body.ReadAsync(buffer, ct)) > 0;)
        {
            if (body.Length + read > MostBytes)
                return null;
            body.Write(buffer, 0, read);
        }
        return body.ToArray();
    }
}
