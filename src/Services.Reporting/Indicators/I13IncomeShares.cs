using Ptce.Reporting.Facts;
using Ptce.Reporting.Figures;

namespace Ptce.Reporting.Indicators;

/// <summary>Shares of operating grants, internal, external and other income, and public funding (I13b).</summary>
internal sealed class I13IncomeShares : IIndicator
{
    public string Code => "I13";

    public Label Name => new("Structure des produits", "Income structure");

    public Label Formula => new(
        "Subventions d'exploitation, produits internes, externes et autres ÷ total des produits (I11). I13b : subventions des seuls financeurs publics ÷ I11 (les marchés publics sont des ventes) ; manquant si plus de 5 % des subventions ne sont pas ventilées. Pour 2015, un retraitement de notre fait.",
        "Operating grants, internal, external and other income ÷ total income (I11). I13b: grants of public funders only ÷ I11 (public contracts are sales); missing if more than 5 % of grants are not allocated. For 2015 a retreatment of ours.");

    public IReadOnlyList<Figure> Compute(CampaignFacts campaign)
    {
        var set = new FigureSet(campaign, Code, Periods.Fiscal(campaign), Publish.Sensitive);
        foreach (var origin in Income.Origins)
            set.Shares([.. campaign.Poles.Select(pole => Income.Share(pole, line => line.Group == origin.Group))], origin.Part);
        var publicFunding = new FigureSet(campaign, "I13b", Periods.Fiscal(campaign), Publish.Sensitive)
            .Shares([.. campaign.Poles.Select(pole => pole.Economics is null || Income.FundersAreKnown(pole)
                ? Income.Share(pole, Income.IsPublicGrant)
                : new PoleShare(pole, null, null, Provenance.None))], "public-funding");
        return [.. set.Figures, .. publicFunding.Figures];
    }
}
