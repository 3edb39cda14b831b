using Ptce.ServiceDefaults.Problems;

namespace Ptce.Survey.Campaigns;

/// <summary>Why an act on a campaign is refused.</summary>
internal static class CampaignProblems
{
    public static readonly Problem NotFound = new("survey.campaign.not-found", 404,
        fr: "Cette campagne n'existe pas.", en: "There is no such campaign.");

    public static readonly Problem Exists = new("survey.campaign.exists", 409,
        fr: "Une autre campagne porte déjà cet identifiant.", en: "Another campaign has this id already.");

    public static readonly Problem UnknownEdition = new("survey.campaign.unknown-edition", 422,
        fr: "Cette édition de la grille n'existe pas ou n'est pas publiée.", en: "This edition of the grid does not exist or is not published.");

    public static readonly Problem NoPoles = new("survey.campaign.no-poles", 422,
        fr: "Nommez au moins un PTCE participant, chacun une seule fois, par sa clé (a-z, 0-9, tiret).",
        en: "Name at least one participating PTCE, each once, by its key (a-z, 0-9, hyphen).");

    public static readonly Problem CalendarOutOfOrder = new("survey.campaign.calendar-out-of-order", 422,
        fr: "Les dates du calendrier ne se suivent pas : lancement, premiers entretiens, seconds entretiens, validation, publication.",
        en: "The dates of the calendar are out of order: launch, first interviews, second interviews, sign-off, publication.");

    public static readonly Problem YearOutOfRange = new("survey.campaign.year-out-of-range", 422,
        fr: "L'année et l'exercice doivent être compris entre 1990 et 2100, et l'exercice ne peut suivre l'année de campagne.",
        en: "Year and fiscal year must lie between 1990 and 2100, and the fiscal year cannot follow the campaign's year.");

    public static readonly Problem NotDraft = new("survey.campaign.not-draft", 409,
        fr: "La campagne est ouverte : elle ne se modifie plus.", en: "The campaign has been opened: it is no longer changed.");

    public static readonly Problem NotOpen = new("survey.campaign.not-open-state", 409,
        fr: "Seule une campagne ouverte peut être close.", en: "Only an open campaign can be closed.");

    public static readonly Problem NotClosed = new("survey.campaign.not-closed", 409,
        fr: "Seule une campagne close peut être publiée.", en: "Only a closed campaign can be published.");

    public static readonly Problem Unsigned = new("survey.campaign.unsigned-dossiers", 409,
        fr: "Des dossiers ne sont pas validés : attendez leur validation ou laissez-les de côté nommément.",
        en: "Some dossiers are not signed off: wait for them, or leave them out by name.");
}
