using Microsoft.AspNetCore.Http.Features;
using Microsoft.EntityFrameworkCore;
using Ptce.ServiceDefaults.Access;
using Ptce.ServiceDefaults.Http;
using Ptce.Survey.Dossiers;
using Ptce.Survey.Storage;

namespace Ptce.Survey.EvidenceFiles;

/// <summary>A piece of evidence as read.</summary>
internal sealed record EvidenceView(Guid Id, string FileName, string MediaType, long Size, string Digest, string By, DateTime At)
{
    public static EvidenceView Of(EvidenceFile f) => new(f.Id, f.FileName, f.MediaType, f.Size, f.Digest, f.By, f.At);
}

/// <summary>Use cases: hand in evidence, list it, read it.</summary>
internal static class EvidenceUseCases
{
    private const int LongestName = 200;

    public static async Task<IResult> ListAsync(Guid id, Caller caller, DossierDesk desk, SurveyDb db, CancellationToken ct)
    {
        if (await desk.FindAsync(id, caller, Permissions.DossiersRead, ct) is null)
            return DossierProblems.NotFound.With();
        var files = await db.Evidence.AsNoTracking().Where(f => f.DossierId == id).OrderBy(f => f.At).ThenBy(f => f.Id).ToListAsync(ct);
        return Results.Ok(new Page<EvidenceView>([.. files.Select(EvidenceView.Of)], null));
    }

    /// <summary>The body is the file itself; <c>?name=</c> is what the person calls it.</summary>
    public static async Task<IResult> UploadAsync(Guid id, Guid evidenceId, string? name, Caller caller, HttpContext http, DossierDesk desk, EvidenceStore store, SurveyDb db, TimeProvider time, CancellationToken ct)
    {
        if (await desk.FindAsync(id, caller, Permissions.DossiersFill, ct) is null)
            return DossierProblems.NotFound.With();
        if (http.Request.ContentLength > EvidenceStore.Most)
            return EvidenceProblems.TooLarge.With();
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = EvidenceStore.Most + 1;
        var stored = await store.TakeAsync(http.Request.Body, ct);
        if (stored.Digest is null)
            return (stored.Size == 0 ? EvidenceProblems.Empty : stored.Size > EvidenceStore.Most ? EvidenceProblems.TooLarge : EvidenceProblems.UnknownType).With();
        return await desk.ChangeAsync(id, caller, Permissions.DossiersFill, async _ =>
        {
            if (await db.Evidence.FindAsync([evidenceId], ct) is { } known)
                return known.DossierId == id && known.Digest == stored.Digest ? Results.Ok(EvidenceView.Of(known)) : EvidenceProblems.Different.With();
            var file = new EvidenceFile
            {
                Id = evidenceId,
                DossierId = id,
                Digest = stored.Digest,
                Size = stored.Size,
                MediaType = stored.MediaType!,
                FileName = CleanName(name),
                By = caller.Subject,
                At = time.GetUtcNow().UtcDateTime,
            };
            db.Evidence.Add(file);
            return Results.Ok(EvidenceView.Of(file));
        }, ct);
    }

    public static async Task<IResult> ReadAsync(Guid id, Guid evidenceId, Caller caller, HttpContext http, DossierDesk desk, EvidenceStore store, SurveyDb db, CancellationToken ct)
    {
        if (await desk.FindAsync(id, caller, Permissions.DossiersRead, ct) is null)
            return DossierProblems.NotFound.With();
        if (await db.Evidence.AsNoTracking().SingleOrDefaultAsync(f => f.Id == evidenceId && f.DossierId == id, ct) is not { } file || store.Open(file.Digest) is not { } bytes)
            return EvidenceProblems.NotFound.With();
        // Whatever is inside, a browser stores it and does not run it.
        http.Response.Headers.XContentTypeOptions = "nosniff";
        http.Response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        http.Response.Headers["Cross-Origin-Resource-Policy"] = "same-origin";
        http.Response.Headers.CacheControl = "private, no-store";
        return Results.File(bytes, file.MediaType, file.FileName, entityTag: new($"\"{file.Digest}\""), enableRangeProcessing: true);
    }

    private static string CleanName(string? name)
    {
        var clean = new string([.. (name ?? "").Where(c => !char.IsControl(c) && c is not ('/' or '\\' or '"'))]).Trim(' ', '.');
        return clean.Length == 0 ? "piece" : clean.Length > LongestName ? clean[..LongestName] : clean;
    }
}
