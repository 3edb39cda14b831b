using Ptce.Reporting.Facts;
using Ptce.Reporting.Figures;

namespace Ptce.Reporting.Indicators;

/// <summary>Cost of coordination and animation (coût de l'animation), by perimeter.</summary>
internal sealed class I16CoordinationCost : IIndicator
{
    private const string Coordination = "coordination";

    public string Code => "I16";

    public Label Name => new("Coût de la coordination et de l'animation", "Cost of coordination");

    public Label Formula => new(
        "Charges dont la destination est la coordination et l'animation, selon les périmètres de I12.",
        "Expenses whose destination is coordination and animation, by the perimeters of I12.");

    public IReadOnlyList<Figure> Compute(CampaignFacts campaign)
    {
        var set = new FigureSet(campaign, Code, Periods.Fiscal(campaign), Publish.Sensitive);
        foreach (var (part, depth, withPremises) in Perimeters.Parts)
            set.Values(Units.Euros, [.. campaign.Poles.Select(pole => Perimeters.Sum(pole, Costs, Uses, depth, withPremises))], part);
        return set.Figures;
    }

    private static IEnumerable<BudgetLine> Costs(Economics economics) => economics.Expenses.Where(line => line.Destination == Coordination);

    private static IEnumerable<BudgetLine> Uses(Economics economics) => economics.Uses.Where(line => line.Destination is null or Coordination);
}
