using Ptce.ServiceDefaults.Problems;

namespace Ptce.Finance.Economics;

/// <summary>Expected failures of the economics of a year.</summary>
internal static class EconomicsProblems
{
    public static readonly Problem YearClosed = new("finance.year.closed", 409,
        "La campagne est close : ces données économiques ne se modifient plus.", "The campaign is closed: these economics are no longer edited.");

    public static readonly Problem TooManyChanges = new("finance.changes.too-many", 413,
        "Au plus 1 000 modifications par envoi : découpez-le.", "At most 1,000 changes a call: split it.");

    public static readonly FieldError SituationUnknown = new("finance.year.situation",
        new("Cette situation comptable n’existe pas.", "There is no such accounting situation."),
        new("autonomous, analytic ou not-separable.", "autonomous, analytic or not-separable.")) { Pointer = "/situation" };

    public static readonly FieldError ProvenanceUnknown = new("finance.year.provenance",
        new("Cette provenance n’existe pas.", "There is no such provenance."),
        new("Par exemple document, interview-1 ou typed.", "document, interview-1 or typed, for example.")) { Pointer = "/provenance" };

    public static readonly FieldError RegimeUnknown = new("finance.year.regime",
        new("Ce plan comptable n’existe pas.", "There is no such chart of accounts."),
        new("PCA1999, PCA2018, PCA2025, PCG2014 ou PCG2025.", "PCA1999, PCA2018, PCA2025, PCG2014 or PCG2025.")) { Pointer = "/regime" };

    public static readonly FieldError DatesWrong = new("finance.year.dates",
        new("L’exercice doit se clore dans l’année et durer au plus 24 mois.", "The fiscal year must close in the year and last at most 24 months."),
        new("Corriger opens et closes.", "Correct opens and closes.")) { Pointer = "/closes" };

    public static readonly FieldError AmountWrong = new("finance.year.amount",
        new("Un total déclaré a plus de deux décimales ou est hors de bornes.", "A declared total has more than two decimals or is out of range."),
        new("Donner des euros et centimes.", "Give euros and cents.")) { Pointer = "/declaredIncome" };

    public static readonly FieldError YearOutOfRange = new("finance.year.range",
        new("L’exercice va de 1990 à 2100.", "The fiscal year is 1990 to 2100."));

    public static readonly FieldError TextTooLong = new("finance.year.text-too-long",
        new("Source : 500 caractères ; commentaire : 2 000.", "Source: 500 characters; comment: 2,000."));
}
