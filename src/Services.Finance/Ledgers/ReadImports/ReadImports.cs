using Microsoft.EntityFrameworkCore;
using Ptce.Finance.Economics.Lines;
using Ptce.Finance.Ledgers.ImportLedger;
using Ptce.Finance.Ledgers.Reading;
using Ptce.Finance.Ledgers.Storage;
using Ptce.ServiceDefaults.Http;
using Ptce.ServiceDefaults.Problems;

namespace Ptce.Finance.Ledgers.ReadImports;

/// <summary>An import in a list.</summary>
internal sealed record ImportSummary(Guid Id, string Kind, string Regime, long LinesRead, DateTime At, DateTime? AppliedAt);

/// <summary>A posting behind a figure; amount in EUR in the sign of its line's side, and the part of it inside the slice.</summary>
internal sealed record PostingView(int Part, int Line, string Journal, string Number, DateOnly? Date, string Account, decimal Amount, decimal Percent);

/// <summary>Reads imports, and drills down from a figure to the entries behind it.</summary>
internal static class ReadImports
{
    public static async Task<Page<ImportSummary>> ListAsync(string key, int year, FinanceDb db, int? limit, string? cursor, CancellationToken ct)
    {
        var size = Page.Size(limit);
        var after = Page.After<Guid?>(cursor);
        var imports = db.Imports.AsNoTracking().Where(i => i.PoleKey == key && i.Year == year);
        if (after is { } last && await imports.Where(i => i.Id == last).Select(i => (DateTime?)i.At).SingleOrDefaultAsync(ct) is { } at)
            imports = imports.Where(i => i.At < at);
        var rows = await imports.OrderByDescending(i => i.At).Take(size + 1)
            .Select(i => new ImportSummary(i.Id, i.Kind, i.Regime, i.Lines, i.At, i.AppliedAt)).ToListAsync(ct);
        return Page.Of(rows, size, row => row.Id, row => row);
    }

    public static async Task<IResult> HandleAsync(string key, int year, Guid id, FinanceDb db, HttpContext http, CancellationToken ct) =>
        await FindAsync(key, year, id, db, ct) is { } import ? Results.Ok(ImportView.Of(import, Languages.Of(http.Request))) : RequestProblems.NotFound.With();

    /// <summary>Postings of one harmonised line, in the order of the file.</summary>
    public static async Task<IResult> ListEntriesAsync(string key, int year, Guid id, string line, FinanceDb db, string? account, int? limit, string? cursor, CancellationToken ct)
    {
        if (await FindAsync(key, year, id, db, ct) is not { } import || LineCatalogue.Find(line) is not { } wanted)
            return RequestProblems.NotFound.With();
        var size = Page.Size(limit);
        var position = LineCatalogue.PositionOf(line);
        var sign = wanted.Side is LineSide.Expense or LineSide.Use ? -1 : 1;
        var start = Page.After<long?>(cursor) is { } given ? given + 1 : 0;
        var rows = new List<(long Place, PostingView View)>();
        for (var number = (int)(start / ChunkFormat.Postings); number < import.Chunks && rows.Count <= size; number++)
        {
            var chunk = await db.Chunks.AsNoTracking().Where(c => c.ImportId == id && c.Number == number).Select(c => c.Content).SingleAsync(ct);
            var place = (long)number * ChunkFormat.Postings - 1;
            foreach (var posting in ChunkFormat.Read(chunk))
            {
                place++;
                if (place < start || posting.Mapped != position || posting.BasisPoints == 0 || account is not null && !posting.Account.StartsWith(account, StringComparison.Ordinal))
                    continue;
                rows.Add((place, new PostingView(posting.Part, posting.Line, posting.Journal, posting.Number,
                    posting.Date == 0 ? null : LedgerDate.Date(posting.Date), posting.Account, sign * posting.Cents / 100m, posting.BasisPoints / 100m)));
                if (rows.Count > size)
                    break;
            }
        }
        return Results.Ok(Page.Of(rows, size, row => row.Place, row => row.View));
    }

    public static async Task<IResult> DeleteAsync(string key, int year, Guid id, FinanceDb db, CancellationToken ct)
    {
        if (await FindAsync(key, year, id, db, ct) is null)
            return RequestProblems.NotFound.With();
        await db.Imports.Where(i => i.Id == id).ExecuteDeleteAsync(ct);
        await db.Chunks.Where(c => c.ImportId == id).ExecuteDeleteAsync(ct);
        return Results.NoContent();
    }

    private static Task<LedgerImport?> FindAsync(string key, int year, Guid id, FinanceDb db, CancellationToken ct) =>
        db.Imports.AsNoTracking().SingleOrDefaultAsync(i => i.Id == id && i.PoleKey == key && i.Year == year, ct);
}
