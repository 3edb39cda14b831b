using Microsoft.EntityFrameworkCore;
using Ptce.Reporting.Campaigns;
using Ptce.Reporting.Storage;
using Ptce.ServiceDefaults.Access;
using Ptce.ServiceDefaults.Problems;

namespace Ptce.Reporting.Releases;

/// <summary>Draft, audited, published: the way of a release, step by step. Repeating a step that is done answers with the present state.</summary>
internal static class ManageReleases
{
    private static readonly Problem NoCampaign = new(
        "reporting.release.no-campaign",
        StatusCodes.Status409Conflict,
        "Aucune campagne publiée pour cette année, ou des dossiers validés ne sont pas encore arrivés.",
        "No published campaign for this year, or signed dossiers have not arrived yet.");

    private static readonly Problem AuditFailed = new(
        "reporting.release.audit-failed",
        StatusCodes.Status409Conflict,
        "L'audit du secret statistique a échoué : une cellule supprimée pourrait être recalculée. Rien n'est publié.",
        "The disclosure audit failed: a suppressed cell could be recomputed. Nothing is published.");

    private static readonly Problem Outdated = new(
        "reporting.release.outdated",
        StatusCodes.Status409Conflict,
        "Une autre édition a été publiée depuis : ce brouillon doit être refait.",
        "Another release was published since: this draft must be drawn up again.");

    private static readonly Problem NotAudited = new(
        "reporting.release.not-audited",
        StatusCodes.Status409Conflict,
        "Une édition est publiée après son audit, jamais avant.",
        "A release is published after its audit, never before.");

    private static readonly Problem Immutable = new(
        "reporting.release.published",
        StatusCodes.Status409Conflict,
        "Une édition publiée ne change plus.",
        "A published release does not change any more.");

    public static void Map(RouteGroupBuilder group)
    {
        var releases = group.MapGroup("releases").RequirePermission(Permissions.ReportsManage);
        releases.MapGet("{year:int}/all", ListAsync).WithSummary("Every release of a year, drafts included");
        releases.MapPost("{year:int}/drafts", DraftAsync).WithSummary("Draw up a draft from the latest signed versions");
        releases.MapPost("{year:int}.{number:int}/audit", AuditAsync).WithSummary("Recompute and audit a draft");
        releases.MapPost("{year:int}.{number:int}/publish", PublishAsync).WithSummary("Publish an audited release");
        releases.MapDelete("{year:int}.{number:int}", DropAsync).WithSummary("Drop a draft");
    }

    private static async Task<IResult> ListAsync(int year, ReportingDb db, CancellationToken ct) => TypedResults.Ok(
        (await db.Releases.AsNoTracking().Where(release => release.Year == year).OrderByDescending(release => release.Number).Take(500).ToListAsync(ct)).Select(ManagedRelease.Of));

    private static async Task<IResult> DraftAsync(int year, ReportingDb db, DrawUpRelease drawUp, CancellationToken ct)
    {
        var campaign = await db.Campaigns.AsNoTracking().FirstOrDefaultAsync(one => one.Year == year && one.State == CampaignState.Published, ct);
        if (campaign is null || await drawUp.AddAsync(db, campaign, await DrawUpRelease.LatestAsync(db, campaign, ct), ct) is not { } release)
            return NoCampaign.With();
        var same = await db.Releases.AsNoTracking().FirstOrDefaultAsync(one => one.Year == year && one.Digest == release.Digest && one.State != ReleaseState.Published, ct);
        if (same is not null)
            return TypedResults.Ok(ManagedRelease.Of(same));
        await db.SaveChangesAsync(ct);
        return TypedResults.Created($"/api/reporting/releases/{year}.{release.Number}", ManagedRelease.Of(release));
    }

    private static async Task<IResult> AuditAsync(int year, int number, ReportingDb db, CancellationToken ct)
    {
        if (await db.Releases.FindAsync([year, number], ct) is not { } release)
            return ReadReleases.UnknownRelease.With();
        if (release.State != ReleaseState.Draft)
            return TypedResults.Ok(ManagedRelease.Of(release));
        var campaign = await db.Campaigns.AsNoTracking().SingleAsync(one => one.Id == release.CampaignId, ct);
        var head = System.Text.Json.JsonSerializer.Deserialize<ReleaseHead>(release.Head, ReleaseJson.Options)!;
        var again = await DrawUpRelease.ComputeAsync(db, campaign, [.. head.Poles.Select(pole => pole.Digest)], ct);
        if (again is null || again.Digest() != release.Digest)
            return Outdated.With();
        if (!again.Outcome!.Safe)
            return AuditFailed.With();
        release.State = ReleaseState.Audited;
        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(ManagedRelease.Of(release));
    }

    private static async Task<IResult> PublishAsync(int year, int number, ReportingDb db, TimeProvider time, CancellationToken ct)
    {
        if (await db.Releases.FindAsync([year, number], ct) is not { } release)
            return ReadReleases.UnknownRelease.With();
        if (release.State == ReleaseState.Published)
            return TypedResults.Ok(ManagedRelease.Of(release));
        if (release.State != ReleaseState.Audited || !release.Safe)
            return NotAudited.With();
        // Published since the audit: the audit did not look at differences with it.
        if (await db.Releases.AnyAsync(one => one.Year == year && one.State == ReleaseState.Published && one.PublishedAt > release.CreatedAt, ct))
            return Outdated.With();
        PublishReleases.Publish(db, release, time.GetUtcNow().UtcDateTime);
        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(ManagedRelease.Of(release));
    }

    private static async Task<IResult> DropAsync(int year, int number, ReportingDb db, CancellationToken ct)
    {
        if (await db.Releases.FindAsync([year, number], ct) is not { } release)
            return TypedResults.NoContent();
        if (release.State == ReleaseState.Published)
            return Immutable.With();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.ReleaseTables.Where(table => table.Year == year && table.Number == number).ExecuteDeleteAsync(ct);
        await db.ReleaseFigures.Where(figure => figure.Year == year && figure.Number == number).ExecuteDeleteAsync(ct);
        db.Releases.Remove(release);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return TypedResults.NoContent();
    }
}

/// <summary>A release on its way.</summary>
internal sealed record ManagedRelease(int Year, int Number, string State, DateTime CreatedAt, DateTime? PublishedAt, string Digest, bool Safe, bool Optimal, int Suppressed, int Cells)
{
    public static ManagedRelease Of(Release release) => new(
        release.Year,
        release.Number,
        release.State.ToString().ToLowerInvariant(),
        release.CreatedAt,
        release.PublishedAt,
        release.Digest,
        release.Safe,
        release.Optimal,
        release.Suppressed,
        release.Cells);
}
