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

    public static readonly FieldError TooManyExamples = Error("survey.answer.too-many-examples", "Au plus 10 exemples de 500 caractères.", "At most 10 examples of 500 characters.");

    public static readonly FieldError CommentTooLong = Error("survey.answer.comment-too-long", "Au plus 4000 caractères de commentaire ou de source.", "At most 4000 characters of comment or source.");

    public static FieldError Refused(Problem problem) => new(problem.Code, problem.Title);

    private static FieldError Error(string code, string fr, string en, string? remedyFr = null, string? remedyEn = null) =>
        new(code, new LocalText(fr, en), remedyFr is null ? null : new LocalText(remedyFr, remedyEn!));
}
