using Ptce.Reporting.Facts;
using Ptce.Reporting.Figures;

namespace Ptce.Reporting.Indicators;

/// <summary>Income by perimeter (produits par périmètre), never mixed with I11.</summary>
internal sealed class I12IncomeByPerimeter : IIndicator
{
    public string Code => "I12";

    public Label Name => new("Produits par périmètre", "Income by perimeter");

    public Label Formula => new(
        "Une valeur par périmètre : coordination seule ; avec le temps d'appui ; avec le temps du responsable mis à disposition ; chacun avec et sans les locaux. Y entrent les contributions non monétaires qui disent leur périmètre. Manquant dès qu'une ligne de produits ne dit pas le sien ou que la comptabilité n'est pas séparable ; moyennes à l'intérieur d'un seul périmètre.",
        "One value per perimeter: coordinator only; with support time; with the leader's seconded time; each with and without premises. Non-monetary contributions that say their perimeter count in. Missing as soon as an income line does not say its own or accounts are not separable; means within one perimeter only.");

    public IReadOnlyList<Figure> Compute(CampaignFacts campaign)
    {
        var set = new FigureSet(campaign, Code, Periods.Fiscal(campaign), Publish.Sensitive);
        foreach (var (part, depth, withPremises) in Perimeters.Parts)
            set.Values(Units.Euros, [.. campaign.Poles.Select(pole => Perimeters.Sum(pole, economics => economics.Income, economics => economics.Contributions, depth, withPremises))], part);
        return set.Figures;
    }
}
