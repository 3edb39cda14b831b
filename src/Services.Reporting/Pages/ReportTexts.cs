using Ptce.Reporting.Figures;
using Ptce.Reporting.Releases;

namespace Ptce.Reporting.Pages;

/// <summary>Method, limits and sources that every report prints.</summary>
internal static class ReportTexts
{
    public static IEnumerable<Label> Limits(ReleaseHead head)
    {
        yield return new(
            "Le rapport est une photographie à une date donnée, non le récit d'une évolution.",
            "The report is a snapshot at a date, not the account of an evolution.");
        yield return new(
            "Les données sont celles que le responsable de chaque PTCE a validées : elles disent son point de vue.",
            "The data are those that each PTCE's leader validated: they tell the leader's view.");
        yield return new(
            "Il ne remplace pas les monographies, seules à rendre compte de l'histoire et du territoire de chaque PTCE.",
            "It is no substitute for case studies, which alone can tell the history and territory of each PTCE.");
        yield return new(
            "Les effets de la coopération sur les membres ne sont pas mesurés tant que le questionnaire aux membres (I6) n'est pas rempli.",
            "The effects of cooperation on members are not measured unless the members' questionnaire (I6) is filled.");
        if (head.Year == 2015)
            yield return new(
                "Pour 2015, onze PTCE choisis, dont aucun n'est émergent : ils ne représentent pas l'ensemble des PTCE.",
                "For 2015, eleven chosen PTCE, none of them emerging: they do not represent all PTCE.");
    }

    public static IEnumerable<Label> Method(ReleaseHead head)
    {
        yield return new(
            $"Morphologie au {new Words(Language.French).Date(head.ReferenceDate)} ; économie et emplois de l'exercice clos en {head.FiscalYear} ; édition {head.Edition} de la grille.",
            $"Morphology at {new Words(Language.English).Date(head.ReferenceDate)}; economics and jobs of the fiscal year closed in {head.FiscalYear}; edition {head.Edition} of the grid.");
        yield return new(
            "Chaque chiffre dit le nombre de PTCE sur lequel il porte et le nombre de ceux qui manquent ; une donnée manquante n'est jamais un zéro.",
            "Each figure says how many PTCE it rests on and how many are missing; a missing value is never zero.");
        yield return new(
            "Chaque part est donnée deux fois : moyenne des parts des PTCE, et part de l'ensemble, sur les mêmes unités. Une organisation membre de plusieurs PTCE compte une fois dans l'ensemble.",
            "Each share is given twice: mean of the PTCE's shares, and pooled share, over the same units. An organisation that belongs to several PTCE counts once when pooled.");
        yield return Distribution.Method;
        yield return new(
            "Secret statistique : un chiffre qui repose sur moins de trois PTCE, ou dont un seul fait plus de 85 %, n'est pas publié, ni les minima, maxima et quartiles qui pourraient être la valeur d'un seul PTCE. Ces règles, celles de la statistique publique, sont adoptées de notre propre chef. Les tableaux 1 à 6 et 8, faits d'appartenances publiques, en sont exempts ; un PTCE n'est nommé qu'avec son accord.",
            "Statistical confidentiality: a figure over fewer than three PTCE, or of which one makes more than 85 %, is not published, nor minima, maxima and quartiles that could be one PTCE's value. These rules of official statistics are adopted by policy. Tables 1 to 6 and 8, made of public membership facts, are exempt; a PTCE is named only with its consent.");
        if (head is { Demonstration: true, Year: 2015 })
            yield return new(
                "Les extrêmes que l'étude de 2015 a publiés elle-même sont cités, sans nom, ainsi que les parts qu'elle imprime avec un nom.",
                "Extremes that the study of 2015 published itself are quoted, without a name, and so are the shares that it prints by name.");
    }

    public static IEnumerable<Label> Sources(ReleaseHead head)
    {
        yield return new(
            $"Dossiers validés par les responsables des PTCE, campagne {head.Year}.",
            $"Dossiers signed off by the PTCE's leaders, campaign {head.Year}.");
        if (head is { Demonstration: true, Year: 2015 })
            yield return new(
                "Caractériser les Pôles Territoriaux de Coopération Économique, CRIDA pour le Labo de l'ESS, octobre 2015 : faits cités et agrégats publiés.",
                "Caractériser les Pôles Territoriaux de Coopération Économique, CRIDA for the Labo de l'ESS, October 2015: facts stated and aggregates published.");
        yield return new(
            "Définitions : loi 2014-856 du 31 juillet 2014 relative à l'économie sociale et solidaire, articles 1 et 9.",
            "Definitions: loi 2014-856 of 31 July 2014 on the social and solidarity economy, articles 1 and 9.");
    }

    public static Label Demonstration { get; } = new(
        "Jeu de démonstration. Les faits énoncés par l'étude de 2015 sont repris tels quels ; tout ce qu'elle ne publie pas est produit par une règle déterministe et marqué : † valeur synthétique, ‡ valeur en partie synthétique. Les agrégats publiés sont retrouvés par construction. Les cellules des tableaux ne sont pas celles de l'étude, les membres et les signatures sont fictifs ; rien ici ne prouve une tendance.",
        "Demonstration data. Facts stated by the 2015 study are taken as they are; all that it does not publish comes from a deterministic rule and is marked: † synthetic value, ‡ partly synthetic value. Published aggregates are matched by construction. Cells of the tables are not the study's, members and signatures are fictitious; nothing here is evidence of a trend.");
}
