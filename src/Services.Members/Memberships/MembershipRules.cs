namespace Ptce.Members.Memberships;

internal static class MembershipRules
{
    public static readonly Rule Overlap = new("members.belonging.overlap", "Cette période en recouvre une autre du même membre.", "This period overlaps another one of the same member.", "Terminez l'autre période d'abord, ou corrigez les dates.", "End the other period first, or correct the dates.");
    public static readonly Rule Empty = new("members.belonging.empty", "La sortie doit suivre l'entrée.", "The exit must come after the entry.", "Vérifiez l'ordre des deux dates.", "Check the order of the two dates.");
    public static readonly Rule UnknownPeriod = new("members.belonging.unknown", "Cette période n'existe pas.", "There is no such period.", "Relisez l'adhésion : la période a pu être retirée.", "Read the membership again: the period may have been retracted.");
    public static readonly Rule NotOpen = new("members.belonging.not-open", "Le membre n'appartient à aucun cercle à cette date.", "The member belongs to no circle at that date.", "Donnez une date pendant laquelle une période court, après son entrée.", "Give a date inside a period, after its entry.");
    public static readonly Rule SameCircle = new("members.belonging.same-circle", "Le membre est déjà dans ce cercle.", "The member is in that circle already.", "Un changement de cercle va du premier au second ou l'inverse.", "A change of circle goes from the first to the second or back.");
    public static readonly Rule TakenId = new("members.belonging.id-taken", "Cet identifiant de période est déjà pris.", "This period's id is taken.", "Donnez un nouvel UUID à chaque période.", "Give each period a new UUID.");
    public static readonly Rule CriterionTwice = new("members.criterion.twice", "Ce critère est donné deux fois pour les mêmes jours.", "This criterion is given twice for the same days.", "Gardez une seule des deux lignes, ou séparez leurs dates.", "Keep one of the two, or part their dates.");
}
