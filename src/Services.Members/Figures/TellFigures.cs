using Microsoft.EntityFrameworkCore;
using Ptce.Members.Editing;
using Ptce.Members.ExtraItems;
using Ptce.Members.Organisations;
using Ptce.Members.Storage;
using Ptce.ServiceDefaults.Access;
using Ptce.ServiceDefaults.Http;
using Ptce.ServiceDefaults.Problems;

namespace Ptce.Members.Figures;

/// <summary>Tells the figures of one member and year.</summary>
internal static class TellFigures
{
    public static Task<IResult> HandleAsync(string key, Guid organisationId, int year, FiguresFacts sent, HttpContext http, Caller caller, MorphologyWriter writer, CancellationToken ct)
    {
        var checks = sent.Check(year);
        if (!checks.Passed)
            return Task.FromResult<IResult>(RequestProblems.Invalid.With(checks.AsErrors()));
        var told = sent.Completed();
        return writer.RunAsync(caller, async edit =>
        {
            var db = writer.Db;
            if (await MemberAsync(db, key, organisationId, ct) is not { } organisation)
                return await db.Poles.AnyAsync(p => p.Key == key, ct) ? RequestProblems.Invalid.With(FiguresRules.NotAMember.At("/organisationId", organisationId.ToString())) : RequestProblems.NotFound.With();
            if (told.Extras is not null)
                Extras.Check(checks, told.Extras, await SectionVersions.ReadAsync(db, ct), "figures");
            if (!checks.Passed)
                return RequestProblems.Invalid.With(checks.AsErrors());
            var family = FamilyIn(organisation, year);
            if (ReasonMissing(told, family))
                return RequestProblems.Invalid.With(FiguresRules.CountsReasonMissing.At("/fteCountsReason", null));
            var row = await db.Figures.FindAsync([key, organisation.Id, year], ct);
            if (row is not null && Json.Same(row.Facts, told))
                return Answer(http, row, family);
            if (row is not null && Preconditions.Check(http, row.Version, new FiguresView(row, family), told) is { } refused)
                return refused;
            var created = row is null;
            row = Apply(edit, db, key, organisation.Id, year, row, told);
            await edit.TouchAsync(key, ct);
            await db.SaveChangesAsync(ct);
            return Answer(http, row, family, created);
        }, ct);
    }

    /// <summary>Writes the figures and their trace.</summary>
    public static YearlyFigures Apply(Edit edit, MembersDb db, string key, Guid organisationId, int year, YearlyFigures? row, FiguresFacts told)
    {
        var before = row?.Facts;
        if (row is null)
            db.Figures.Add(row = new YearlyFigures { PoleKey = key, OrganisationId = organisationId, Year = year, Facts = told });
        row.Facts = told;
        edit.Note("figures", $"{key}/{organisationId}/{year}", key, before, told);
        return row;
    }

    /// <summary>The organisation when it has a membership in the pole, through merges.</summary>
    public static async Task<Organisation?> MemberAsync(MembersDb db, string key, Guid organisationId, CancellationToken ct) =>
        await OrganisationAccess.FollowAsync(db, organisationId, ct) is { } organisation && await db.Memberships.AnyAsync(m => m.PoleKey == key && m.OrganisationId == organisation.Id, ct)
            ? organisation
            : null;

    /// <summary>The family that decides on the FTE of a year: at its end.</summary>
    public static string? FamilyIn(Organisation organisation, int year) => organisation.Facts.At(new DateOnly(year, 12, 31)).Family;

    /// <summary>Counting against the rule needs a reason.</summary>
    public static bool ReasonMissing(FiguresFacts told, string? family) =>
        told.FteCounts is { } stated && stated != CountedFte.Rule(family, told.Size().Code).Counts && string.IsNullOrWhiteSpace(told.FteCountsReason);

    private static IResult Answer(HttpContext http, YearlyFigures row, string? family, bool created = false)
    {
        Preconditions.SetETag(http, row.Version);
        var view = new FiguresView(row, family);
        return created ? Results.Created($"/api/members/poles/{row.PoleKey}/members/{row.OrganisationId}/years/{row.Year}", view) : Results.Ok(view);
    }
}
