using System.Globalization;
using Ptce.ServiceDefaults.Problems;

namespace Ptce.Survey.Answers;

/// <summary>Why a change is refused, and what to do.</summary>
internal static class AnswerProblems
{
    public static readonly Problem ConflictNotFound = new("survey.answer.no-such-conflict", 404,
        fr: "Ce conflit n'existe pas, ou il est déjà réglé.", en: "There is no such conflict, or it has been settled.");

    public static readonly Problem TooManyChanges = new("survey.answers.too-many", 400,
        fr: "Au plus 500 modifications par envoi : découpez.", en: "At most 500 changes a call: split them.");

    public static readonly FieldError UnknownItem = Error("survey.answer.unknown-item",
        "Cet item n'existe pas dans les volets de cette édition tenus ici.", "No section of this edition that is kept here has this item.",
        "Vérifiez le code ; la morphologie et l'économie se saisissent auprès de leur service.", "Check the code; morphology and economics are filled with their own service.");

    public static readonly FieldError NotAsked = Error("survey.answer.not-asked",
        "Cet item se calcule ou se lit : il ne se saisit pas.", "This item is computed or only read: it is not answered.");

    public static readonly FieldError RowMissing = Error("survey.answer.row-missing",
        "Cette question est une colonne de tableau : indiquez la ligne.", "This is a column of a table: name the row.");

    public static readonly FieldError RowUnexpected = Error("survey.answer.row-unexpected",
        "Cette question n'est pas dans un tableau.", "This question is not in a table.");

    public static readonly FieldError TableHasNoValue = Error("survey.answer.table-has-no-value",
        "Un tableau se remplit par ses colonnes ; une ligne se retire avec l'état « removed ».", "A table is filled by its columns; a row is taken out with the state \"removed\".");

    public static readonly FieldError UnknownState = Error("survey.answer.unknown-state",
        "État inconnu.", "Unknown state.", "answered, not-applicable, unknown, empty.", "answered, not-applicable, unknown, empty.");

    public static readonly FieldError ValueAndState = Error("survey.answer.value-and-state",
        "Une réponse « sans objet », « inconnu » ou vide n'a pas de valeur.", "An answer that is not applicable, unknown or empty has no value.");

    public static readonly FieldError UnknownProvenance = Error("survey.answer.unknown-provenance",
        "Provenance inconnue.", "Unknown provenance.",
        "interview-1, interview-2, document, member, imported, previous-year, synthetic, typed.", "interview-1, interview-2, document, member, imported, previous-year, synthetic, typed.");

    public static readonly FieldError NotText = Error("survey.answer.not-a-text", "Un texte est attendu.", "A text is expected.");

    public static readonly FieldError NotNumber = Error("survey.answer.not-a-number", "Un nombre est attendu.", "A number is expected.",
        "Chiffres et point décimal, sans espace ni unité.", "Digits and a decimal point, no blanks, no unit.");

    public static readonly FieldError NotBoolean = Error("survey.answer.not-a-boolean", "Oui ou non (true, false) est attendu.", "Yes or no (true, false) is expected.");

    public static readonly FieldError NotDate = Error("survey.answer.not-a-date", "Une date est attendue.", "A date is expected.", "AAAA-MM-JJ.", "YYYY-MM-DD.");

    public static readonly FieldError NotList = Error("survey.answer.not-a-list", "Une liste de codes est attendue.", "A list of codes is expected.");

    public static readonly FieldError NotMember = Error("survey.answer.not-a-member-key", "Une clé de membre est attendue.", "A member's key is expected.",
        "siren:…, rna:… ou code:<PTCE>/<code>.", "siren:…, rna:… or code:<pole>/<code>.");

    public static readonly FieldError TooManyExamples = Error("survey.answer.too-many-examples", "Au plus 10 exemples de 500 caractères.", "At most 10 examples of 500 characters.");

    public static readonly FieldError CommentTooLong = Error("survey.answer.comment-too-long", "Au plus 4000 caractères de commentaire ou de source.", "At most 4000 characters of comment or source.");

    public static FieldError UnknownChoice(string value) => Error("survey.answer.unknown-choice", "Ce choix n'existe pas.", "There is no such choice.") with { Value = value };

    public static FieldError TooLong(int most) => Error("survey.answer.too-long", $"Au plus {most} caractères.", $"At most {most} characters.");

    public static FieldError TooPrecise(int decimals) => Error("survey.answer.too-precise",
        decimals == 0 ? "Un nombre entier est attendu." : $"Au plus {decimals} décimales.", decimals == 0 ? "A whole number is expected." : $"At most {decimals} decimals.");

    public static FieldError OutOfBounds(decimal? least, decimal? most) => Error("survey.answer.out-of-bounds",
        $"La valeur doit être comprise entre {Say(least)} et {Say(most)}.", $"The value must lie between {Say(least)} and {Say(most)}.");

    public static FieldError Refused(Problem problem) => new(problem.Code, problem.Title);

    private static string Say(decimal? bound) => bound?.ToString(CultureInfo.InvariantCulture) ?? "…";

    private static FieldError Error(string code, string fr, string en, string? remedyFr = null, string? remedyEn = null) =>
        new(code, new LocalText(fr, en), remedyFr is null ? null : new LocalText(remedyFr, remedyEn!));
}
