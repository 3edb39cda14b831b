using Microsoft.EntityFrameworkCore;
using Ptce.ServiceDefaults.Access;
using Ptce.ServiceDefaults.Http;
using Ptce.ServiceDefaults.Sections;
using Ptce.Survey.Dossiers;
using Ptce.Survey.Storage;

namespace Ptce.Survey.SignOff;

/// <summary>Use cases: read signed versions; they stay readable for ever.</summary>
internal static class ListVersions
{
    public static async Task<IResult> ListAsync(Guid id, Caller caller, DossierDesk desk, SurveyDb db, CancellationToken ct)
    {
        if (await desk.FindAsync(id, caller, Permissions.DossiersRead, ct) is null)
            return DossierProblems.NotFound.With();
        var versions = await db.Versions.AsNoTracking().Where(v => v.DossierId == id).OrderByDescending(v => v.Number).ToListAsync(ct);
        return Results.Ok(new Page<VersionView>([.. versions.Select(VersionView.Of)], null));
    }

    public static async Task<IResult> ShowAsync(Guid id, int number, Caller caller, DossierDesk desk, SurveyDb db, CancellationToken ct) =>
        await FindAsync(id, number, caller, desk, db, ct) is { } version ? Results.Ok(VersionView.Of(version)) : SignOffProblems.VersionNotFound.With();

    public static async Task<IResult> SectionAsync(Guid id, int number, string section, Caller caller, DossierDesk desk, SurveyDb db, SectionOwners owners, HttpContext http, CancellationToken ct)
    {
        if (await FindAsync(id, number, caller, desk, db, ct) is not { } version || version.Sections.FirstOrDefault(s => s.Section == section) is not { } one)
            return SignOffProblems.VersionNotFound.With();
        return await ShowCandidate.CopyAsync(owners, one.Owner, one.Digest, http, ct);
    }

    private static async Task<SignedVersion?> FindAsync(Guid id, int number, Caller caller, DossierDesk desk, SurveyDb db, CancellationToken ct) =>
        await desk.FindAsync(id, caller, Permissions.DossiersRead, ct) is null
            ? null
            : await db.Versions.AsNoTracking().SingleOrDefaultAsync(v => v.DossierId == id && v.Number == number, ct);
}
