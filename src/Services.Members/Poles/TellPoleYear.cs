using Ptce.Members.Editing;
using Ptce.Members.ExtraItems;
using Ptce.ServiceDefaults.Access;
using Ptce.ServiceDefaults.Http;
using Ptce.ServiceDefaults.Problems;

namespace Ptce.Members.Poles;

/// <summary>Tells how a pole counts in a year.</summary>
internal static class TellPoleYear
{
    public static Task<IResult> HandleAsync(string key, int year, PoleYearFacts told, HttpContext http, Caller caller, MorphologyWriter writer, CancellationToken ct)
    {
        var checks = told.Check(year);
        if (!checks.Passed)
            return Task.FromResult<IResult>(RequestProblems.Invalid.With(checks.AsErrors()));
        return writer.RunAsync(caller, async edit =>
        {
            var db = writer.Db;
            if (await db.Poles.FindAsync([key], ct) is null)
                return RequestProblems.NotFound.With();
            if (told.Extras is not null)
                Extras.Check(checks, told.Extras, await SectionVersions.ReadAsync(db, ct), "pole");
            if (!checks.Passed)
                return RequestProblems.Invalid.With(checks.AsErrors());
            var row = await db.PoleYears.FindAsync([key, year], ct);
            if (row is not null && Json.Same(row.Facts, told))
                return Answer(http, row);
            if (row is not null && Preconditions.Check(http, row.Version, new PoleYearView(row), told) is { } refused)
                return refused;
            var before = row?.Facts;
            if (row is null)
                db.PoleYears.Add(row = new PoleYear { PoleKey = key, Year = year, Facts = told });
            row.Facts = told;
            await edit.TouchAsync(key, ct);
            edit.Note("pole-year", $"{key}/{year}", key, before, told);
            await db.SaveChangesAsync(ct);
            return Answer(http, row, created: before is null);
        }, ct);
    }

    private static IResult Answer(HttpContext http, PoleYear row, bool created = false)
    {
        Preconditions.SetETag(http, row.Version);
        return created ? Results.Created($"/api/members/poles/{row.PoleKey}/years/{row.Year}", new PoleYearView(row)) : Results.Ok(new PoleYearView(row));
    }
}
