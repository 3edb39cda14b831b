using Microsoft.EntityFrameworkCore;
using Ptce.Grid.Definitions;
using Ptce.ServiceDefaults.Access;
using Ptce.ServiceDefaults.Http;
using Ptce.ServiceDefaults.Problems;
using Ptce.Survey.Editions.Storage;
using Ptce.Survey.Storage;

namespace Ptce.Survey.Editions;

/// <summary>A new draft: the copy of an earlier version, or a definition.</summary>
internal sealed record NewVersion(int? From);

/// <summary>Use cases: read a section's versions, prepare the next one, change the draft, publish it.</summary>
internal static class EditSection
{
    private const string Owner = "survey";

    public static async Task<IResult> ListAsync(string section, Caller caller, SurveyDb db, CancellationToken ct)
    {
        var rows = await Visible(db, caller).Where(row => row.Section == section).OrderBy(row => row.Number).ToListAsync(ct);
        return rows.Count == 0 ? GridProblems.SectionNotFound.With() : Results.Ok(new Page<SectionVersionView>([.. rows.Select(SectionVersionView.Of)], null));
    }

    public static async Task<IResult> ShowAsync(string section, int number, Caller caller, HttpContext http, SurveyDb db, CancellationToken ct)
    {
        if (await Visible(db, caller).SingleOrDefaultAsync(row => row.Section == section && row.Number == number, ct) is not { } row)
            return GridProblems.SectionNotFound.With();
        Preconditions.SetETag(http, row.Version);
        return Results.Ok(SectionVersionDetail.Of(row));
    }

    /// <summary>Begins the next version as a copy; a repeated call without an idempotency key would begin one more.</summary>
    public static async Task<IResult> CreateAsync(string section, NewVersion request, Caller caller, HttpContext http, SurveyDb db, TimeProvider time, CancellationToken ct)
    {
        var rows = await db.GridSections.AsNoTracking().Where(row => row.Section == section).OrderBy(row => row.Number).ToListAsync(ct);
        if (rows.Count == 0 || rows.LastOrDefault(row => request.From is null || row.Number == request.From) is not { } source)
            return GridProblems.SectionNotFound.With();
        if (source.Owner != Owner)
            return GridProblems.NotOwned.With();
        var number = rows[^1].Number + 1;
        var draft = new SectionVersion { Section = section, Number = number, Owner = Owner, CreatedBy = caller.Subject, CreatedAt = time.GetUtcNow().UtcDateTime };
        draft.Write(source.Read() with { Version = number });
        db.GridSections.Add(draft);
        await db.SaveChangesAsync(ct);
        Preconditions.SetETag(http, draft.Version);
        return Results.Created($"/api/survey/sections/{section}/versions/{number}", SectionVersionDetail.Of(draft));
    }

    /// <summary>Replaces the draft's definition. It may still have errors, which are answered; publishing refuses them.</summary>
    public static async Task<IResult> ChangeAsync(string section, int number, HttpContext http, SurveyDb db, CancellationToken ct)
    {
        using var reader = new StreamReader(http.Request.Body);
        var definition = GridJson.Read<SectionDefinition>(await reader.ReadToEndAsync(ct));
        if ((definition.Key, definition.Version) != (section, number) || definition.Owner != Owner)
            return GridProblems.WrongNumber.Saying(number, section);
        return await WriteAsync(section, number, definition, http, db, ct);
    }

    public static async Task<IResult> PublishAsync(string section, int number, Caller caller, HttpContext http, SurveyDb db, PublishedGrid grid, TimeProvider time, CancellationToken ct)
    {
        var rows = await db.GridSections.Where(row => row.Section == section).ToListAsync(ct);
        if (rows.SingleOrDefault(row => row.Number == number) is not { } draft)
            return GridProblems.SectionNotFound.With();
        if (draft.Status is EditionStatus.Draft)
        {
            if (Preconditions.Check(http, draft.Version, SectionVersionDetail.Of(draft)) is { } stale)
                return stale;
            var errors = Grid.Rules.SectionRules.Compile(draft.Read()).Errors;
            if (errors.Count > 0)
                return GridProblems.BrokenDefinition.With([.. errors.Select(GridProblems.Field)]);
            draft.Publish(caller.Subject, time.GetUtcNow().UtcDateTime);
            foreach (var earlier in rows.Where(row => row.Number < number))
                earlier.Supersede();
            await db.SaveChangesAsync(ct);
            grid.Forget();
        }
        Preconditions.SetETag(http, draft.Version);
        return Results.Ok(SectionVersionDetail.Of(draft));
    }

    /// <summary>Finds the draft, checks that the client edits what it read, writes.</summary>
    internal static async Task<IResult> WriteAsync(string section, int number, SectionDefinition definition, HttpContext http, SurveyDb db, CancellationToken ct)
    {
        if (await db.GridSections.FindAsync([section, number], ct) is not { } draft)
            return GridProblems.SectionNotFound.With();
        if (draft.Status is not EditionStatus.Draft)
            return GridProblems.SectionPublished.With();
        if (Preconditions.Check(http, draft.Version, SectionVersionDetail.Of(draft)) is { } stale)
            return stale;
        draft.Write(definition);
        await db.SaveChangesAsync(ct);
        Preconditions.SetETag(http, draft.Version);
        return Results.Ok(SectionVersionDetail.Of(draft));
    }

    private static IQueryable<SectionVersion> Visible(SurveyDb db, Caller caller)
    {
        var all = db.GridSections.AsNoTracking();
        return caller.Can(Permissions.EditionsManage) ? all : all.Where(row => row.Status != EditionStatus.Draft);
    }
}
