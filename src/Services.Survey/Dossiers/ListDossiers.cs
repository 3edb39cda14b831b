using Microsoft.EntityFrameworkCore;
using Ptce.ServiceDefaults.Access;
using Ptce.ServiceDefaults.Http;
using Ptce.Survey.Storage;

namespace Ptce.Survey.Dossiers;

/// <summary>Use case: the dossiers of a campaign, or of the caller's poles over all campaigns.</summary>
internal static class ListDossiers
{
    private sealed record Place(string Pole, Guid Id);

    public static Task<IResult> OfCampaignAsync(Guid id, int? limit, string? cursor, Caller caller, SurveyDb db, CancellationToken ct) =>
        ListAsync(db, db.Dossiers.Where(d => d.CampaignId == id), limit, cursor, caller, ct);

    public static Task<IResult> OfPoleAsync(string? pole, int? limit, string? cursor, Caller caller, SurveyDb db, CancellationToken ct) =>
        ListAsync(db, pole is null ? db.Dossiers : db.Dossiers.Where(d => d.PoleKey == pole), limit, cursor, caller, ct);

    private static async Task<IResult> ListAsync(SurveyDb db, IQueryable<Dossier> dossiers, int? limit, string? cursor, Caller caller, CancellationToken ct)
    {
        if (caller.PolesWith(Permissions.DossiersRead) is { } scope)
            dossiers = dossiers.Where(d => scope.Contains(d.PoleKey));
        if (Page.After<Place>(cursor) is { } after)
            dossiers = dossiers.Where(d => d.PoleKey.CompareTo(after.Pole) > 0 || (d.PoleKey == after.Pole && d.Id.CompareTo(after.Id) > 0));
        var size = Page.Size(limit);
        var rows = await dossiers.AsNoTracking().Include(d => d.Sections).OrderBy(d => d.PoleKey).ThenBy(d => d.Id).Take(size + 1).AsSplitQuery().ToListAsync(ct);
        var poles = rows.Select(d => d.PoleKey).Distinct().ToList();
        var names = await db.Poles.AsNoTracking().Where(p => poles.Contains(p.PoleKey)).ToDictionaryAsync(p => p.PoleKey, p => p.Name, StringComparer.Ordinal, ct);
        return Results.Ok(Page.Of(rows, size, d => new Place(d.PoleKey, d.Id), d => Line(d, names.GetValueOrDefault(d.PoleKey))));
    }

    private static DossierLine Line(Dossier d, string? name) => new(
        d.Id, d.CampaignId, d.PoleKey, name, d.State.Name(), d.Sections.Sum(s => s.Answered), d.Sections.Sum(s => s.Expected), d.Sections.Sum(s => s.Blocking), d.Sections.Sum(s => s.Warnings),
        d.Sections.OrderBy(s => s.Section, StringComparer.Ordinal).ToDictionary(s => s.Section, s => s.State.Name(), StringComparer.Ordinal), d.SignedVersion == 0 ? null : d.SignedVersion);
}
