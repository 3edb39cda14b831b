using Ptce.Grid.Definitions;

namespace Ptce.Grid.Expressions;

/// <summary>Stops parsing at the first error; caught in <see cref="Expression.Parse"/>, which returns it as a value.</summary>
internal sealed class SyntaxException(ExpressionError error) : Exception(error.Message.En)
{
    public ExpressionError Error { get; } = error;
}

internal static class SyntaxErrors
{
    public static SyntaxException TooLong(int maximum) => Make("too-long", maximum + 1, $"L'expression dépasse {maximum} caractères.", $"The expression is longer than {maximum} characters.", "Partager la règle entre plusieurs items.", "Spread the rule over several items.");

    public static SyntaxException TooDeep(int column) => Make("too-deep", column, "Trop de parenthèses ou d'appels imbriqués.", "Too many nested brackets or calls.", "Passer par un item calculé.", "Use a calculated item in between.");

    public static SyntaxException Unexpected(Token token) => token.Kind is TokenKind.End
        ? Make("unfinished", token.Column, "L'expression s'arrête trop tôt.", "The expression ends too early.", "Compléter : il manque une valeur ou une parenthèse.", "Complete it: a value or a bracket is missing.")
        : Make("unexpected", token.Column, $"« {token.Text} » n'est pas attendu ici.", $"“{token.Text}” is not expected here.", "Vérifier l'opérateur ou la parenthèse qui précède.", "Check the operator or bracket before it.");

    public static SyntaxException UnclosedText(int column) => Make("unclosed-text", column, "Le texte entre apostrophes n'est pas fermé.", "The quoted text is not closed.", "Ajouter l'apostrophe ou le guillemet de fin.", "Add the closing quote.");

    public static SyntaxException UnclosedReference(int column) => Make("unclosed-reference", column, "La référence ${…} n'est pas fermée ou est vide.", "The reference ${…} is not closed or is empty.", "Écrire ${code} avec le code d'un item.", "Write ${code} with the code of an item.");

    public static SyntaxException CurlyQuote(int column, char quote) => Make("curly-quote", column, $"« {quote} » est un guillemet typographique, souvent mis par le tableur.", $"“{quote}” is a typographic quote, often put there by the spreadsheet.", "Écrire une apostrophe droite (').", "Write a straight quote (').");

    public static SyntaxException Character(int column, char character) => Make("character", column, $"Le caractère « {character} » n'a pas de sens ici.", $"The character “{character}” means nothing here.", "Le retirer, ou mettre le texte entre apostrophes.", "Remove it, or put the text in quotes.");

    public static SyntaxException WrongOperator(int column, string written, string right) => Make("operator", column, $"« {written} » n'est pas un opérateur XLSForm.", $"“{written}” is not an XLSForm operator.", $"Écrire « {right} ».", $"Write “{right}”.");

    public static SyntaxException Path(int column) => Make("path", column, "Les chemins XPath ne font pas partie du langage de la grille.", "XPath paths are not part of the grid's language.", "Désigner l'item par ${code}.", "Name the item by ${code}.");

    public static SyntaxException NumberTooLong(int column) => Make("number", column, "Ce nombre est trop long.", "This number is too long.", "28 chiffres au plus.", "28 digits at most.");

    public static SyntaxException UnknownFunction(Token name, string? near) => Make(
        "unknown-function",
        name.Column,
        $"La fonction « {name.Text} » n'existe pas.",
        $"There is no function “{name.Text}”.",
        near is null ? "Voir la liste des fonctions dans docs/grid.md." : $"Écrire « {near} » ?",
        near is null ? "See the list of functions in docs/grid.md." : $"Write “{near}”?");

    public static SyntaxException NotDeterministic(Token name) => Make("not-deterministic", name.Column, $"« {name.Text} » ne donne pas deux fois le même résultat : une donnée signée doit pouvoir être recalculée.", $"“{name.Text}” does not give the same result twice: signed data must be computable again.", "Saisir la valeur dans un item.", "Type the value into an item.");

    public static SyntaxException Arguments(Token name, string expected) => Make("arguments", name.Column, $"« {name.Text} » attend {expected} argument(s).", $"“{name.Text}” takes {expected} argument(s).", "Vérifier les virgules et les parenthèses.", "Check commas and brackets.");

    public static SyntaxException BareName(Token name) => Make("bare-name", name.Column, $"« {name.Text} » n'est ni un item ni une fonction.", $"“{name.Text}” is neither an item nor a function.", $"Écrire ${{{name.Text}}} pour un item, '{name.Text}' pour un texte.", $"Write ${{{name.Text}}} for an item, '{name.Text}' for a text.");

    public static SyntaxException Pattern(int column, string reason) => Make("pattern", column, $"L'expression régulière n'est pas valable : {reason}", $"The regular expression is not valid: {reason}", "Corriger le motif ; références arrière et assertions sont exclues.", "Correct the pattern; backreferences and lookarounds are left out.");

    private static SyntaxException Make(string reason, int column, string fr, string en, string remedyFr, string remedyEn) =>
        new(new ExpressionError($"grid.expression.{reason}", column, new LocalizedText(fr, en), new LocalizedText(remedyFr, remedyEn)));
}
