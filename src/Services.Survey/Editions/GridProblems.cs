using Ptce.Grid.Answers;
using Ptce.ServiceDefaults.Problems;

namespace Ptce.Survey.Editions;

/// <summary>Why an act on the grid is refused.</summary>
internal static class GridProblems
{
    public static readonly Problem SectionNotFound = new("survey.section-version.not-found", 404,
        fr: "Cette version de rubrique n'existe pas.", en: "There is no such section version.");

    public static readonly Problem NotOwned = new("survey.section-version.not-owned", 422,
        fr: "Cette rubrique appartient à un autre service : ses versions s'y préparent.", en: "This section belongs to another service: its versions are prepared there.");

    public static readonly Problem SectionPublished = new("survey.section-version.published", 409,
        fr: "Cette version est publiée et ne change plus : préparez la suivante.", en: "This version is published and no longer changes: prepare the next one.");

    public static readonly Problem SectionExists = new("survey.section-version.exists", 409,
        fr: "Cette version existe déjà avec un autre contenu.", en: "This version exists already with another content.");

    public static readonly Problem WrongNumber = new("survey.section-version.wrong-number", 422,
        fr: "Le numéro attendu est {0}, pour la rubrique « {1} ».", en: "Number {0} is expected, for the section “{1}”.");

    public static readonly Problem BrokenDefinition = new("survey.section-version.broken", 422,
        fr: "La définition contient des erreurs : corrigez-les avant de publier.", en: "The definition has errors: correct them before publishing.");

    public static readonly Problem BrokenWorkbook = new("survey.xlsform.broken", 422,
        fr: "Le classeur contient des erreurs : rien n'a été repris.", en: "The workbook has errors: nothing was taken over.");

    public static readonly Problem EditionNotFound = new("survey.edition.not-found", 404,
        fr: "Cette édition n'existe pas.", en: "There is no such edition.");

    public static readonly Problem EditionExists = new("survey.edition.exists", 409,
        fr: "Une édition de cette clé existe déjà avec un autre contenu.", en: "An edition with this key exists already with another content.");

    public static readonly Problem EditionPublished = new("survey.edition.published", 409,
        fr: "Cette édition est publiée et ne change plus.", en: "This edition is published and no longer changes.");

    public static readonly Problem EditionBroken = new("survey.edition.broken", 422,
        fr: "Cette édition ne peut pas être enregistrée ou publiée ainsi.", en: "This edition cannot be kept or published like this.");

    public static readonly Problem CrosswalkBroken = new("survey.crosswalk.broken", 422,
        fr: "Cette table de passage n'est pas valable.", en: "This crosswalk is not valid.");

    /// <summary>An error of a definition as a field error: the pointer is the item and its property.</summary>
    public static FieldError Field(GridError error) => new(error.Code, new LocalText(error.Message.Fr, error.Message.En), new LocalText(error.Remedy.Fr, error.Remedy.En))
    {
        Pointer = "/" + error.Item,
        Column = error.Column?.ToString(System.Globalization.CultureInfo.InvariantCulture),
        Value = error.Value,
    };
}
