using Ptce.Reporting.Figures;

namespace Ptce.Reporting.Pages;

/// <summary>Names of the parts of indicators.</summary>
internal static class PartNames
{
    private static readonly Dictionary<string, Label> Names = new(StringComparer.Ordinal)
    {
        [""] = new("Ensemble de l'indicateur", "Whole indicator"),
        ["value"] = new("Valeur", "Value"),
        ["enterprises"] = new("Sur les entreprises", "Over enterprises"),
        ["value.enterprises"] = new("Sur les entreprises", "Over enterprises"),
        ["entries"] = new("Entrées", "Entries"),
        ["exits"] = new("Sorties", "Exits"),
        ["moves-in"] = new("Venus du second cercle", "Moved in from the second circle"),
        ["moves-out"] = new("Passés au second cercle", "Moved out to the second circle"),
        ["members-included"] = new("Membres inclus", "Members included"),
        ["members-unknown"] = new("Membres dont les ETP sont inconnus", "Members with unknown FTE"),
        ["members-left-out"] = new("Membres écartés du total", "Members left out of the total"),
        ["without-volunteers"] = new("Sans les bénévoles", "Without volunteers"),
        ["without-large"] = new("Sans les projets de plus de 5 membres", "Without projects above 5 members"),
        ["degree"] = new("Degré moyen", "Mean degree"),
        ["components"] = new("Composantes", "Components"),
        ["C1"] = new("C1 Mutualisation", "C1 Pooling"),
        ["C2"] = new("C2 Coopération économique", "C2 Economic cooperation"),
        ["C3"] = new("C3 R&D, innovation et stratégie", "C3 R&D, innovation and strategy"),
        ["coordination"] = new("Cellule d'animation", "Coordination cell"),
        ["leader-time"] = new("Temps du responsable", "Leader's time"),
        ["coordinator"] = new("Coordination seule", "Coordinator only"),
        ["support"] = new("Avec le temps d'appui", "With support time"),
        ["leader"] = new("Avec le temps du responsable", "With the leader's time"),
        ["coordinator.without-premises"] = new("Coordination seule, sans les locaux", "Coordinator only, without premises"),
        ["support.without-premises"] = new("Avec le temps d'appui, sans les locaux", "With support time, without premises"),
        ["leader.without-premises"] = new("Avec le temps du responsable, sans les locaux", "With the leader's time, without premises"),
        ["public-funding"] = new("Financements publics", "Public funding"),
        ["fees"] = new("Cotisations", "Membership fees"),
        ["premises"] = new("Loyers et redevances des résidents", "Residents' rents and fees"),
        ["share"] = new("Part dans les produits", "Share of income"),
        ["still-members"] = new("Encore membres", "Still members"),
    };

    public static string Of(string part, Words words)
    {
        if (Names.TryGetValue(part, out var name))
            return words.Say(name);
        if (Indicators.Income.Origins.FirstOrDefault(origin => origin.Part == part) is { } origin)
            return words.Say(origin.Label);
        return Indicators.I06InducedJobs.Kinds.FirstOrDefault(kind => kind.Part == part) is { } kind ? words.Say(kind.Label) : part;
    }
}
