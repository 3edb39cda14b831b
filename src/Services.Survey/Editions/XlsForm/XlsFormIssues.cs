using Ptce.Grid.Answers;
using Ptce.Grid.Definitions;

namespace Ptce.Survey.Editions.XlsForm;

/// <summary>Every way in which a workbook can be wrong or richer than the grid: one place for codes and words.</summary>
internal static class XlsFormIssues
{
    public static XlsFormIssue NotAWorkbook() => Make("not-a-workbook", "", null, null, null, "Le fichier n'est pas un classeur .xlsx lisible.", "The file is not a readable .xlsx workbook.", "L'enregistrer au format Excel (.xlsx), sans mot de passe.", "Save it as Excel (.xlsx), without a password.");

    public static XlsFormIssue NoSheet(string sheet) => Make("no-sheet", sheet, null, null, null, $"La feuille « {sheet} » manque.", $"The sheet “{sheet}” is missing.", "Un formulaire XLSForm a une feuille « survey », et « choices » s'il a des listes.", "An XLSForm has a sheet “survey”, and “choices” if it has lists.");

    public static XlsFormIssue NoColumn(string sheet, string column) => Make("no-column", sheet, 1, column, null, $"La colonne « {column} » manque.", $"The column “{column}” is missing.", "L'ajouter à la première ligne.", "Add it to the first row.");

    public static XlsFormIssue UnknownType(int row, string type) => Make("unknown-type", "survey", row, "type", type, "Ce type de question n'existe pas.", "There is no such type of question.", "Employer un type XLSForm : text, integer, decimal, date, select_one liste, begin_group…", "Use an XLSForm type: text, integer, decimal, date, select_one list, begin_group…");

    public static XlsFormIssue NoName(int row) => Make("no-name", "survey", row, "name", null, "La question n'a pas de nom.", "The question has no name.", "Donner un code, par exemple G1.", "Give a code, e.g. G1.");

    public static XlsFormIssue NestedRepeat(int row, string name) => Make("nested-repeat", "survey", row, "type", name, "Un tableau dans un tableau ne peut pas être repris.", "A table inside a table cannot be taken over.", "Faire de la répétition intérieure un tableau à part.", "Make the inner repeat a table of its own.");

    public static XlsFormIssue NothingToClose(int row, string type) => Make("nothing-to-close", "survey", row, "type", type, "Cette fin ne ferme rien, ou ferme autre chose que ce qui est ouvert.", "This end closes nothing, or something other than what is open.", "Vérifier l'ordre des begin et des end.", "Check the order of begins and ends.");

    public static XlsFormIssue NotClosed(int row, string name) => Make("not-closed", "survey", row, "type", name, "Ce groupe n'est jamais fermé.", "This group is never closed.", "Ajouter end_group ou end_repeat.", "Add end_group or end_repeat.");

    public static XlsFormIssue EmptyTable(int row, string name) => Make("empty-table", "survey", row, "type", name, "Cette répétition ne contient aucune question.", "This repeat contains no question.", "Y mettre des questions, ou la retirer.", "Put questions in it, or remove it.");

    public static XlsFormIssue Value(string sheet, int row, string column, string value, string expectedFr, string expectedEn) => Make("value", sheet, row, column, value, $"Valeur inattendue : {expectedFr} est attendu.", $"Unexpected value: {expectedEn} is expected.", "Corriger la cellule.", "Correct the cell.");

    public static XlsFormIssue LeftOut(int row, string type) => Make("left-out", "survey", row, "type", type, "La grille n'a pas de question de ce type : la ligne est laissée de côté.", "The grid has no question of this type: the row is left out.", "Joindre le document en pièce, ou poser la question en texte.", "Attach the document as evidence, or ask as text.");

    public static XlsFormIssue AsText(int row, string type) => Make("as-text", "survey", row, "type", type, "La question est reprise en texte.", "The question is taken over as text.", "Ajouter une contrainte si la forme compte.", "Add a constraint if the form matters.");

    public static XlsFormIssue ColumnLeftOut(int row, string column, string value) => Make("column-left-out", "survey", row, column, value, "La grille n'a rien de tel : la cellule est laissée de côté.", "The grid has no such thing: the cell is left out.", "Vérifier que la question tient sans elle.", "Check that the question works without it.");

    public static XlsFormIssue OneLanguage(string sheet) => Make("one-language", sheet, 1, "label", null, "Une seule langue est donnée : elle est recopiée dans l'autre.", "One language only: it is copied into the other.", "Traduire avant de publier : label::Français (fr), label::English (en).", "Translate before publishing: label::Français (fr), label::English (en).");

    public static XlsFormIssue OtherAdded(int row, string list) => Make("other-added", "survey", row, "type", list, "or_other : la modalité « autre » est ajoutée à la liste.", "or_other: the choice “other” is added to the list.", "Ajouter une question de texte si la précision compte.", "Add a text question if the detail matters.");

    /// <summary>An error of the definition, at the cell from which it came.</summary>
    public static XlsFormIssue Definition(GridError error, string sheet, int? row, string? column, bool withPlace) => new(
        error.Code, sheet, row, column, error.Value,
        withPlace && error.Column is { } at ? new LocalizedText($"{error.Message.Fr} (caractère {at})", $"{error.Message.En} (character {at})") : error.Message,
        error.Remedy);

    private static XlsFormIssue Make(string reason, string sheet, int? row, string? column, string? value, string fr, string en, string remedyFr, string remedyEn) =>
        new($"survey.xlsform.{reason}", sheet, row, column, value is { Length: > 200 } ? value[..200] + "…" : value, new LocalizedText(fr, en), new LocalizedText(remedyFr, remedyEn));
}
