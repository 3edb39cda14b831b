using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Ptce.Members.Organisations;
using Ptce.Members.Storage;
using Ptce.ServiceDefaults.Access;
using Ptce.ServiceDefaults.Http;
using Ptce.ServiceDefaults.Problems;

namespace Ptce.Members.Editing;

internal sealed record JournalView(DateTime At, string By, string Kind, string Subject, JsonNode? Before, JsonNode? After);

/// <summary>Reads who changed what, newest first.</summary>
internal static class ReadJournal
{
    public static Task<IResult> OfPoleAsync(string key, int? limit, string? cursor, MembersDb db, CancellationToken ct) =>
        PageAsync(db.Journal.Where(j => j.PoleKey == key), limit, cursor, ct);

    public static async Task<IResult> OfOrganisationAsync(Guid id, int? limit, string? cursor, MembersDb db, Caller caller, CancellationToken ct)
    {
        if (await OrganisationAccess.FollowAsync(db, id, ct) is not { } organisation || !await OrganisationAccess.MaySeeAsync(db, caller, organisation, ct))
            return RequestProblems.NotFound.With();
        var subjects = await db.Organisations.Where(o => o.Id == organisation.Id || o.MergedInto == organisation.Id).Select(o => o.Id).ToListAsync(ct);
        var names = subjects.Select(s => s.ToString()).ToList();
        return await PageAsync(db.Journal.Where(j => j.Kind == "organisation" && names.Contains(j.Subject)), limit, cursor, ct);
    }

    private static async Task<IResult> PageAsync(IQueryable<JournalEntry> entries, int? limit, string? cursor, CancellationToken ct)
    {
        var size = Page.Size(limit);
        if (Page.After<long?>(cursor) is { } after)
            entries = entries.Where(j => j.Position < after);
        var rows = await entries.AsNoTracking().OrderByDescending(j => j.Position).Take(size + 1).ToListAsync(ct);
        return Results.Ok(Page.Of(rows, size, j => j.Position, j => new JournalView(j.At, j.By, j.Kind, j.Subject, Parse(j.Before), Parse(j.After))));
    }

    private static JsonNode? Parse(string? json) => json is null ? null : JsonNode.Parse(json);
}
