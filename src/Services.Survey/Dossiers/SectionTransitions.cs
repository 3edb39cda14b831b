using Ptce.ServiceDefaults.Access;
using Ptce.ServiceDefaults.Problems;
using Ptce.Survey.Campaigns;

namespace Ptce.Survey.Dossiers;

/// <summary>
/// The one table of what may be done with a section, and when. An act is allowed by the campaign's state, by the dossier being unsigned, and
/// by the section's own state; whoever is refused is told which of these stands in the way and what would help. Who may act is said by
/// the permission in <see cref="PermissionFor"/>.
/// </summary>
internal static class SectionTransitions
{
    /// <summary>The permission an act needs, in the scope of the dossier's pole.</summary>
    public static string PermissionFor(SectionAct act) => act switch
    {
        SectionAct.Fill => Permissions.DossiersFill,
        SectionAct.Submit => Permissions.DossiersSubmit,
        _ => Permissions.DossiersReview,
    };

    /// <summary>The state after an act; edits leave a section where it is.</summary>
    public static SectionState After(SectionAct act, SectionState state) => act switch
    {
        SectionAct.Submit => SectionState.Submitted,
        SectionAct.StartReview => SectionState.InReview,
        SectionAct.Return => SectionState.Returned,
        SectionAct.Accept => SectionState.Accepted,
        _ => state,
    };

    /// <summary>Whether the section already stands where the act would bring it: repeating is then answered as done.</summary>
    public static bool IsDone(SectionAct act, SectionState state) =>
        act is not (SectionAct.Fill or SectionAct.Correct) && state == After(act, state);

    /// <summary>Why an act is refused, or null when it is allowed.</summary>
    /// <param name="act">What is asked.</param>
    /// <param name="campaign">State of the dossier's campaign.</param>
    /// <param name="signed">The dossier is signed and has not been reopened.</param>
    /// <param name="reopened">The dossier was signed before and reopened for a correction: a closed campaign does not stop it.</param>
    /// <param name="state">State of the section.</param>
    public static Problem? Refusal(SectionAct act, CampaignState campaign, bool signed, bool reopened, SectionState state)
    {
        if (campaign == CampaignState.Draft)
            return DossierProblems.CampaignNotOpen;
        if (signed)
            return DossierProblems.Signed;
        if (TakesContent(act) && campaign is (CampaignState.Closed or CampaignState.Published) && !reopened)
            return DossierProblems.CampaignClosed;
        return (act, state) switch
        {
            (SectionAct.Fill, SectionState.ToFill or SectionState.Returned) => null,
            (SectionAct.Fill, _) => DossierProblems.SectionHandedIn,
            (SectionAct.Correct, _) => null,
            (SectionAct.Submit, SectionState.ToFill or SectionState.Returned) => null,
            (SectionAct.Submit, _) => DossierProblems.AlreadySubmitted,
            (SectionAct.StartReview, SectionState.Submitted) => null,
            (SectionAct.StartReview, SectionState.Accepted) => DossierProblems.AlreadyAccepted,
            (SectionAct.StartReview, _) => DossierProblems.NotSubmitted,
            (SectionAct.Return, SectionState.InReview or SectionState.Accepted) => null,
            (SectionAct.Return, _) => DossierProblems.NotInReview,
            (SectionAct.Accept, SectionState.InReview) => null,
            (SectionAct.Accept, _) => DossierProblems.NotInReview,
            _ => throw new ArgumentOutOfRangeException(nameof(act), act, "No rule for this act."),
        };
    }

    // Returning asks for new content too: in a closed campaign nobody could give it.
    private static bool TakesContent(SectionAct act) =>
        act is SectionAct.Fill or SectionAct.Correct or SectionAct.Submit or SectionAct.Return;
}
