namespace Ptce.Survey.Answers;

/// <summary>State of an answer (état de la réponse), as written in JSON and in a section's copy.</summary>
internal static class AnswerStates
{
    /// <summary>There is a value (renseigné).</summary>
    public const string Answered = "answered";

    /// <summary>The question does not arise (sans objet).</summary>
    public const string NotApplicable = "not-applicable";

    /// <summary>Asked, and nobody knows (inconnu).</summary>
    public const string Unknown = "unknown";

    /// <summary>Nothing was said (vide); left out of a copy.</summary>
    public const string Empty = "empty";

    /// <summary>A table's row that was taken out (ligne supprimée).</summary>
    public const string Removed = "removed";

    public static bool IsAnswer(string state) => state is Answered or NotApplicable or Unknown;
}

/// <summary>Where an answer comes from (provenance).</summary>
internal static class Provenances
{
    /// <summary>Typed without saying from where (saisi).</summary>
    public const string Typed = "typed";

    /// <summary>Taken over from last year, to be confirmed (année précédente).</summary>
    public const string PreviousYear = "previous-year";

    private static readonly HashSet<string> Known =
        ["interview-1", "interview-2", "document", "member", "imported", PreviousYear, "synthetic", Typed];

    public static bool IsKnown(string provenance) => Known.Contains(provenance);
}
