using Ptce.Contracts.Survey;
using Ptce.Messaging.Storage;
using Ptce.ServiceDefaults.Problems;
using Ptce.Survey.Campaigns;
using Ptce.Survey.Sections;
using Ptce.Survey.SignOff;

namespace Ptce.Survey.Dossiers;

/// <summary>
/// A dossier (dossier): one PTCE in one campaign. Its sections move by <see cref="SectionTransitions"/>; when all are accepted a candidate is
/// requested; the signature of a complete, current candidate makes the next signed version.
/// </summary>
internal sealed class Dossier : IVersioned
{
    /// <summary>UUIDv5 of campaign and pole.</summary>
    public required Guid Id { get; init; }

    public required Guid CampaignId { get; init; }

    public required string PoleKey { get; init; }

    public DossierState State { get; private set; }

    /// <summary>Number of the last candidate, 0 before the first.</summary>
    public int Attempt { get; private set; }

    /// <summary>Number of the last signed version, 0 before the first.</summary>
    public int SignedVersion { get; private set; }

    /// <summary>Number of the version that was published with the campaign, 0 before.</summary>
    public int PublishedVersion { get; private set; }

    /// <summary>Signed before and opened again for a correction.</summary>
    public bool Reopened { get; private set; }

    public string? ReopenedReason { get; private set; }

    /// <summary>Queries that are not closed: with one, the dossier is not signed.</summary>
    public int OpenQueries { get; private set; }

    /// <summary>Record of the last signed version: head of the chain.</summary>
    public string? ChainHead { get; private set; }

    public DateTime? SignedAt { get; private set; }

    /// <summary>Raised by every move: two analysts who each accept one of the last two sections must not miss each other.</summary>
    public int Moves { get; private set; }

    public long Version { get; private set; }

    public List<SectionOfDossier> Sections { get; init; } = [];

    /// <summary>Candidates that were loaded: at least the one with number <see cref="Attempt"/>.</summary>
    public List<Candidate> Candidates { get; init; } = [];

    /// <summary>The candidate that the present use case requested, to be announced.</summary>
    public Candidate? JustRequested { get; private set; }

    /// <summary>The candidate that the present use case dropped, to be announced.</summary>
    public Candidate? JustDropped { get; private set; }

    /// <summary>The version that the present use case signed, to be announced.</summary>
    public SignedVersion? JustSigned { get; private set; }

    public Candidate? Candidate => Attempt == 0 ? null : Candidates.FirstOrDefault(c => c.Attempt == Attempt);

    public bool IsSigned => SignedVersion > 0 && !Reopened;

    public static Dossier Open(Guid campaign, string pole, IEnumerable<SectionPin> pins)
    {
        var id = DossierIdentity.Of(campaign, pole);
        return new Dossier
        {
            Id = id,
            CampaignId = campaign,
            PoleKey = pole,
            Sections = [.. pins.OrderBy(p => p.Section, StringComparer.Ordinal).Select(p =>
                new SectionOfDossier { DossierId = id, Section = p.Section, DefinitionVersion = p.Version, Owner = p.Owner })],
        };
    }

    public SectionOfDossier? Section(string key) => Sections.FirstOrDefault(s => s.Section == key);

    /// <summary>Moves a section, or says why not. The move that accepts the last section requests the next candidate.</summary>
    public Problem? Move(SectionAct act, SectionOfDossier section, CampaignState campaign, string? reason, DateTime at)
    {
        if (SectionTransitions.IsDone(act, section.State) && !IsSigned)
            return null;
        if (SectionTransitions.Refusal(act, campaign, IsSigned, Reopened, section.State) is { } refusal)
            return refusal;
        if (act is SectionAct.Submit or SectionAct.Accept && section.Blocking > 0)
            return DossierProblems.BlockingErrors;
        if (act is SectionAct.Submit or SectionAct.Accept && !section.Complete)
            return DossierProblems.Incomplete;
        if (act == SectionAct.Submit && section is { Owner: OwnSections.Owner, Warnings: > 0 })
            return DossierProblems.UnansweredWarnings;
        section.Move(act, reason);
        if (act == SectionAct.Return)
            Drop(DossierProblems.SectionReturned);
        if (act == SectionAct.Accept && Sections.TrueForAll(s => s.State == SectionState.Accepted))
            RequestCandidate(at);
        Settle();
        return null;
    }

    /// <summary>An owner's news of a section. An edit after acceptance sends the section back to review and makes the candidate stale.</summary>
    public bool Learn(SectionOfDossier section, SectionCounts counts)
    {
        if (!section.Learn(counts))
            return false;
        if (!IsSigned)
            NoticeEdit(section);
        return true;
    }

    /// <summary>A section's copy was stored by its owner.</summary>
    public void CopyStored(int attempt, string section, StoredCopy copy, Campaign campaign)
    {
        if (attempt != Attempt || Candidate is not { State: CandidateState.DrawingUp } candidate || Section(section) is not { } one)
            return;
        if (copy.Blocking > 0)
        {
            SetAside(one, SignOffProblems.Blocking.Code);
            return;
        }
        candidate.Store(section, copy, sections => Candidate.DigestOf(campaign.Edition, PoleKey, campaign.Year, sections));
        // The analyst accepted one revision; a copy of another one is not what was accepted.
        if (copy.Revision != one.AcceptedRevision)
            ReadAgain(one);
        Settle();
    }

    /// <summary>An owner could not copy a section.</summary>
    public void CopyRefused(int attempt, string section, string code)
    {
        if (attempt == Attempt && Candidate is { State: CandidateState.DrawingUp } && Section(section) is { } one)
            SetAside(one, code);
    }

    /// <summary>Signs the current candidate; <see cref="SignOffRules"/> has been asked before.</summary>
    public SignedVersion Sign(Signature signature, IReadOnlyList<SignedNote> notes, DateTime now)
    {
        var candidate = Candidate!;
        // Recorded time never runs backwards inside a chain, whatever the clock does.
        var at = SignedAt is { } last && now <= last ? last.AddTicks(1) : now;
        var version = new SignedVersion
        {
            DossierId = Id,
            Number = SignedVersion + 1,
            Attempt = candidate.Attempt,
            Digest = candidate.Digest!,
            Sections = [.. candidate.Sections.Select(s => new SignedSection(s.Section, s.Version, s.Owner, s.Copy!.Digest, s.Copy.Size))],
            Signatory = signature.Subject,
            SignatoryName = signature.Name,
            Statement = signature.Statement,
            ConsentSheet = signature.ConsentSheet,
            Notes = notes,
            SignedAt = at,
            Previous = ChainHead,
            Record = SignOff.SignedVersion.RecordOf(ChainHead, candidate.Digest!, signature.Subject, at, notes),
        };
        candidate.Sign();
        SignedVersion = version.Number;
        ChainHead = version.Record;
        SignedAt = at;
        Reopened = false;
        ReopenedReason = null;
        Sections.ForEach(s => s.Seal());
        Settle();
        return JustSigned = version;
    }

    /// <summary>Opens a signed dossier again: the named sections go back to the PTCE, the signed version stays.</summary>
    public Problem? Reopen(IReadOnlyCollection<string> sections, string reason)
    {
        if (!IsSigned)
            return DossierProblems.NotSigned;
        if (sections.Any(key => Section(key) is null))
            return DossierProblems.SectionNotFound;
        Reopened = true;
        ReopenedReason = reason;
        foreach (var section in Sections.Where(s => sections.Contains(s.Section)))
            section.ReturnForCorrection(reason);
        // What was edited beside the dossier while it was signed is read again too.
        foreach (var section in Sections)
            NoticeEdit(section);
        Settle();
        return null;
    }

    /// <summary>A query was raised, opened again (+1) or closed (−1). The dossier's row changes, so that a signature that races with it loses.</summary>
    public void CountQuery(int change)
    {
        OpenQueries += change;
        Moves++;
    }

    /// <summary>Something that stands on the next signed version changed; a signature that races with it loses.</summary>
    public void Touch() => Moves++;

    /// <summary>The last signed version is published with its campaign.</summary>
    public void Publish()
    {
        PublishedVersion = SignedVersion;
        Settle();
    }

    /// <summary>What was just requested, dropped or signed has been announced.</summary>
    public void ForgetNews() => (JustRequested, JustDropped, JustSigned) = (null, null, null);

    private void RequestCandidate(DateTime at)
    {
        Attempt++;
        JustRequested = Candidate.Request(Id, Attempt, Sections.Select(s => new SectionPin(s.Section, s.DefinitionVersion, s.Owner)), at);
        Candidates.Add(JustRequested);
    }

    private void NoticeEdit(SectionOfDossier section)
    {
        if (section.IsEditedSinceAcceptance)
            ReadAgain(section);
    }

    private void ReadAgain(SectionOfDossier section)
    {
        section.BackToReview(SignOffProblems.Stale.Code);
        Drop(SignOffProblems.Stale.Code);
        Settle();
    }

    private void SetAside(SectionOfDossier section, string code)
    {
        Candidate!.Refuse(section.Section, code);
        JustDropped = Candidate;
        section.BackToReview(code);
        Settle();
    }

    private void Drop(string reason)
    {
        if (Candidate is not { IsCurrent: true } candidate)
            return;
        candidate.GoStale(reason);
        JustDropped = candidate;
    }

    private void Settle()
    {
        Moves++;
        State = this switch
        {
            { IsSigned: true } when PublishedVersion == SignedVersion => DossierState.Published,
            { IsSigned: true } => DossierState.SignedOff,
            { Candidate.State: CandidateState.DrawingUp } => DossierState.DrawingUp,
            { Candidate.State: CandidateState.Awaiting } => DossierState.AwaitingSignOff,
            _ when Sections.Exists(s => s.State == SectionState.Returned) => DossierState.Returned,
            _ when Sections.Exists(s => s.State == SectionState.ToFill) => DossierState.ToFill,
            _ when Sections.TrueForAll(s => s.State == SectionState.Submitted) => DossierState.Submitted,
            _ => DossierState.InReview,
        };
    }
}

/// <summary>Who signs (signataire), and what they declare.</summary>
/// <param name="Subject">The token's subject: reference that goes into the chain record.</param>
/// <param name="Name">Name and function printed on the certificate.</param>
/// <param name="Statement">"Je valide ces données."</param>
/// <param name="ConsentSheet">The pole consents to the publication of its named sheet.</param>
internal sealed record Signature(string Subject, string Name, string Statement, bool ConsentSheet);
