using Ptce.ServiceDefaults.Problems;

namespace Ptce.Finance.Economics.ChangeLines;

/// <summary>What can be wrong with a change in itself.</summary>
/// <param name="Code">Problem code.</param>
/// <param name="Member">Member of the change that is wrong.</param>
/// <param name="Message">What is wrong.</param>
/// <param name="Remedy">What to do.</param>
internal sealed record LineFault(string Code, string Member, LocalText Message, LocalText Remedy)
{
    public static readonly LineFault IdMissing = new("finance.change.id-missing", "id",
        new("La modification n’a pas d’identifiant.", "The change has no id."),
        new("Donner un UUID par modification.", "Give each change a UUID."));

    public static readonly LineFault IdReused = new("finance.change.id-reused", "id",
        new("Cet identifiant désigne déjà une autre modification.", "This id already stands for another change."),
        new("Donner un nouvel UUID à une nouvelle modification.", "Give a new change a new UUID."));

    public static readonly LineFault Unknown = new("finance.line.unknown", "line",
        new("Cette ligne n’existe pas.", "There is no such line."),
        new("Choisir un code de GET /api/finance/lines.", "Choose a code of GET /api/finance/lines."));

    public static readonly LineFault NumberOutOfRange = new("finance.line.number", "n",
        new("Le numéro de ligne va de 1 à 999.", "A line's number is 1 to 999."),
        new("Numéroter les lignes d’un même code à partir de 1.", "Number the lines of one code from 1."));

    public static readonly LineFault BaseNegative = new("finance.change.base", "base",
        new("La révision de départ est négative.", "The base revision is negative."),
        new("Donner la révision lue, ou 0 pour une nouvelle ligne.", "Give the revision that was read, or 0 for a new line."));

    public static readonly LineFault AmountMissing = new("finance.line.amount-missing", "amount",
        new("Le montant manque.", "The amount is missing."),
        new("Donner un montant en euros, ou remove: true.", "Give an amount in euros, or remove: true."));

    public static readonly LineFault AmountWrong = new("finance.line.amount", "amount",
        new("Le montant a plus de deux décimales ou dépasse 100 milliards d’euros.", "The amount has more than two decimals or exceeds 100 billion euros."),
        new("Donner un montant en euros et centimes.", "Give an amount in euros and cents."));

    public static readonly LineFault DestinationWrong = new("finance.line.destination", "destination",
        new("Cette destination n’existe pas ou la ligne n’est pas une charge.", "There is no such destination, or the line is not an expense."),
        new("coordination, support, premises, projects ou other, sur une charge.", "coordination, support, premises, projects or other, on an expense."));

    public static readonly LineFault FunderWrong = new("finance.line.funder", "funder",
        new("Ce financeur n’existe pas ou la ligne n’est pas une subvention.", "There is no such funder, or the line is not a grant."),
        new("Choisir un type de financeur, ou l’omettre.", "Choose a kind of funder, or leave it out."));

    public static readonly LineFault PerimeterWrong = new("finance.line.perimeter", "perimeter",
        new("Ce périmètre n’existe pas.", "There is no such perimeter."),
        new("coordinator, support ou leader.", "coordinator, support or leader."));

    public static readonly LineFault ProvenanceWrong = new("finance.line.provenance", "provenance",
        new("Cette provenance n’existe pas.", "There is no such provenance."),
        new("Par exemple document, interview-1 ou typed.", "document, interview-1 or typed, for example."));

    public static readonly LineFault TextTooLong = new("finance.line.text-too-long", "comment",
        new("Un texte est trop long.", "A text is too long."),
        new("Source : 500 caractères ; commentaire : 2 000 ; financeur : 100.", "Source: 500 characters; comment: 2,000; funder: 100."));
}
