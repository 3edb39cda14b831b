using Microsoft.EntityFrameworkCore;
using Ptce.Members.Identifiers;
using Ptce.Members.Storage;
using Ptce.Members.Vocabulary;
using Ptce.ServiceDefaults.Access;
using Ptce.ServiceDefaults.Http;
using Ptce.ServiceDefaults.Problems;

namespace Ptce.Members.Organisations;

/// <summary>What a list of organisations is narrowed by.</summary>
internal sealed record OrganisationFilter(string? Search, string? Siren, string? Rna, string? Family, string? Status, string? Sector, string? Pole, string? Sort, int? Limit, string? Cursor);

internal static class ReadOrganisations
{
    private sealed record Place(string SortKey, Guid Id);

    public static async Task<IResult> ListAsync([AsParameters] OrganisationFilter filter, MembersDb db, Caller caller, TimeProvider time, CancellationToken ct)
    {
        var size = Page.Size(filter.Limit);
        var today = ParisTime.Today(time);
        var found = Narrow(db, caller, filter).AsNoTracking();
        var byKey = filter.Sort is "key" or "-key";
        var rows = await Sorted(found, filter.Sort, Page.After<Place>(filter.Cursor)).Take(size + 1).ToListAsync(ct);
        return Results.Ok(Page.Of(rows, size, o => new Place(byKey ? o.Key : o.SortName, o.Id), o => new OrganisationView(o, today)));
    }

    public static async Task<IResult> OneAsync(Guid id, MembersDb db, Caller caller, HttpContext http, TimeProvider time, CancellationToken ct)
    {
        if (await OrganisationAccess.FollowAsync(db, id, ct) is not { } organisation || !await OrganisationAccess.MaySeeAsync(db, caller, organisation, ct))
            return RequestProblems.NotFound.With();
        return RegisterOrganisation.Answer(http, organisation, ParisTime.Today(time));
    }

    private static IQueryable<Organisation> Narrow(MembersDb db, Caller caller, OrganisationFilter filter)
    {
        var (siren, rna) = (Compact(filter.Siren), Compact(filter.Rna)?.ToUpperInvariant());
        // Exact numbers of public registers find a legal person whoever asks: it is how a shared record is not entered twice.
        var found = siren is null && rna is null
            ? OrganisationAccess.Visible(db, caller, Permissions.PolesRead)
            : db.Organisations.Where(o => o.MergedInto == null && !o.NaturalPerson && (siren == null || o.Siren == siren) && (rna == null || o.Rna == rna));
        if (!string.IsNullOrWhiteSpace(filter.Search))
        {
            var folded = Folding.Fold(filter.Search);
            found = found.Where(o => o.SearchText.Contains(folded));
        }
        if (filter.Family is { } family)
            found = found.Where(o => o.Family == family);
        if (filter.Status is { } status)
            found = found.Where(o => o.Status == status);
        if (filter.Sector is { } sector)
            found = found.Where(o => o.Sector == sector);
        if (filter.Pole is { } pole)
        {
            found = caller.Can(Permissions.PolesRead, pole)
                ? found.Where(o => db.Memberships.Any(m => m.OrganisationId == o.Id && m.PoleKey == pole))
                : found.Where(o => false);
        }
        return found;
    }

    private static IQueryable<Organisation> Sorted(IQueryable<Organisation> found, string? sort, Place? after)
    {
        var (key, id) = (after?.SortKey, after?.Id ?? Guid.Empty);
        return sort switch
        {
            "key" => (key is null ? found : found.Where(o => string.Compare(o.Key, key) > 0)).OrderBy(o => o.Key),
            "-key" => (key is null ? found : found.Where(o => string.Compare(o.Key, key) < 0)).OrderByDescending(o => o.Key),
            "-name" => (key is null ? found : found.Where(o => string.Compare(o.SortName, key) < 0 || (o.SortName == key && o.Id.CompareTo(id) > 0))).OrderByDescending(o => o.SortName).ThenBy(o => o.Id),
            _ => (key is null ? found : found.Where(o => string.Compare(o.SortName, key) > 0 || (o.SortName == key && o.Id.CompareTo(id) > 0))).OrderBy(o => o.SortName).ThenBy(o => o.Id),
        };
    }

    private static string? Compact(string? text) => string.IsNullOrWhiteSpace(text) ? null : Digits.Compact(text);
}
