using Microsoft.EntityFrameworkCore;
using Ptce.Members.Composition;
using Ptce.Members.Memberships;
using Ptce.Members.Storage;
using Ptce.Members.Vocabulary;
using Ptce.ServiceDefaults.Access;
using Ptce.ServiceDefaults.Http;
using Ptce.ServiceDefaults.Problems;

namespace Ptce.Members.Poles;

/// <summary>A condition of the composition, as the API answers it.</summary>
/// <param name="At">Date of the members counted.</param>
/// <param name="Conditions">Conditions of the décret.</param>
/// <param name="Warning">At least one is not met.</param>
internal sealed record CompositionView(DateOnly At, IReadOnlyList<Condition> Conditions, bool Warning);

internal static class ReadPoles
{
    public static async Task<IResult> ListAsync(MembersDb db, Caller caller, string? search, string? territoryKind, string? sort, int? limit, string? cursor, CancellationToken ct)
    {
        var size = Page.Size(limit);
        var poles = db.Poles.AsNoTracking();
        if (caller.PolesWith(Permissions.PolesRead)?.ToList() is { } mine)
            poles = poles.Where(p => mine.Contains(p.Key));
        if (!string.IsNullOrWhiteSpace(search))
        {
            var folded = Folding.Fold(search);
            poles = poles.Where(p => p.SearchText.Contains(folded));
        }
        if (territoryKind is not null)
            poles = poles.Where(p => p.TerritoryKind == territoryKind);
        var after = Page.After<string>(cursor);
        if (sort == "-key")
            poles = (after is null ? poles : poles.Where(p => string.Compare(p.Key, after) < 0)).OrderByDescending(p => p.Key);
        else
            poles = (after is null ? poles : poles.Where(p => string.Compare(p.Key, after) > 0)).OrderBy(p => p.Key);
        var rows = await poles.Take(size + 1).ToListAsync(ct);
        return Results.Ok(Page.Of(rows, size, p => p.Key, p => new PoleView(p)));
    }

    public static async Task<IResult> OneAsync(string key, MembersDb db, HttpContext http, CancellationToken ct)
    {
        if (await db.Poles.AsNoTracking().SingleOrDefaultAsync(p => p.Key == key, ct) is not { } pole)
            return RequestProblems.NotFound.With();
        Preconditions.SetETag(http, pole.Version);
        return Results.Ok(new PoleView(pole));
    }

    public static async Task<IResult> TerritoryAsync(string key, MembersDb db, CancellationToken ct) =>
        await db.Poles.AsNoTracking().SingleOrDefaultAsync(p => p.Key == key, ct) is { } pole ? Results.Ok(PoleTerritory.Of(pole.Facts)) : RequestProblems.NotFound.With();

    public static async Task<IResult> YearAsync(string key, int year, MembersDb db, HttpContext http, CancellationToken ct)
    {
        if (await db.PoleYears.AsNoTracking().SingleOrDefaultAsync(y => y.PoleKey == key && y.Year == year, ct) is not { } row)
            return RequestProblems.NotFound.With();
        Preconditions.SetETag(http, row.Version);
        return Results.Ok(new PoleYearView(row));
    }

    public static async Task<IResult> CompositionAsync(string key, DateOnly? at, MembersDb db, TimeProvider time, CancellationToken ct)
    {
        if (!await db.Poles.AnyAsync(p => p.Key == key, ct))
            return RequestProblems.NotFound.With();
        var date = at ?? ParisTime.Today(time);
        var organisations = await StateAt.Organisations(db, key, date).ToListAsync(ct);
        var conditions = CompositionCheck.Of([.. organisations.Select(o => new Associate(o.Facts.At(date).Family, !o.NaturalPerson))]);
        return Results.Ok(new CompositionView(date, conditions, conditions.Any(c => c.Outcome != "met")));
    }
}
