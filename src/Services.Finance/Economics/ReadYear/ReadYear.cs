using Microsoft.EntityFrameworkCore;
using Ptce.Finance.Economics.ChangeLines;
using Ptce.Finance.Economics.Lines;
using Ptce.Finance.Sections;
using Ptce.ServiceDefaults.Http;
using Ptce.ServiceDefaults.Problems;

namespace Ptce.Finance.Economics.ReadYear;

/// <summary>Reads economics.</summary>
internal static class ReadYear
{
    public static async Task<IResult> HandleAsync(string key, int year, FinanceDb db, HttpContext http, CancellationToken ct)
    {
        if (await db.FindAsync(key, year, ct) is not { } found)
            return RequestProblems.NotFound.With();
        Preconditions.SetETag(http, found.Version);
        return Results.Ok(YearView.Of(found, await db.PreviousAsync(key, year, ct), Languages.Of(http.Request)));
    }

    public static async Task<Page<YearSummary>> ListAsync(string key, FinanceDb db, int? limit, string? cursor, CancellationToken ct)
    {
        var size = Page.Size(limit);
        var before = Page.After<int?>(cursor) ?? int.MaxValue;
        var years = await db.Years.AsNoTracking().Where(y => y.PoleKey == key && y.Year < before).OrderByDescending(y => y.Year).Take(size + 1).ToListAsync(ct);
        return Page.Of(years, size, y => y.Year, y => new YearSummary(
            y.Year, Wire<Situation>.Of(y.Situation), y.Forecast, y.Total(LineSide.Income) / 100m, y.Total(LineSide.Expense) / 100m, y.Version));
    }

    public static async Task<IResult> ListChangesAsync(string key, int year, FinanceDb db, int? limit, string? cursor, CancellationToken ct)
    {
        var id = await db.Years.Where(y => y.PoleKey == key && y.Year == year).Select(y => y.Id).SingleOrDefaultAsync(ct);
        if (id == Guid.Empty)
            return RequestProblems.NotFound.With();
        var size = Page.Size(limit);
        var after = Page.After<long?>(cursor) ?? 0;
        var records = await db.LineRecords.AsNoTracking().Where(r => r.YearId == id && r.Position > after).OrderBy(r => r.Position).Take(size + 1).ToListAsync(ct);
        return Results.Ok(Page.Of(records, size, r => r.Position, RecordView.Of));
    }

    public static IReadOnlyList<CatalogueLine> Catalogue() => CatalogueLine.All;
}

/// <summary>A year in a list; amounts in EUR.</summary>
internal sealed record YearSummary(int Year, string? Situation, bool Forecast, decimal Income, decimal Expenses, long Version);

/// <summary>An accepted change, as the API shows it.</summary>
internal sealed record RecordView(Guid Id, string Line, int N, int Revision, System.Text.Json.JsonElement After, string By, DateTime At)
{
    public static RecordView Of(LineRecord record) => new(
        record.ChangeId, record.Line, record.Number, record.Revision, System.Text.Json.JsonElement.Parse(record.Content), record.By, record.At);
}

/// <summary>A line of the catalogue with both labels.</summary>
internal sealed record CatalogueLine(string Code, LineSide Side, LineGroup Group, LocalText Label, Funder? Funder, bool PublicFunder, bool Premises)
{
    public static IReadOnlyList<CatalogueLine> All { get; } =
        [.. LineCatalogue.All.Select(line => new CatalogueLine(line.Code, line.Side, line.Group, new(line.Fr, line.En), line.Funder, line.PublicFunder, line.Premises))];
}
