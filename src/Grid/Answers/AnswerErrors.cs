using System.Globalization;
using Ptce.Grid.Definitions;

namespace Ptce.Grid.Answers;

/// <summary>Every way in which a single value can be refused: one place for codes and words.</summary>
internal static class AnswerErrors
{
    public static GridError NotText(ItemDefinition item, string given) => Make(item, "not-text", given, "Un texte est attendu.", "A text is expected.", "Envoyer une chaîne de caractères.", "Send a string.");

    public static GridError TooLong(ItemDefinition item, string given, int maximum) => Make(item, "too-long", given, $"Le texte dépasse {maximum} caractères.", $"The text is longer than {maximum} characters.", "Raccourcir, ou joindre un document.", "Shorten it, or attach a document.");

    public static GridError ControlCharacter(ItemDefinition item) => Make(item, "control-character", null, "Le texte contient un caractère de contrôle.", "The text contains a control character.", "Le coller à nouveau en texte brut.", "Paste it again as plain text.");

    public static GridError LineBreak(ItemDefinition item, string given) => Make(item, "line-break", given, "Une seule ligne est attendue.", "A single line is expected.", "Retirer les retours à la ligne.", "Remove the line breaks.");

    public static GridError NotNumber(ItemDefinition item, string given) => Make(item, "not-a-number", given, "Un nombre est attendu.", "A number is expected.", "Des chiffres, avec un point pour les décimales : 3.5.", "Digits, with a point for decimals: 3.5.");

    public static GridError TooPrecise(ItemDefinition item, string given) => Make(item, "too-precise", given, item.Scale() == 0 ? "Un nombre entier est attendu." : $"Au plus {item.Scale()} décimales.", item.Scale() == 0 ? "A whole number is expected." : $"At most {item.Scale()} decimals.", "Arrondir.", "Round it.");

    public static GridError BelowMinimum(ItemDefinition item, string given) => Make(item, "below-minimum", given, $"Au moins {Written(item.Minimum, item)}.", $"At least {Written(item.Minimum, item)}.", "Vérifier la valeur et l'unité.", "Check the value and the unit.");

    public static GridError AboveMaximum(ItemDefinition item, string given) => Make(item, "above-maximum", given, $"Au plus {Written(item.Maximum, item)}.", $"At most {Written(item.Maximum, item)}.", "Vérifier la valeur et l'unité.", "Check the value and the unit.");

    public static GridError NotBoolean(ItemDefinition item, string given) => Make(item, "not-a-boolean", given, "Oui ou non est attendu.", "Yes or no is expected.", "Envoyer true ou false.", "Send true or false.");

    public static GridError NotDate(ItemDefinition item, string given) => Make(item, "not-a-date", given, "Une date est attendue.", "A date is expected.", "L'écrire AAAA-MM-JJ, par exemple 2015-06-30.", "Write it YYYY-MM-DD, e.g. 2015-06-30.");

    public static GridError NotChoice(ItemDefinition item, string given) => Make(item, "not-a-choice", given, "Cette modalité n'est pas dans la liste.", "This choice is not in the list.", "Choisir dans la liste ; « inconnu » est un état, non une valeur.", "Choose from the list; “unknown” is a state, not a value.");

    public static GridError NotList(ItemDefinition item, string given) => Make(item, "not-a-list", given, "Une liste est attendue.", "A list is expected.", "Envoyer un tableau, même pour une seule valeur.", "Send an array, even for a single value.");

    public static GridError Repeated(ItemDefinition item, string given) => Make(item, "repeated", given, "Une valeur est donnée deux fois.", "A value is given twice.", "La donner une seule fois.", "Give it once.");

    public static GridError NotMember(ItemDefinition item, string given) => Make(item, "not-a-member-key", given, "Une clé de membre est attendue.", "A member's key is expected.", "Choisir un membre du PTCE.", "Choose a member of the PTCE.");

    public static GridError NotAnswerable(ItemDefinition item) => Make(item, "not-answerable", null, "Cet item ne reçoit pas de valeur.", "This item takes no value.", "Répondre aux lignes du tableau, ou aux items dont il est calculé.", "Answer the rows of the table, or the items from which it is computed.");

    private static string Written(decimal? bound, ItemDefinition item) =>
        string.Create(CultureInfo.InvariantCulture, $"{bound:0.##}") + (item.Unit is null ? "" : " " + item.Unit);

    private static GridError Make(ItemDefinition item, string reason, string? given, string fr, string en, string remedyFr, string remedyEn) =>
        new($"grid.answer.{reason}", item.Code, null, given is { Length: > 80 } ? given[..80] + "…" : given, new LocalizedText(fr, en), new LocalizedText(remedyFr, remedyEn));
}
