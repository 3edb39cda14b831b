using Ptce.ServiceDefaults.Problems;

namespace Ptce.Survey.SignOff;

/// <summary>Why a candidate cannot be shown or signed.</summary>
internal static class SignOffProblems
{
    public static readonly Problem NoCandidate = new("survey.candidate.none", 404,
        fr: "Aucune version candidate : tous les volets ne sont pas acceptés.", en: "There is no candidate: not every section has been accepted.");

    public static readonly Problem DrawingUp = new("survey.candidate.drawing-up", 409,
        fr: "La version candidate est en cours d'établissement : elle n'est pas encore complète.", en: "The candidate is being drawn up: it is not complete yet.");

    public static readonly Problem Stale = new("survey.candidate.stale", 409,
        fr: "Le dossier a été modifié depuis cette version candidate : elle ne peut plus être validée.",
        en: "The dossier was changed after this candidate: it can no longer be signed.");

    public static readonly Problem Refused = new("survey.candidate.refused", 409,
        fr: "Cette version candidate a été écartée : un volet n'a pas pu être copié.", en: "This candidate was set aside: a section could not be copied.");

    public static readonly Problem Blocking = new("survey.candidate.blocking", 409,
        fr: "Cette version candidate a été écartée : elle comporte des erreurs bloquantes.", en: "This candidate was set aside: it has blocking errors.");

    public static readonly Problem Other = new("survey.candidate.other", 409,
        fr: "Ce n'est pas la version candidate en cours : relisez celle qui est affichée.", en: "This is not the current candidate: read the one that is shown now.");

    public static readonly Problem OpenQuery = new("survey.dossier.open-query", 409,
        fr: "Une demande de précision est ouverte : le dossier ne peut pas être validé.", en: "A query is open: the dossier cannot be signed.");

    public static readonly Problem StatementMissing = new("survey.sign-off.statement-missing", 422,
        fr: "La déclaration « Je valide ces données » est nécessaire.", en: "The statement \"I validate these data\" is needed.");

    public static readonly Problem OnlyPeopleSign = new("survey.sign-off.only-people", 403,
        fr: "Seule une personne responsable du PTCE valide un dossier.", en: "Only a person who leads the PTCE signs a dossier.");

    public static readonly Problem VersionNotFound = new("survey.version.not-found", 404,
        fr: "Cette version n'existe pas.", en: "There is no such version.");
}
