using Ptce.Reporting.Facts;
using Ptce.Reporting.Figures;

namespace Ptce.Reporting.Indicators;

/// <summary>Density of the cooperation network (densité du réseau de coopération).</summary>
internal sealed class I08NetworkDensity : IIndicator
{
    public string Code => "I08";

    public Label Name => new("Densité du réseau de coopération", "Density of the cooperation network");

    public Label Formula => new(
        "Paires de membres du premier cercle ayant un projet commun actif dans l'année ÷ toutes les paires (au moins deux membres) ; aussi sans les projets de plus de 5 membres ; degré moyen et nombre de composantes.",
        "Pairs of first-circle members with a joint project active in the year ÷ all pairs (two members at least); also without projects above 5 members; mean degree and number of components.");

    public IReadOnlyList<Figure> Compute(CampaignFacts campaign)
    {
        var networks = campaign.Poles.Select(pole => (pole, Network: CooperationNetwork.Of(pole, campaign))).ToArray();
        return new FigureSet(campaign, Code, Periods.Campaign(campaign), Publish.Sensitive)
            .Shares([.. networks.Select(one => Density(one.pole, one.Network))])
            .Shares([.. campaign.Poles.Select(pole => Density(pole, CooperationNetwork.Of(pole, campaign, withoutLarge: true)))], "without-large")
            .Shares([.. networks.Select(one => new PoleShare(one.pole, 2 * one.Network?.Edges.Count, one.Network?.Nodes.Count, one.Network?.Origin ?? Provenance.None))], "degree", unit: Units.Members)
            .Values(Units.Count, [.. networks.Select(one => new PoleValue(one.pole, one.Network?.Components(), one.Network?.Origin ?? Provenance.None))], "components", sums: false)
            .Figures;
    }

    private static PoleShare Density(PoleFacts pole, CooperationNetwork? network) =>
        new(pole, network?.Edges.Count, network?.Pairs, network?.Origin ?? Provenance.None);
}
