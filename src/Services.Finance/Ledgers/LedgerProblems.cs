using Ptce.Finance.Ledgers.Findings;
using Ptce.ServiceDefaults.Problems;

namespace Ptce.Finance.Ledgers;

/// <summary>Expected failures of ledger imports.</summary>
internal static class LedgerProblems
{
    public static readonly Problem Faulty = new("finance.ledger.faulty", 422,
        "Le fichier comporte des erreurs : rien n’a été importé. Corrigez l’export, puis recommencez.", "The file has errors: nothing was imported. Correct the export and try again.");

    public static readonly Problem SliceMissing = new("finance.ledger.slice-missing", 409,
        "Les comptes sont ceux d’une structure plus large : dites d’abord quelle part est celle du PTCE (paramètres, « slice »).",
        "These are the accounts of a larger structure: say first which part is the PTCE's (settings, “slice”).");

    public static readonly Problem IdReused = new("finance.ledger.id-reused", 409,
        "Cet identifiant désigne déjà un autre import.", "This id already stands for another import.");

    public static readonly Problem TypedLines = new("finance.ledger.typed-lines", 409,
        "Des lignes saisies existent déjà pour cet exercice. Ajoutez ?replace=true pour que l’import les remplace.",
        "Typed lines exist for this year. Add ?replace=true for the import to replace them.");

    public static readonly Problem RegimeMissing = new("finance.ledger.regime-missing", 400,
        "Indiquez le plan comptable (regime), dans l’exercice, les paramètres ou la requête.", "Give the chart of accounts (regime), in the year, the settings or the request.");

    /// <summary>The findings of a faulty file, the first thousand, with exact counts.</summary>
    public static ProblemResult Refused(FindingList findings) => Faulty
        .With([.. findings.First.Select(ToError)])
        .Including("counts", findings.Counts.ToDictionary(pair => FindingText.CodeOf(pair.Key), pair => pair.Value));

    private static FieldError ToError(Finding finding)
    {
        var text = FindingText.Of(finding.Kind);
        var message = new LocalText(text.Fr, text.En).Format(finding.Value ?? "");
        var place = finding.Part > 1 ? new LocalText($"Partie {finding.Part} : {message.Fr}", $"Part {finding.Part}: {message.En}") : message;
        return new FieldError(FindingText.CodeOf(finding.Kind), place, Remedy(text.Severity))
        {
            Line = finding.Line == 0 ? null : finding.Line,
            Column = finding.Column,
            Value = finding.Value,
        };
    }

    private static LocalText Remedy(Severity severity) => severity switch
    {
        Severity.Error => new("À corriger dans le logiciel comptable avant un nouvel export.", "To be corrected in the accounting software before a new export."),
        Severity.Warning => new("À vérifier ; n’empêche pas l’import.", "To be looked at; does not prevent the import."),
        _ => new("Pour information.", "For the record."),
    };
}
