using Ptce.Reporting.Facts;
using Ptce.Reporting.Figures;

namespace Ptce.Reporting.Indicators;

/// <summary>Coordination cell and leader's time (cellule d'animation, temps du responsable): items G8 and G7.</summary>
internal sealed class I10Coordination : IIndicator
{
    public const string CoordinationFte = "G8.fte";
    public const string LeaderTime = "G7.time";

    public string Code => "I10";

    public Label Name => new("Animation : ETP de la cellule et temps du responsable", "Coordination FTE and leader's time");

    public Label Formula => new(
        "ETP de la cellule d'animation (G8) ; part du temps du responsable consacrée au PTCE, en % (G7).",
        "FTE of the coordination cell (G8); share of the leader's time, in % (G7).");

    public IReadOnlyList<Figure> Compute(CampaignFacts campaign) =>
        new FigureSet(campaign, Code, Periods.Campaign(campaign), Publish.Sensitive)
            .Values(Units.Fte, [.. campaign.Poles.Select(pole => Item(pole, CoordinationFte))], "coordination")
            .Values(Units.Percent, [.. campaign.Poles.Select(pole => Item(pole, LeaderTime))], "leader-time", sums: false)
            .Figures;

    public static PoleValue Item(PoleFacts pole, string code) =>
        new(pole, pole.Governance?.Number(code), pole.Governance?.Origin(code) ?? Provenance.None);
}
