using Ptce.Contracts.Survey;
using Ptce.Grid.Canonical;
using Ptce.Messaging.Storage;

namespace Ptce.Survey.SignOff;

/// <summary>State of a candidate version (version candidate).</summary>
internal enum CandidateState
{
    /// <summary>The owners are storing their copies.</summary>
    DrawingUp,

    /// <summary>Complete, with a digest: the leader may sign.</summary>
    Awaiting,

    /// <summary>Something was edited afterwards.</summary>
    Stale,

    /// <summary>An owner could not copy, or the copy has blocking errors.</summary>
    Refused,

    /// <summary>Signed: never changes again.</summary>
    Signed,
}

/// <summary>
/// A candidate version (version candidate) of a dossier: one immutable copy of every section that the edition pins, each stored by its owner
/// under (dossier, attempt). It leaves <see cref="CandidateState.DrawingUp"/> and <see cref="CandidateState.Awaiting"/> once and for all.
/// </summary>
internal sealed class Candidate : IVersioned
{
    public required Guid DossierId { get; init; }

    public required int Attempt { get; init; }

    public required DateTime RequestedAt { get; init; }

    /// <summary>One entry for each pinned section, sorted by key.</summary>
    public required IReadOnlyList<CandidateSection> Sections { get; set; }

    public CandidateState State { get; private set; }

    /// <summary>Content digest of the dossier, once complete.</summary>
    public string? Digest { get; private set; }

    /// <summary>Problem code that says why it was set aside.</summary>
    public string? Reason { get; private set; }

    public long Version { get; private set; }

    public bool IsCurrent => State is CandidateState.DrawingUp or CandidateState.Awaiting;

    public static Candidate Request(Guid dossier, int attempt, IEnumerable<SectionPin> pins, DateTime at) => new()
    {
        DossierId = dossier,
        Attempt = attempt,
        RequestedAt = at,
        Sections = [.. pins.OrderBy(p => p.Section, StringComparer.Ordinal).Select(p => new CandidateSection(p.Section, p.Version, p.Owner))],
    };

    public CandidateSection? Section(string key) => Sections.FirstOrDefault(s => s.Section == key);

    /// <summary>Records that an owner stored its copy; the last one completes the candidate.</summary>
    public void Store(string section, StoredCopy copy, Func<IReadOnlyList<CandidateSection>, string> dossierDigest)
    {
        if (State != CandidateState.DrawingUp || Section(section) is not { Copy: null })
            return;
        Sections = [.. Sections.Select(s => s.Section == section ? s with { Copy = copy } : s)];
        if (Sections.Any(s => s.Copy is null))
            return;
        Digest = dossierDigest(Sections);
        State = CandidateState.Awaiting;
    }

    public void Refuse(string section, string code)
    {
        Sections = [.. Sections.Select(s => s.Section == section ? s with { Refused = code } : s)];
        Reason = code;
        State = CandidateState.Refused;
    }

    public void GoStale(string reason)
    {
        Reason = reason;
        State = CandidateState.Stale;
    }

    public void Sign() => State = CandidateState.Signed;

    public static string DigestOf(string edition, string pole, int year, IReadOnlyList<CandidateSection> sections) =>
        ContentDigest.OfDossier(edition, pole, year, sections.Select(s => new DossierSection(s.Section, s.Version, s.Copy!.Digest)));
}

/// <summary>One section of a candidate.</summary>
/// <param name="Section">Section key.</param>
/// <param name="Version">Version of the section's definition.</param>
/// <param name="Owner">Service that keeps the copy.</param>
/// <param name="Copy">The copy, once stored.</param>
/// <param name="Refused">Problem code when the owner could not copy.</param>
internal sealed record CandidateSection(string Section, int Version, string Owner, StoredCopy? Copy = null, string? Refused = null);

/// <summary>What is known of a stored copy.</summary>
/// <param name="Revision">Revision of the working content that was copied.</param>
/// <param name="Digest">SHA-256 of the canonical form.</param>
/// <param name="Size">Bytes of the canonical form.</param>
/// <param name="Blocking">Blocking errors found on the copy.</param>
internal sealed record StoredCopy(long Revision, string Digest, long Size, int Blocking);

/// <summary>Names of the states in JSON and the database.</summary>
internal static class CandidateStateNames
{
    private static readonly string[] Names = ["drawing-up", "awaiting", "stale", "refused", "signed"];

    public static string Name(this CandidateState state) => Names[(int)state];

    public static CandidateState Parse(string name) => (CandidateState)Array.IndexOf(Names, name);
}
