using Microsoft.Net.Http.Headers;
using Ptce.ServiceDefaults.Access;
using Ptce.ServiceDefaults.Sections;
using Ptce.Survey.Dossiers;

namespace Ptce.Survey.SignOff;

/// <summary>A candidate as clients read it.</summary>
internal sealed record CandidateView(int Attempt, string State, string? Digest, DateTime RequestedAt, string? Reason, IReadOnlyList<CandidateSectionView> Sections)
{
    public static CandidateView Of(Candidate c) => new(c.Attempt, c.State.Name(), c.Digest, c.RequestedAt, c.Reason, [.. c.Sections.Select(s => new CandidateSectionView(
        s.Section, s.Version, s.Owner, s.Refused is not null ? "refused" : s.Copy is null ? "awaited" : "stored", s.Copy?.Revision, s.Copy?.Digest, s.Copy?.Size, s.Copy?.Blocking, s.Refused))]);
}

/// <summary>One section of a candidate.</summary>
internal sealed record CandidateSectionView(string Section, int Version, string Owner, string State, long? Revision, string? Digest, long? Size, int? Blocking, string? Code);

/// <summary>Use cases: what the leader reads before signing.</summary>
internal static class ShowCandidate
{
    public static async Task<IResult> HandleAsync(Guid id, Caller caller, DossierDesk desk, CancellationToken ct)
    {
        if (await desk.FindAsync(id, caller, Permissions.DossiersRead, ct) is not { } open)
            return DossierProblems.NotFound.With();
        return open.Dossier.Candidate is { } candidate ? Results.Ok(CandidateView.Of(candidate)) : SignOffProblems.NoCandidate.With();
    }

    /// <summary>A section's content, byte for byte as it will be signed.</summary>
    public static async Task<IResult> SectionAsync(Guid id, string section, Caller caller, DossierDesk desk, SectionOwners owners, HttpContext http, CancellationToken ct)
    {
        if (await desk.FindAsync(id, caller, Permissions.DossiersRead, ct) is not { } open)
            return DossierProblems.NotFound.With();
        if (open.Dossier.Candidate?.Section(section) is not { Copy: { } copy } one)
            return SignOffProblems.NoCandidate.With();
        return await CopyAsync(owners, one.Owner, copy.Digest, http, ct);
    }

    public static async Task<IResult> CopyAsync(SectionOwners owners, string owner, string digest, HttpContext http, CancellationToken ct)
    {
        if (await OwnedCopies.ReadAsync(owners, owner, digest, ct) is not { } bytes)
            return DossierProblems.OwnerUnreachable.With();
        http.Response.Headers.CacheControl = "private, no-store";
        return Results.Bytes(bytes, "application/json", entityTag: new EntityTagHeaderValue($"\"{digest}\""));
    }
}
