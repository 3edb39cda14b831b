using Ptce.Survey.Answers;

namespace Ptce.Survey.Dossiers;

/// <summary>A dossier in a list.</summary>
internal sealed record DossierLine(
    Guid Id, Guid Campaign, string Pole, string? PoleName, string State, int Answered, int Expected, int Blocking, int Warnings,
    IReadOnlyDictionary<string, string> Sections, int? SignedVersion);

/// <summary>Everything a dossier's page needs.</summary>
internal sealed record DossierView(
    Guid Id, Guid Campaign, int Year, string Edition, string Pole, string? PoleName, string State, DateOnly ReferenceDate, int FiscalYear, bool Demonstration,
    IReadOnlyList<SectionView> Sections, CandidateLine? Candidate, int? SignedVersion, bool Reopened, string? ReopenedReason, int OpenQueries, long Version);

/// <summary>One section of a dossier.</summary>
internal sealed record SectionView(
    string Section, int Version, string Owner, string State, long Revision, int Answered, int Expected, int Blocking, int Warnings, bool Complete, string? Reason,
    IReadOnlyList<AnswerView>? Answers, IReadOnlyList<ConflictView>? Conflicts, IReadOnlyList<FindingView>? Findings);

/// <summary>What a check found.</summary>
internal sealed record FindingView(string Rule, bool Blocking, string Item, Guid? Row, string Message, bool Answered);

/// <summary>The current candidate in short.</summary>
internal sealed record CandidateLine(int Attempt, string State, string? Digest, string? Reason);
