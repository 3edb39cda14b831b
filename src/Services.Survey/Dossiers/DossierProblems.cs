using Ptce.ServiceDefaults.Problems;

namespace Ptce.Survey.Dossiers;

/// <summary>Why an act on a dossier or a section is refused.</summary>
internal static class DossierProblems
{
    /// <summary>Reason of a candidate that was dropped because a section was sent back.</summary>
    public const string SectionReturned = "survey.section.returned";

    public static readonly Problem NotFound = new("survey.dossier.not-found", 404,
        fr: "Ce dossier n'existe pas.", en: "There is no such dossier.");

    public static readonly Problem SectionNotFound = new("survey.section.not-found", 404,
        fr: "L'édition de la campagne n'a pas ce volet.", en: "The campaign's edition has no such section.");

    public static readonly Problem CampaignNotOpen = new("survey.campaign.not-open", 409,
        fr: "La campagne n'est pas encore ouverte.", en: "The campaign is not open yet.");

    public static readonly Problem CampaignClosed = new("survey.campaign.closed", 409,
        fr: "La campagne est close : elle ne prend plus de modification. Un chargé d'étude peut rouvrir un dossier signé pour correction.",
        en: "The campaign is closed: it takes no more edits. An analyst can reopen a signed dossier for a correction.");

    public static readonly Problem Signed = new("survey.dossier.signed", 409,
        fr: "Le dossier est validé : il faut le rouvrir pour le corriger.", en: "The dossier is signed off: reopen it to correct it.");

    public static readonly Problem NotSigned = new("survey.dossier.not-signed", 409,
        fr: "Le dossier n'est pas validé : il n'y a rien à rouvrir.", en: "The dossier is not signed off: there is nothing to reopen.");

    public static readonly Problem SectionHandedIn = new("survey.section.handed-in", 409,
        fr: "Le volet est transmis : seul un chargé d'étude le modifie, ou le renvoie à corriger.",
        en: "The section has been handed in: only an analyst changes it, or sends it back.");

    public static readonly Problem AlreadySubmitted = new("survey.section.already-submitted", 409,
        fr: "Le volet est déjà transmis.", en: "The section has been handed in already.");

    public static readonly Problem AlreadyAccepted = new("survey.section.already-accepted", 409,
        fr: "Le volet est déjà accepté.", en: "The section has been accepted already.");

    public static readonly Problem NotSubmitted = new("survey.section.not-submitted", 409,
        fr: "Le volet n'est pas transmis.", en: "The section has not been handed in.");

    public static readonly Problem NotInReview = new("survey.section.not-in-review", 409,
        fr: "Le volet n'est pas en revue.", en: "The section is not in review.");

    public static readonly Problem BlockingErrors = new("survey.section.blocking-errors", 409,
        fr: "Des erreurs bloquantes empêchent de transmettre ou d'accepter le volet.", en: "Blocking errors prevent the section from being handed in or accepted.");

    public static readonly Problem UnansweredWarnings = new("survey.section.unanswered-warnings", 409,
        fr: "Des alertes attendent une réponse : corrigez, confirmez ou expliquez en commentaire.", en: "Warnings wait for an answer: correct, confirm or explain in a comment.");

    public static readonly Problem Incomplete = new("survey.section.incomplete", 409,
        fr: "Des réponses obligatoires manquent.", en: "Required answers are missing.");

    public static readonly Problem ReasonMissing = new("survey.section.reason-missing", 422,
        fr: "Dites pourquoi.", en: "Say why.");

    public static readonly Problem SectionNotOpenYet = new("survey.section.not-open-yet", 503,
        fr: "Le service qui tient ce volet ne l'a pas encore ouvert : réessayez dans un instant.",
        en: "The service that keeps this section has not opened it yet: try again in a moment.");

    public static readonly Problem OwnerUnreachable = new("survey.owner.unreachable", 503,
        fr: "Le service qui tient ce volet ne répond pas. Rien n'a été décidé : réessayez dans un instant.",
        en: "The service that keeps this section does not answer. Nothing was decided: try again in a moment.");
}
