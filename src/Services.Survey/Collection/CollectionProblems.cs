using Ptce.ServiceDefaults.Problems;

namespace Ptce.Survey.Collection;

/// <summary>Why an act of the member collection is refused.</summary>
internal static class CollectionProblems
{
    public static readonly Problem NoLetter = new("survey.collection.no-letter", 409, fr: "Écrivez d'abord la lettre.", en: "Write the letter first.");

    public static readonly Problem NotApproved = new("survey.collection.not-approved", 409,
        fr: "Le responsable du PTCE et l'équipe d'étude approuvent tous deux la lettre avant l'envoi.", en: "Both the PTCE's leader and the study team approve the letter before it is sent.");

    public static readonly Problem BadLetter = new("survey.collection.bad-letter", 422,
        fr: "Un objet (200 caractères au plus) et un texte (10 000 au plus) sont nécessaires ; le texte contient {lien}, remplacé par le lien personnel.",
        en: "A subject (at most 200 characters) and a text (at most 10,000) are needed; the text holds {lien}, replaced by the personal link.");

    public static readonly Problem BadAddress = new("survey.collection.bad-address", 422, fr: "Une adresse électronique ou un nom ne convient pas.", en: "An e-mail address or a name is not accepted.");

    public static readonly Problem InvitationNotFound = new("survey.collection.invitation-not-found", 404, fr: "Cette invitation n'existe pas.", en: "There is no such invitation.");

    public static readonly Problem BadLink = new("survey.collection.bad-link", 404,
        fr: "Ce lien n'est pas ou plus valable. Demandez-en un nouveau à votre PTCE.", en: "This link is not, or no longer, valid. Ask your PTCE for a new one.");

    public static readonly Problem BadFigures = new("survey.collection.bad-figures", 422,
        fr: "ETP et personnes de 0 à 100 000, produits de 0 à 10 milliards d'euros, effets en 4000 caractères au plus ; au moins une réponse.",
        en: "FTE and people from 0 to 100,000, income from 0 to 10 billion euros, effects in at most 4000 characters; at least one answer.");
}
