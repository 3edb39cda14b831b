using Ptce.Reporting.Facts;
using Ptce.Reporting.Figures;

namespace Ptce.Reporting.Tables;

/// <summary>
/// Categories of table 3. The study does not say how it sorts an SIAE that is also an association; our priority is
/// SIAE &gt; SCIC &gt; SCOP &gt; legal form, and the exclusive legal form stands beside it.
/// </summary>
internal static class LegalForms
{
    private static readonly string[] WorkIntegration = ["aci", "ei", "ai", "etti", "eiti"];

    public static readonly IReadOnlyList<(string Key, Label Label)> Categories =
    [
        ("association", new("Association", "Association")),
        ("scic", new("SCIC", "SCIC")),
        ("scop", new("SCOP", "SCOP")),
        ("siae", new("SIAE", "Work-integration enterprise (SIAE)")),
        ("other-cooperative", new("Autre coopérative", "Other co-operative")),
        ("mutual", new("Mutuelle", "Mutual society")),
        ("foundation", new("Fondation", "Foundation")),
        ("company", new("Société commerciale", "Commercial company")),
        ("authority", new("Collectivité territoriale, EPCI", "Local authority")),
        ("research", new("Université, recherche", "University, research")),
        ("training", new("Organisme de formation", "Training body")),
        ("other", new("Autre", "Other")),
    ];

    /// <summary>The exclusive legal form; null when it is not known. SIAE is not one.</summary>
    public static IReadOnlyList<string>? Exclusive(Organisation organisation) => (organisation.Status ?? organisation.CooperativeForm) switch
    {
        null => null,
        "ues" or "other-cooperative" => ["other-cooperative"],
        "authority" or "epci" => ["authority"],
        "university" => ["research"],
        "training-body" => ["training"],
        "association" or "scic" or "scop" or "mutual" or "foundation" or "company" => [(organisation.Status ?? organisation.CooperativeForm)!],
        _ => ["other"],
    };

    public static IReadOnlyList<string>? WithPriority(Organisation organisation) => organisation switch
    {
        _ when organisation.Integration.Intersect(WorkIntegration).Any() => ["siae"],
        { Status: "scic" } or { CooperativeForm: "scic" } => ["scic"],
        { Status: "scop" } or { CooperativeForm: "scop" } => ["scop"],
        _ => Exclusive(organisation),
    };
}
