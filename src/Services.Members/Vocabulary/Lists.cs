namespace Ptce.Members.Vocabulary;

/// <summary>The closed lists of the morphology section, with the labels of the study and of the grid.</summary>
internal static class Lists
{
    /// <summary>Where a value comes from (provenance).</summary>
    public static readonly Choices Provenances = new()
    {
        { "interview-1", "Premier entretien", "First interview" },
        { "interview-2", "Second entretien", "Second interview" },
        { "document", "Document", "Document" },
        { "member", "Déclaré par le membre", "Declared by the member" },
        { "imported", "Importé", "Imported" },
        { "previous-year", "Année précédente", "Previous year" },
        { "synthetic", "Valeur synthétique", "Synthetic" },
        { "typed", "Saisi", "Typed" },
    };

    /// <summary>Legal status (statut juridique), Table 3.</summary>
    public static readonly Choices Statuses = new()
    {
        { "association", "Association", "Association" },
        { "scop", "SCOP", "Workers' co-operative (SCOP)" },
        { "scic", "SCIC", "Multi-stakeholder co-operative (SCIC)" },
        { "other-cooperative", "Autre coopérative", "Other co-operative" },
        { "ues", "Union d'économie sociale", "Union of social economy" },
        { "mutual", "Mutuelle", "Mutual society" },
        { "foundation", "Fondation", "Foundation" },
        { "company", "Société commerciale", "Commercial company" },
        { "authority", "Collectivité territoriale", "Local authority" },
        { "epci", "EPCI ou métropole", "Inter-municipal body (EPCI)" },
        { "public-establishment", "Établissement public", "Public establishment" },
        { "university", "Université ou organisme de recherche", "University or research body" },
        { "training-body", "Organisme de formation", "Training body" },
        { "chamber", "Chambre consulaire", "Chamber" },
        { "individual", "Entreprise individuelle", "Individual" },
        { "other", "Autre", "Other" },
    };

    /// <summary>Co-operative form (forme coopérative), declared: SCIC, CAE and UES have no legal category of their own.</summary>
    public static readonly Choices CooperativeForms = new()
    {
        { "scop", "SCOP", "Workers' co-operative (SCOP)" },
        { "scic", "SCIC", "Multi-stakeholder co-operative (SCIC)" },
        { "cae", "CAE", "Business and employment co-operative (CAE)" },
        { "ues", "Union d'économie sociale", "Union of social economy" },
        { "other", "Autre forme coopérative", "Other co-operative form" },
    };

    /// <summary>Integration type (type d'insertion): SIAE and their neighbours.</summary>
    public static readonly Choices Integration = new()
    {
        { "aci", "Atelier et chantier d'insertion", "Integration workshop (ACI)" },
        { "ei", "Entreprise d'insertion", "Integration enterprise (EI)" },
        { "ai", "Association intermédiaire", "Intermediary association (AI)" },
        { "etti", "Entreprise de travail temporaire d'insertion", "Temporary-work integration enterprise (ETTI)" },
        { "eiti", "Entreprise d'insertion par le travail indépendant", "Self-employment integration enterprise (EITI)" },
        { "geiq", "GEIQ", "Employers' group for integration (GEIQ)" },
        { "ge", "Groupement d'employeurs", "Employers' group" },
        { "cae", "Coopérative d'activité et d'emploi", "Business and employment co-operative (CAE)" },
    };

    /// <summary>Labels (labels, agréments) that an organisation holds for a time; the integration types are among them.</summary>
    public static readonly Choices Labels = With(Integration, new()
    {
        { "esus", "Agrément ESUS", "ESUS approval" },
        { "ess-company", "Société commerciale de l'ESS (mention au RCS)", "Commercial company of the ESS (registered)" },
        { "mission-company", "Société à mission", "Mission company" },
        { "training-provider", "Organisme de formation déclaré", "Registered training provider" },
    });

    /// <summary>Family (famille), Table 4: the ESS perimeter.</summary>
    public static readonly Choices Families = new()
    {
        { "ess", "Entreprise de l'ESS", "ESS enterprise" },
        { "non-ess", "Entreprise hors ESS", "Non-ESS enterprise" },
        { "authority", "Collectivité locale", "Local authority" },
        { "research", "Recherche et enseignement supérieur", "Research and higher education" },
        { "training", "Organisme de formation", "Training body" },
        { "other", "Autre", "Other" },
    };

    /// <summary>Main sector (secteur d'activité principal), Table 5.</summary>
    public static readonly Choices Sectors = new()
    {
        { "arts-culture", "Arts et culture", "Arts and culture" },
        { "eco-activities", "Éco-activités", "Eco-activities" },
        { "catering", "Restauration", "Catering" },
        { "food-distribution", "Distribution alimentaire et circuits courts", "Food distribution and short circuits" },
        { "building", "Bâtiment, bois et éco-construction", "Building, wood and eco-construction" },
        { "personal-services", "Services aux personnes et aux habitants", "Services to people and residents" },
        { "creative-digital", "Création et numérique", "Creative and digital" },
        { "social-health", "Action sociale et santé", "Social action and health" },
        { "education", "Éducation", "Education" },
        { "sport-leisure", "Sport et loisirs", "Sport and leisure" },
        { "banking-insurance", "Banque et assurance", "Banking and insurance" },
        { "industry", "Industrie", "Industry" },
        { "other", "Autre", "Other" },
        { "none", "Aucun (fonctions transverses seulement)", "None (transverse functions only)" },
    };

    /// <summary>Transverse functions (fonctions transverses), Table 6.</summary>
    public static readonly Choices Functions = new()
    {
        { "local-development", "Développement local", "Local development" },
        { "sustainable-development", "Développement durable", "Sustainable development" },
        { "territorial-engineering", "Ingénierie territoriale", "Territorial engineering" },
        { "support-incubation", "Accompagnement et incubation d'activités", "Support and incubation of activities" },
        { "vocational-training", "Formation professionnelle", "Vocational training" },
        { "career-paths", "Sécurisation des parcours professionnels", "Securing of career paths" },
        { "work-integration", "Insertion (IAE, GEIQ, CAE)", "Work integration (IAE, GEIQ, CAE)" },
        { "third-places", "Animation de tiers-lieux", "Animation of third places" },
        { "other", "Autre", "Other" },
    };

    /// <summary>Circles (cercles d'appartenance): the innermost one in which a member counts.</summary>
    public static readonly Choices Circles = new()
    {
        { "1", "Premier cercle", "First circle" },
        { "2", "Second cercle", "Second circle" },
    };

    /// <summary>Membership criteria (critères d'appartenance); several at once, each with its own dates.</summary>
    public static readonly Choices Criteria = new()
    {
        { "paying-member", "Adhérent à jour de cotisation", "Paying member" },
        { "shareholder", "Sociétaire", "Co-operative shareholder" },
        { "charter-signatory", "Signataire de la charte", "Charter signatory" },
        { "resident", "Résident d'un lieu mutualisé", "Resident of shared premises" },
        { "active-participant", "Participant actif à la coopération", "Active participant in cooperation" },
        { "decision-body", "Membre d'une instance de décision", "Member of a decision body" },
        { "contributor", "Contributeur de ressources", "Contributor of resources" },
    };

    /// <summary>Relations of an organisation to the pole.</summary>
    public static readonly Choices Relations = new()
    {
        { "member", "Membre", "Member" },
        { "client", "Client", "Client" },
        { "supplier", "Fournisseur", "Supplier" },
        { "funder", "Financeur", "Funder" },
        { "premises-owner", "Propriétaire des locaux", "Owner of premises" },
        { "research-partner", "Partenaire de recherche", "Research partner" },
    };

    /// <summary>Kinds of territory (type de territoire).</summary>
    public static readonly Choices TerritoryKinds = new()
    {
        { "metropolitan", "Métropolitain", "Metropolitan" },
        { "peri-urban", "Périurbain", "Peri-urban" },
        { "priority-district", "Quartier prioritaire", "Priority district" },
        { "rural", "Rural", "Rural" },
        { "mixed", "Mixte", "Mixed" },
    };

    /// <summary>Profile of a pole's trades (profil sectoriel).</summary>
    public static readonly Choices Profiles = new()
    {
        { "single-sector", "Mono-sectoriel", "Single sector" },
        { "complementary-trades", "Métiers complémentaires", "Complementary trades" },
        { "multi-activity", "Multi-activités", "Multi-activity" },
    };

    /// <summary>Kinds of recognition (reconnaissances).</summary>
    public static readonly Choices Recognitions = new()
    {
        { "call", "Lauréat d'un appel à projets PTCE", "Laureate of a call for PTCE projects" },
        { "charter", "Signataire de la charte des PTCE", "Signatory of the PTCE charter" },
        { "other", "Autre reconnaissance", "Other recognition" },
    };

    /// <summary>Bands of yearly income (tranches de produits), EUR.</summary>
    public static readonly Choices IncomeBands = new()
    {
        { "below-1m", "Moins de 1 M€", "Below 1 M€" },
        { "1m-2m", "De 1 à 2 M€", "1 to 2 M€" },
        { "above-2m", "Plus de 2 M€", "Above 2 M€" },
    };

    /// <summary>What an income is (base): associations tell operating income, companies turnover.</summary>
    public static readonly Choices IncomeBases = new()
    {
        { "turnover", "Chiffre d'affaires", "Turnover" },
        { "operating-income", "Produits d'exploitation", "Operating income" },
    };

    /// <summary>Who declared a year's figures.</summary>
    public static readonly Choices DeclaredBy = new()
    {
        { "member", "Le membre", "The member" },
        { "leader", "Le responsable du PTCE", "The PTCE's leader" },
        { "document", "Un document", "A document" },
    };

    /// <summary>Size classes of décret 2008-1354.</summary>
    public static readonly Choices SizeClasses = new()
    {
        { "micro", "Microentreprise", "Micro-enterprise" },
        { "sme", "PME", "SME" },
        { "intermediate", "Entreprise de taille intermédiaire", "Intermediate enterprise" },
        { "large", "Grande entreprise", "Large enterprise" },
        { "undetermined", "Indéterminée", "Undetermined" },
    };

    /// <summary>Nomenclatures of activities; a bare code would be ambiguous from 2027 on.</summary>
    public static readonly Choices NafNomenclatures = new()
    {
        { "NAFRev2", "NAF rév. 2", "NAF rev. 2" },
        { "NAF2025", "NAF 2025", "NAF 2025" },
    };

    /// <summary>Every list by the name under which it is published.</summary>
    public static readonly IReadOnlyDictionary<string, Choices> All = new SortedDictionary<string, Choices>(StringComparer.Ordinal)
    {
        ["circles"] = Circles,
        ["cooperativeForms"] = CooperativeForms,
        ["criteria"] = Criteria,
        ["declaredBy"] = DeclaredBy,
        ["families"] = Families,
        ["functions"] = Functions,
        ["incomeBands"] = IncomeBands,
        ["incomeBases"] = IncomeBases,
        ["integration"] = Integration,
        ["labels"] = Labels,
        ["nafNomenclatures"] = NafNomenclatures,
        ["profiles"] = Profiles,
        ["provenances"] = Provenances,
        ["recognitions"] = Recognitions,
        ["relations"] = Relations,
        ["sectors"] = Sectors,
        ["sizeClasses"] = SizeClasses,
        ["statuses"] = Statuses,
        ["territoryKinds"] = TerritoryKinds,
    };

    private static Choices With(Choices first, Choices second)
    {
        var all = new Choices();
        foreach (var choice in first.Concat(second))
            all.Add(choice.Code, choice.Fr, choice.En);
        return all;
    }
}
