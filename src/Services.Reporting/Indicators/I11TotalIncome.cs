using Ptce.Reporting.Facts;
using Ptce.Reporting.Figures;

namespace Ptce.Reporting.Indicators;

/// <summary>Total income as declared (total des produits).</summary>
internal sealed class I11TotalIncome : IIndicator
{
    public string Code => "I11";

    public Label Name => new("Total des produits déclaré", "Total income as declared");

    public Label Formula => new(
        "Somme des lignes de produits de l'exercice clos, contributions non monétaires exclues. Les périmètres diffèrent d'un PTCE à l'autre : voir I12.",
        "Sum of the income lines of the closed year, non-monetary contributions apart. Perimeters differ between PTCE: see I12.");

    public IReadOnlyList<Figure> Compute(CampaignFacts campaign) =>
        new FigureSet(campaign, Code, Periods.Fiscal(campaign), Publish.Sensitive)
            .Values(Units.Euros, [.. campaign.Poles.Select(pole => new PoleValue(pole, Income.Total(pole), Income.OriginOfTotal(pole)))])
            .Figures;
}
