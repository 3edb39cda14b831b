using Ptce.Reporting.Facts;
using Ptce.Reporting.Figures;

namespace Ptce.Reporting.Indicators;

/// <summary>Membership fees and residents' rents in total income; with agreed contributions (I14b).</summary>
internal sealed class I14FeesAndPremises : IIndicator
{
    public string Code => "I14";

    public Label Name => new("Part des cotisations, part des locaux", "Membership-fee share, premises share");

    public Label Formula => new(
        "Cotisations ÷ I11 ; loyers et redevances des résidents ÷ I11 (location de salles à des tiers à part ; sans objet si les locaux restent dans les comptes du porteur). I14b : avec les contributions conventionnées.",
        "Membership fees ÷ I11; residents' rents and fees ÷ I11 (room hire apart; not applicable where the carrier holds them). I14b: with agreed contributions.");

    public IReadOnlyList<Figure> Compute(CampaignFacts campaign)
    {
        var set = new FigureSet(campaign, Code, Periods.Fiscal(campaign), Publish.Sensitive)
            .Shares([.. campaign.Poles.Select(pole => Income.Share(pole, line => line.Code == Income.Fees))], "fees")
            .Shares([.. campaign.Poles.Select(pole => Premises(pole, line => line.Code == Income.Rents))], "premises");
        var widened = new FigureSet(campaign, "I14b", Periods.Fiscal(campaign), Publish.Sensitive)
            .Shares([.. campaign.Poles.Select(pole => Premises(pole, line => line.Code is Income.Rents or Income.AgreedContributions))], "premises");
        return [.. set.Figures, .. widened.Figures];
    }

    private static PoleShare Premises(PoleFacts pole, Func<BudgetLine, bool> which) =>
        pole.Economics?.PremisesIncluded == false ? new(pole, null, null, Provenance.None) : Income.Share(pole, which);
}
