using Ptce.Reporting.Figures;

namespace Ptce.Reporting.Tables;

/// <summary>Codes of the grid with the words that the report prints for them.</summary>
internal static class Vocabulary
{
    /// <summary>Main sectors (secteurs d'activité), table 5.</summary>
    public static readonly IReadOnlyList<(string Key, Label Label)> Sectors =
    [
        ("arts-culture", new("Arts et culture", "Arts and culture")),
        ("eco-activities", new("Éco-activités", "Eco-activities")),
        ("catering", new("Restauration", "Catering")),
        ("food-distribution", new("Distribution alimentaire, circuits courts", "Food distribution, short circuits")),
        ("building", new("Bâtiment, filière bois, éco-construction", "Building, wood, eco-construction")),
        ("personal-services", new("Services à la personne et aux habitants", "Services to people and residents")),
        ("creative-digital", new("Activités créatives et numérique", "Creative and digital")),
        ("social-health", new("Action sociale et santé", "Social action and health")),
        ("education", new("Éducation", "Education")),
        ("sport-leisure", new("Sport et loisirs", "Sport and leisure")),
        ("banking-insurance", new("Banque et assurance", "Banking and insurance")),
        ("industry", new("Industrie", "Industry")),
        ("other", new("Autre", "Other")),
        ("none", new("Aucun (fonctions transverses seules)", "None (transverse functions only)")),
    ];

    /// <summary>Transverse functions (fonctions transverses), table 6.</summary>
    public static readonly IReadOnlyList<(string Key, Label Label)> Functions =
    [
        ("local-development", new("Développement local", "Local development")),
        ("sustainable-development", new("Développement durable", "Sustainable development")),
        ("territorial-engineering", new("Ingénierie territoriale", "Territorial engineering")),
        ("support-incubation", new("Accompagnement et incubation d'activités", "Support and incubation of activities")),
        ("vocational-training", new("Formation professionnelle", "Vocational training")),
        ("career-paths", new("Sécurisation des parcours professionnels", "Securing of career paths")),
        ("work-integration", new("Insertion (IAE, GEIQ, CAE)", "Work integration (IAE, GEIQ, CAE)")),
        ("third-places", new("Animation de tiers-lieux", "Animation of third places")),
        ("other", new("Autre", "Other")),
    ];

    /// <summary>Activities of cooperation (activités de coopération), table 7; C3.1 to C3.3 exist from edition 2026 on.</summary>
    public static readonly IReadOnlyList<(string Key, Label Label)> Activities =
    [
        ("C1.1", new("Échanges d'informations, d'expériences et de savoirs", "Exchange of information, experience and knowledge")),
        ("C1.2", new("Lieux mutualisés et espaces collaboratifs", "Shared premises and collaborative spaces")),
        ("C1.3", new("Veille commerciale et réglementaire", "Commercial and regulatory watch")),
        ("C1.4", new("Outils communs de communication", "Common communication tools")),
        ("C1.5", new("Emplois partagés et formations communes", "Shared jobs and common training")),
        ("C1.6", new("Gestion administrative et financière", "Administrative and financial management")),
        ("C1.7", new("Achats groupés, services mutualisés", "Group purchasing, pooled services")),
        ("C1.8", new("Finance partagée ou solidaire", "Shared or solidarity finance")),
        ("C2.1", new("Coopérations bilatérales, participations croisées", "Bilateral cooperation, cross participation")),
        ("C2.2", new("Appui au développement des membres", "Support to members' development")),
        ("C2.3", new("Création d'activités et d'entreprises", "Creation of activities and enterprises")),
        ("C2.4", new("Offre commune de biens et de services", "Common offer of goods and services")),
        ("C3.1", new("Prospective", "Foresight")),
        ("C3.2", new("Recherche et développement", "Research and development")),
        ("C3.3", new("Innovation et stratégie territoriale", "Innovation and territorial strategy")),
    ];

    public static readonly IReadOnlyList<(string Key, Label Label)> Stages =
    [
        ("none", new("Aucune", "None")),
        ("in-project", new("En projet", "In project")),
        ("some-members", new("Pour certains membres", "For some members")),
        ("generalised", new("Généralisée", "Generalised")),
    ];

    /// <summary>Configurations of governance (configurations de gouvernance), item G1.</summary>
    public static readonly IReadOnlyList<(string Key, Label Label)> Governance =
    [
        ("association-board", new("Conseil d'administration d'une association", "Board of an association")),
        ("scic-board", new("Conseil d'administration d'une SCIC", "Board of a SCIC")),
        ("delegated", new("Déléguée à une organisation fondatrice ou motrice", "Delegated to a founding or lead organisation")),
        ("other", new("Autre", "Other")),
    ];

    /// <summary>Funders of operating grants (financeurs): the closed list of the subsidy form, Cerfa 12156.</summary>
    public static readonly IReadOnlyList<(string Key, Label Label)> Funders =
    [
        ("state", new("État", "State")),
        ("region", new("Région", "Région")),
        ("department", new("Département", "Département")),
        ("epci", new("EPCI, métropole", "EPCI, métropole")),
        ("municipality", new("Commune", "Municipality")),
        ("social-bodies", new("Organismes sociaux", "Social bodies")),
        ("european-union", new("Union européenne", "European Union")),
        ("aided-jobs", new("Emplois aidés", "Aided jobs")),
        ("other-public", new("Autres établissements publics", "Other public bodies")),
        ("private", new("Fondations et aides privées", "Foundations and private")),
        ("not-allocated", new("Non ventilé", "Not allocated")),
    ];

    /// <summary>Kinds of joint projects (projets communs), register C4.</summary>
    public static readonly IReadOnlyList<(string Key, Label Label)> ProjectKinds =
    [
        ("subcontracting", new("Sous-traitance", "Subcontracting")),
        ("co-contracting", new("Co-traitance", "Co-contracting")),
        ("co-production", new("Co-production", "Co-production")),
        ("joint-tender", new("Réponse commune à un appel d'offres", "Joint tender")),
        ("cross-shareholding", new("Participations croisées", "Cross-shareholding")),
        ("other", new("Autre", "Other")),
    ];
}
