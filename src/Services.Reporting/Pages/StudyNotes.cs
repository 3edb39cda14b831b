using Ptce.Reporting.Figures;

namespace Ptce.Reporting.Pages;

/// <summary>Where the study of 2015 is ambiguous or disagrees with itself: printed with its campaign, bent by nobody.</summary>
internal static class StudyNotes
{
    public static readonly IReadOnlyList<Label> All =
    [
        new(
            "Lille MétroPôle Solidaire : l'étude parle des 22 entreprises d'Initiatives et Cité, dont 10 à La Grappe, et d'un premier cercle de 6 à 20 membres au plus. Les deux chiffres se contredisent ; aucun n'est corrigé.",
            "Lille MétroPôle Solidaire: the study tells of the 22 enterprises of Initiatives et Cité, 10 of them at La Grappe, and of a first circle of 6 to 20 members at most. The two figures contradict each other; neither is corrected."),
        new(
            "Premier cercle : sept PTCE ont « plus de 15 » membres à un endroit, « 15 à 20 » à un autre.",
            "First circle: seven PTCE have “more than 15” members in one place, “15 to 20” in another."),
        new(
            "Loyers et redevances : « jusqu'à un quart » des produits dans le texte, 27 % (Le Phares) et près de 29 % (Initiatives et Cité) en note.",
            "Rents and fees: “up to a quarter” of income in the text, 27 % (Le Phares) and nearly 29 % (Initiatives et Cité) in a note."),
        new(
            "Le Phares et Pays de Bray ont une gouvernance directe, et pourtant une comptabilité analytique que l'étude décrit avec la gouvernance déléguée.",
            "Le Phares and Pays de Bray have direct governance, yet analytic accounts that the study describes under delegated governance."),
        new(
            "Pôle Sud Aquitain : sept entreprises issues de la coopération sont annoncées, six sont nommées.",
            "Pôle Sud Aquitain: seven enterprises born of the cooperation are announced, six are named."),
        new(
            "Le nombre de PTCE sur lequel reposent les budgets et les totaux d'ETP n'est pas dit par l'étude.",
            "The number of PTCE behind the budgets and the FTE totals is not stated by the study."),
    ];
}
