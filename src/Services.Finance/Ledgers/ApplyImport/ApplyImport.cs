using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Ptce.Finance.Economics;
using Ptce.Finance.Economics.ChangeLines;
using Ptce.Finance.Economics.Lines;
using Ptce.Finance.Economics.Perimeters;
using Ptce.Finance.Economics.ReadYear;
using Ptce.Finance.Economics.SetYear;
using Ptce.Finance.Ledgers.ImportLedger;
using Ptce.Finance.Ledgers.Storage;
using Ptce.Finance.Sections;
using Ptce.ServiceDefaults.Access;
using Ptce.ServiceDefaults.Http;
using Ptce.ServiceDefaults.Problems;

namespace Ptce.Finance.Ledgers.ApplyImport;

/// <summary>Makes the lines of an import the lines of its year. Applied again, it changes nothing.</summary>
internal sealed class ApplyImport(FinanceDb db, TimeProvider time)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public async Task<IResult> HandleAsync(string key, int year, Guid id, bool replace, Caller caller, HttpContext http, CancellationToken ct)
    {
        var (economics, problem) = await RunAsync(key, year, id, replace, caller.Subject, ct);
        if (problem is not null)
            return problem;
        Preconditions.SetETag(http, economics!.Version);
        return Results.Ok(YearView.Of(economics, await db.PreviousAsync(key, year, ct), Languages.Of(http.Request)));
    }

    public async Task<(EconomicYear? Year, ProblemResult? Problem)> RunAsync(string key, int year, Guid id, bool replace, string by, CancellationToken ct)
    {
        var import = await db.Imports.SingleOrDefaultAsync(i => i.Id == id && i.PoleKey == key && i.Year == year, ct);
        if (import is null)
            return (null, RequestProblems.NotFound.With());
        if (await db.IsClosedAsync(key, year, ct))
            return (null, EconomicsProblems.YearClosed.With());
        var found = await db.FindAsync(key, year, ct);
        var economics = found ?? EconomicYear.Open(key, year);
        var report = ImportReport.Read(import.Report);
        if (economics.Lines.Any() && economics.Lines.Where(line => line.ImportId is not null).All(line => line.ImportId == id) && economics.Lines.Any(line => line.ImportId == id))
            return (economics, null);
        var sides = report.Lines.Select(line => LineCatalogue.Get(line.Line).Side).Concat([LineSide.Income, LineSide.Expense]).ToHashSet();
        if (!replace && economics.Lines.Any(line => line.ImportId is null && sides.Contains(line.Definition.Side)))
            return (null, LedgerProblems.TypedLines.With());
        Apply(economics, report, import, sides, by);
        if (found is null)
            db.Years.Add(economics);
        import.AppliedAt = time.GetUtcNow().UtcDateTime;
        await db.AnnounceAsync(economics, ct);
        await db.SaveChangesAsync(ct);
        return (economics, null);
    }

    private void Apply(EconomicYear year, ImportReport report, LedgerImport import, HashSet<LineSide> sides, string by)
    {
        var kept = new HashSet<EconomicLine>();
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var draft in report.Lines)
        {
            var number = numbers[draft.Line] = numbers.GetValueOrDefault(draft.Line) + 1;
            var line = year.Find(draft.Line, number)
                ?? year.Add(new EconomicLine { YearId = year.Id, Line = draft.Line, Number = number, Provenance = Provenance.Imported });
            kept.Add(line);
            Destination? destination = draft.Destination is { } d && Wire<Destination>.TryParse(d, out var parsed) ? parsed : null;
            Perimeter? perimeter = draft.Perimeter is { } p && Wire<Perimeter>.TryParse(p, out var tagged) ? tagged : null;
            (line.Cents, line.Destination, line.Perimeter) = (draft.Cents, destination, perimeter);
            (line.Funder, line.FunderKey) = (line.Definition.Funder, draft.FunderKey);
            line.Premises = draft.Premises ?? (line.Definition.Premises || destination is Destination.Premises);
            (line.Provenance, line.Source, line.Comment) = (Provenance.Imported, import.Kind == "fec" ? "FEC" : "Balance générale", null);
            (line.ImportId, line.Removed) = (import.Id, false);
            Record(year, line, by);
        }
        foreach (var line in year.Lines.Where(line => !kept.Contains(line) && (line.ImportId is not null || sides.Contains(line.Definition.Side))).ToList())
        {
            line.Removed = true;
            Record(year, line, by);
        }
        year.Touch();
    }

    private void Record(EconomicYear year, EconomicLine line, string by)
    {
        line.Revision++;
        db.LineRecords.Add(new LineRecord
        {
            YearId = year.Id,
            ChangeId = Guid.CreateVersion7(),
            Fingerprint = new string('0', 64),
            Line = line.Line,
            Number = line.Number,
            Revision = line.Revision,
            Content = JsonSerializer.Serialize(LineView.Of(line), Json),
            By = by,
            At = time.GetUtcNow().UtcDateTime,
        });
    }
}
