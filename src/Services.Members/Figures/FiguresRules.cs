namespace Ptce.Members.Figures;

internal static class FiguresRules
{
    public static readonly Rule BandAgainstAmount = new("members.figures.band-against-amount", "La tranche ne contient pas le montant.", "The band does not hold the amount.", "Laissez la tranche vide : elle découle du montant.", "Leave the band out: it follows from the amount.");
    public static readonly Rule PeopleDoNotAddUp = new("members.figures.people-sum", "Le total des personnes impliquées ne correspond pas au détail.", "The total of people involved does not match the kinds.", "Corrigez le total ou le détail, ou laissez le total vide.", "Correct the total or the kinds, or leave the total out.");
    public static readonly Rule CountsReasonMissing = new("members.figures.counts-reason-missing", "Dites pourquoi ces ETP comptent, ou ne comptent pas, contre la règle.", "Say why these FTE count, or do not, against the rule.", "Remplissez fteCountsReason, ou laissez fteCounts vide.", "Fill fteCountsReason, or leave fteCounts out.");
    public static readonly Rule NotAMember = new("members.figures.not-a-member", "Cette organisation n'est pas membre du PTCE.", "This organisation is no member of the pole.", "Enregistrez d'abord son adhésion.", "Register its membership first.");
    public static readonly Rule TooMany = new("members.batch.too-many", "Un lot contient 500 changements au plus.", "A batch holds 500 changes at most.", "Découpez le lot.", "Split the batch.");
}
