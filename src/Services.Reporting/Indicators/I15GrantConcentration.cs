using Ptce.Reporting.Facts;
using Ptce.Reporting.Figures;

namespace Ptce.Reporting.Indicators;

/// <summary>Concentration of operating grants (concentration des subventions): Herfindahl–Hirschman index over funders.</summary>
internal sealed class I15GrantConcentration : IIndicator
{
    public string Code => "I15";

    public Label Name => new("Concentration des subventions", "Concentration of grants");

    public Label Formula => new(
        "Indice de Herfindahl-Hirschman (0 à 1) sur les financeurs des subventions d'exploitation ; la part non ventilée est laissée de côté, et l'indice manque au-delà de 5 %.",
        "Herfindahl–Hirschman index (0–1) over the funders of operating grants; what is not allocated is left aside, and the index is missing above 5 %.");

    public IReadOnlyList<Figure> Compute(CampaignFacts campaign) =>
        new FigureSet(campaign, Code, Periods.Fiscal(campaign), Publish.Sensitive)
            .Values(Units.Index, [.. campaign.Poles.Select(Index)], sums: false)
            .Figures;

    private static PoleValue Index(PoleFacts pole)
    {
        if (pole.Economics is not { Income.Count: > 0 } economics || !Income.FundersAreKnown(pole))
            return new(pole, null, Provenance.None);
        var grants = economics.Income.Where(line => Income.IsGrant(line) && Income.Funder(line) != Income.NotAllocated).ToArray();
        var total = grants.Sum(line => line.Amount);
        if (total <= 0)
            return new(pole, null, Provenance.None);
        var squares = grants.GroupBy(Income.Funder, StringComparer.Ordinal).Select(funder => funder.Sum(line => line.Amount)).Sum(amount => amount * amount);
        return new(pole, squares / (total * total), grants.Select(line => line.Origin).Union());
    }
}
