namespace Ptce.Survey.Dossiers;

/// <summary>State of a section (état d'un volet).</summary>
internal enum SectionState
{
    /// <summary>To fill (à compléter).</summary>
    ToFill,

    /// <summary>Handed in by the leader (transmis).</summary>
    Submitted,

    /// <summary>An analyst reads it (en revue).</summary>
    InReview,

    /// <summary>Sent back with a reason (à corriger).</summary>
    Returned,

    /// <summary>Accepted by an analyst (accepté).</summary>
    Accepted,
}

/// <summary>State of a dossier (état du dossier), derived from its sections, its candidate and its signature.</summary>
internal enum DossierState
{
    /// <summary>To fill (à compléter): a section has not been handed in yet.</summary>
    ToFill,

    /// <summary>A section was sent back (à corriger).</summary>
    Returned,

    /// <summary>Every section is handed in (transmis).</summary>
    Submitted,

    /// <summary>Every section is handed in and an analyst is at work (en revue).</summary>
    InReview,

    /// <summary>All sections accepted; the owners are storing the candidate's copies.</summary>
    DrawingUp,

    /// <summary>The candidate is complete: the leader may sign (à valider).</summary>
    AwaitingSignOff,

    /// <summary>Signed by the leader (validé).</summary>
    SignedOff,

    /// <summary>The signed version was published with the campaign (publié).</summary>
    Published,
}

/// <summary>Names of the states in JSON, events and the database.</summary>
internal static class StateNames
{
    private static readonly string[] Sections = ["to-fill", "submitted", "in-review", "returned", "accepted"];

    private static readonly string[] Dossiers =
        ["to-fill", "returned", "submitted", "in-review", "drawing-up", "awaiting-sign-off", "signed-off", "published"];

    public static string Name(this SectionState state) => Sections[(int)state];

    public static string Name(this DossierState state) => Dossiers[(int)state];

    public static SectionState Section(string name) => (SectionState)Array.IndexOf(Sections, name);

    public static DossierState Dossier(string name) => (DossierState)Array.IndexOf(Dossiers, name);
}
