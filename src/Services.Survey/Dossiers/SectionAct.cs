namespace Ptce.Survey.Dossiers;

/// <summary>What can be done with a section.</summary>
internal enum SectionAct
{
    /// <summary>Change an answer (saisir) while the section is with the PTCE.</summary>
    Fill,

    /// <summary>Change an answer while the section is with the study team; always traced, and it makes a candidate stale.</summary>
    Correct,

    /// <summary>Hand in (transmettre).</summary>
    Submit,

    /// <summary>Begin the review (prendre en revue).</summary>
    StartReview,

    /// <summary>Send back with a reason (renvoyer à corriger).</summary>
    Return,

    /// <summary>Accept (accepter).</summary>
    Accept,
}
