using Ptce.Messaging.Storage;

namespace Ptce.Survey.Dossiers;

/// <summary>One section of a dossier (volet du dossier): its state, and what its owner last said of its content.</summary>
internal sealed class SectionOfDossier : IVersioned
{
    public required Guid DossierId { get; init; }

    /// <summary>Section key, e.g. <c>governance</c>.</summary>
    public required string Section { get; init; }

    /// <summary>Version of the section's definition that the campaign's edition pins.</summary>
    public required int DefinitionVersion { get; init; }

    /// <summary>Service that owns the section.</summary>
    public required string Owner { get; init; }

    public SectionState State { get; private set; }

    /// <summary>Why it was returned, or went back to review.</summary>
    public string? Reason { get; private set; }

    /// <summary>Revision of the working content, as last heard.</summary>
    public long Revision { get; private set; }

    /// <summary>Revision that the analyst accepted.</summary>
    public long AcceptedRevision { get; private set; }

    public int Blocking { get; private set; }

    public int Warnings { get; private set; }

    public int Answered { get; private set; }

    public int Expected { get; private set; }

    public bool Complete { get; private set; }

    /// <summary>Raised by signing and reopening, so that an edit that races with the signature loses.</summary>
    public int Seals { get; private set; }

    public long Version { get; private set; }

    /// <summary>Takes over what the owner says; older news than what is known changes nothing. True when something changed.</summary>
    public bool Learn(SectionCounts counts)
    {
        if (counts.Revision < Revision || counts == Counts)
            return false;
        (Revision, Blocking, Warnings, Answered, Expected, Complete) = counts;
        return true;
    }

    public SectionCounts Counts => new(Revision, Blocking, Warnings, Answered, Expected, Complete);

    public bool IsEditedSinceAcceptance => State == SectionState.Accepted && Revision > AcceptedRevision;

    public void Move(SectionAct act, string? reason)
    {
        State = SectionTransitions.After(act, State);
        Reason = act == SectionAct.Return ? reason : null;
        if (act == SectionAct.Accept)
            AcceptedRevision = Revision;
    }

    /// <summary>An accepted section whose content moved on, or could not be copied, is read again.</summary>
    public void BackToReview(string reason)
    {
        State = SectionState.InReview;
        Reason = reason;
    }

    public void Seal() => Seals++;

    public void ReturnForCorrection(string reason)
    {
        State = SectionState.Returned;
        Reason = reason;
        Seals++;
    }
}

/// <summary>What an owner says of a section's working content.</summary>
/// <param name="Revision">Rising with every edit.</param>
/// <param name="Blocking">Open blocking errors.</param>
/// <param name="Warnings">Open warnings.</param>
/// <param name="Answered">Items or records filled.</param>
/// <param name="Expected">Items or records expected.</param>
/// <param name="Complete">Everything required is there.</param>
internal sealed record SectionCounts(long Revision, int Blocking, int Warnings, int Answered, int Expected, bool Complete);
