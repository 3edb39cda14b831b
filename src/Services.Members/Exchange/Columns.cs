using Ptce.Members.Vocabulary;

namespace Ptce.Members.Exchange;

/// <summary>
/// The columns of the members' table, for import and export alike. A line tells of one member of one PTCE: the organisation, a belonging
/// period, the figures of a year; a member with several periods or years has several lines.
/// </summary>
internal static class Columns
{
    public static readonly Column Pole = new("ptce", "pole", "string", "PTCE", "Clé du PTCE, par exemple phares.") { Required = true };
    public static readonly Column Code = new("code_membre", "code", "string", "Code du membre", "Code du membre dans ce PTCE, obligatoire sans SIREN ni RNA.");
    public static readonly Column Name = new("nom", "name", "string", "Nom", "Nom de l'organisation ; une autre graphie du même membre devient un alias.");
    public static readonly Column Siren = new("siren", "siren", "string", "SIREN", "Neuf chiffres, clé vérifiée.") { Digits = 9 };
    public static readonly Column Rna = new("rna", "rna", "string", "RNA", "W et neuf caractères.");
    public static readonly Column Circle = new("cercle", "circle", "string", "Cercle", "1 ou 2 : le cercle le plus intérieur.") { Choices = Lists.Circles };
    public static readonly Column Entry = new("date_entree", "entry", "date", "Entrée", "Premier jour dans ce cercle ; vide si l'on ne sait pas.");
    public static readonly Column Exit = new("date_sortie", "exit", "date", "Sortie", "Premier jour hors de ce cercle ; vide tant que le membre y est.");
    public static readonly Column Criteria = new("criteres", "criteria", "string", "Critères d'appartenance", "Codes séparés par |.") { Choices = Lists.Criteria, Many = true };
    public static readonly Column Founder = new("fondateur", "founder", "boolean", "Fondateur", "oui ou non.");
    public static readonly Column Lead = new("structure_porteuse", "lead", "boolean", "Structure porteuse", "oui ou non.");
    public static readonly Column Year = new("annee", "year", "year", "Année des données", "Année des colonnes qui suivent.");
    public static readonly Column Provenance = new("provenance", "provenance", "string", "Provenance", "D'où viennent les valeurs de la ligne ; « imported » si vide.") { Choices = Lists.Provenances };
    public static readonly Column Source = new("source", "source", "string", "Source", "Où elles se trouvent : document, page.");

    /// <summary>Columns of the organisation.</summary>
    public static readonly IReadOnlyList<Column> Organisation =
    [
        Name,
        new("sigle", "acronym", "string", "Sigle", "Sigle."),
        new("autres_noms", "aliases", "string", "Autres noms", "Autres graphies séparées par |.") { Many = true },
        Siren,
        new("siret", "siret", "string", "SIRET", "Quatorze chiffres, clé vérifiée.") { Digits = 14 },
        Rna,
        new("personne_physique", "naturalPerson", "boolean", "Personne physique", "oui : nom et identifiants sont alors des données personnelles."),
        new("categorie_juridique", "legalCategories", "string", "Catégorie juridique", "Code INSEE à quatre chiffres.") { Digits = 4 },
        new("statut", "status", "string", "Statut", "Déduit de la catégorie juridique s'il est vide.") { Choices = Lists.Statuses },
        new("forme_cooperative", "cooperativeForm", "string", "Forme coopérative", "SCOP, SCIC, CAE…") { Choices = Lists.CooperativeForms },
        new("labels", "labels", "string", "Labels et insertion", "Codes séparés par | : aci, ei, geiq, esus…") { Choices = Lists.Labels, Many = true },
        new("famille", "family", "string", "Famille", "Déduite des règles si elle est vide.") { Choices = Lists.Families },
        new("motif_famille", "familyReason", "string", "Motif de la famille", "Obligatoire si la famille s'écarte des règles."),
        new("secteur", "sector", "string", "Secteur", "Secteur principal (tableau 5).") { Choices = Lists.Sectors },
        new("fonctions", "functions", "string", "Fonctions transverses", "Codes séparés par | (tableau 6).") { Choices = Lists.Functions, Many = true },
        new("naf", "naf", "string", "Code NAF", "Par exemple 88.99B ; NAF2025:… pour la nouvelle nomenclature."),
        new("commune", "municipality", "string", "Commune", "Code INSEE à cinq caractères.") { Digits = 5 },
        new("consentement_nom", "consent", "boolean", "Accord de publication du nom", "oui ou non."),
    ];

    /// <summary>Columns of the yearly figures.</summary>
    public static readonly IReadOnlyList<Column> Figures =
    [
        new("etp", "fte", "number", "ETP", "Moyenne annuelle des établissements du territoire."),
        new("produits", "income", "number", "Produits (€)", "Chiffre d'affaires ou produits d'exploitation."),
        new("tranche_produits", "incomeBand", "string", "Tranche de produits", "Si le montant n'est pas connu.") { Choices = Lists.IncomeBands },
        new("base_produits", "incomeBasis", "string", "Base", "turnover ou operating-income.") { Choices = Lists.IncomeBases },
        new("total_bilan", "balanceSheet", "number", "Total du bilan (€)", "S'il est connu."),
        new("etp_comptes", "fteCounts", "boolean", "ETP comptés", "oui ou non ; déduit des règles si vide."),
        new("motif_etp", "fteCountsReason", "string", "Motif", "Obligatoire si l'on s'écarte de la règle."),
        new("postes_insertion", "insertionPosts", "number", "Postes d'insertion (ETP)", ""),
        new("contrats_insertion", "insertionContracts", "integer", "Contrats d'insertion", ""),
        new("contrats_professionnalisation", "professionalisationContracts", "integer", "Contrats de professionnalisation", ""),
        new("entrepreneurs_salaries", "salariedEntrepreneurs", "integer", "Entrepreneurs salariés", ""),
        new("residents", "residents", "integer", "Résidents accueillis", ""),
        new("dirigeants", "peopleHeads", "integer", "Dirigeants impliqués", ""),
        new("presidents", "peoplePresidents", "integer", "Présidents impliqués", ""),
        new("salaries", "peopleEmployees", "integer", "Salariés impliqués", ""),
        new("benevoles", "peopleVolunteers", "integer", "Bénévoles impliqués", ""),
        new("personnes_impliquees", "people", "integer", "Personnes impliquées", "Somme des quatre colonnes si elles sont toutes remplies."),
        new("consentement", "consent", "boolean", "Accord de publication des données", "oui ou non."),
        new("declare_par", "declaredBy", "string", "Déclaré par", "member, leader ou document.") { Choices = Lists.DeclaredBy },
    ];

    public static readonly IReadOnlyList<Column> Membership = [Circle, Entry, Exit, Criteria, Founder, Lead];

    public static readonly IReadOnlyList<Column> All = [Pole, Code, .. Organisation, .. Membership, Year, .. Figures, Provenance, Source];

    /// <summary>The column that a header means, whatever its case and accents; its title is taken too.</summary>
    public static Column? Find(string header)
    {
        var folded = Folding.Fold(header);
        return All.FirstOrDefault(c => Folding.Fold(c.Name) == folded) ?? All.FirstOrDefault(c => Folding.Fold(c.Title) == folded);
    }
}
