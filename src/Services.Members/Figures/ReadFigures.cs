using Microsoft.EntityFrameworkCore;
using Ptce.Members.Storage;
using Ptce.ServiceDefaults.Http;
using Ptce.ServiceDefaults.Problems;

namespace Ptce.Members.Figures;

internal static class ReadFigures
{
    private sealed record Place(Guid OrganisationId, int Year);

    public static async Task<IResult> ListAsync(string key, int? year, int? limit, string? cursor, MembersDb db, CancellationToken ct)
    {
        var size = Page.Size(limit);
        var found = from figures in db.Figures.AsNoTracking()
                    join organisation in db.Organisations.AsNoTracking() on figures.OrganisationId equals organisation.Id
                    where figures.PoleKey == key && (year == null || figures.Year == year)
                    select new { figures, organisation };
        if (Page.After<Place>(cursor) is { } after)
        {
            found = found.Where(r => r.figures.OrganisationId.CompareTo(after.OrganisationId) > 0
                || (r.figures.OrganisationId == after.OrganisationId && r.figures.Year > after.Year));
        }
        var rows = await found.OrderBy(r => r.figures.OrganisationId).ThenBy(r => r.figures.Year).Take(size + 1).ToListAsync(ct);
        return Results.Ok(Page.Of(rows, size, r => new Place(r.figures.OrganisationId, r.figures.Year), r => new FiguresView(r.figures, TellFigures.FamilyIn(r.organisation, r.figures.Year))));
    }

    public static async Task<IResult> OneAsync(string key, Guid organisationId, int year, MembersDb db, HttpContext http, CancellationToken ct)
    {
        if (await TellFigures.MemberAsync(db, key, organisationId, ct) is not { } organisation
            || await db.Figures.AsNoTracking().SingleOrDefaultAsync(f => f.PoleKey == key && f.OrganisationId == organisation.Id && f.Year == year, ct) is not { } row)
            return RequestProblems.NotFound.With();
        Preconditions.SetETag(http, row.Version);
        return Results.Ok(new FiguresView(row, TellFigures.FamilyIn(organisation, year)));
    }
}
