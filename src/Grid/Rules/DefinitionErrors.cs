using Ptce.Grid.Answers;
using Ptce.Grid.Definitions;
using Ptce.Grid.Expressions;

namespace Ptce.Grid.Rules;

/// <summary>Every way in which a section's definition can be wrong: one place for codes and words.</summary>
internal static class DefinitionErrors
{
    public static GridError Code(string code) => Make("code", code, code, "Ce code n'est pas valable.", "This code is not valid.", "Une lettre, puis lettres sans accent, chiffres, point, tiret ou souligné ; 64 caractères au plus.", "A letter, then unaccented letters, digits, point, hyphen or underscore; 64 characters at most.");

    public static GridError Duplicate(string code) => Make("duplicate", code, code, "Ce code est employé deux fois.", "This code is used twice.", "Donner un autre code à l'un des deux.", "Give one of the two another code.");

    public static GridError Label(string at) => Make("label", at, null, "Le libellé doit être donné en français et en anglais.", "The label must be given in French and in English.", "Compléter la langue qui manque.", "Fill in the missing language.");

    public static GridError NoChoices(string at, string? list) => Make("no-choices", at, list, "La liste de modalités n'existe pas ou est vide.", "The list of choices does not exist or is empty.", "Créer la liste, ou corriger son nom.", "Create the list, or correct its name.");

    public static GridError ChoicesNotUsed(string at, ItemType type) => Make("choices-not-used", at, type.ToString(), "Seul un item à choix a une liste de modalités.", "Only an item with choices has a list of choices.", "Retirer la liste, ou changer de type.", "Remove the list, or change the type.");

    public static GridError ChoiceValue(string at, string value) => Make("choice-value", at, value, "La valeur d'une modalité ne contient ni blanc ni apostrophe, et n'est donnée qu'une fois.", "A choice's value contains no blank or quote, and is given once.", "Employer un tiret : « en-projet ».", "Use a hyphen: “in-project”.");

    public static GridError Columns(string at) => Make("columns", at, null, "Un tableau a des colonnes ; aucun autre item n'en a, et une colonne n'est pas un tableau.", "A table has columns; no other item has any, and a column is not a table.", "Revoir le type ou les colonnes.", "Review the type or the columns.");

    public static GridError Bounds(string at) => Make("bounds", at, null, "Le minimum dépasse le maximum.", "The minimum is above the maximum.", "Corriger les bornes.", "Correct the bounds.");

    public static GridError Calculation(string at) => Make("calculation", at, null, "Un calcul a une expression ; aucun autre item n'en a.", "A calculation has an expression; no other item has one.", "Compléter, ou changer de type.", "Complete it, or change the type.");

    public static GridError Record(string at, string? record) => Make("record", at, record, "La rubrique n'a pas de fiche de cette sorte.", "The section has no record of this kind.", "Déclarer la sorte de fiche, ou corriger son nom.", "Declare the kind of record, or correct its name.");

    public static GridError Expression(string at, string text, ExpressionError error) => new(error.Code, at, null, Shorten(text), error.Message, error.Remedy, error.Column);

    public static GridError UnknownItem(string at, string text, ExpressionReference reference) => new(
        "grid.definition.unknown-item", at, null, Shorten(text),
        new LocalizedText($"« {reference.Item} » n'est le code d'aucun item visible d'ici.", $"“{reference.Item}” is not the code of an item that can be seen from here."),
        new LocalizedText("Corriger le code ; un item d'une fiche ne voit que cette fiche.", "Correct the code; an item of a record sees that record only."),
        reference.Column);

    public static GridError Current(string at, string text) => Make("current", at, text, "« . » n'a pas de sens ici : la réponse n'existe pas encore.", "“.” means nothing here: the answer does not exist yet.", "Désigner un autre item par ${code}.", "Name another item by ${code}.");

    public static GridError Cycle(IReadOnlyList<string> items) => Make("cycle", items[0], string.Join(" → ", items), "Ces items dépendent l'un de l'autre en boucle.", "These items depend on one another in a circle.", "Rompre la boucle : l'un d'eux ne doit pas dépendre des autres.", "Break the circle: one of them must not depend on the others.");

    private static GridError Make(string reason, string at, string? value, string fr, string en, string remedyFr, string remedyEn) =>
        new($"grid.definition.{reason}", at, null, value is null ? null : Shorten(value), new LocalizedText(fr, en), new LocalizedText(remedyFr, remedyEn));

    private static string Shorten(string value) => value.Length > 200 ? value[..200] + "…" : value;
}
