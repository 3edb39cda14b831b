using Ptce.Reporting.Facts;
using Ptce.Reporting.Figures;

namespace Ptce.Reporting.Indicators;

/// <summary>Non-monetary contributions (contributions non monétaires), class 87.</summary>
internal sealed class I17NonMonetaryContributions : IIndicator
{
    public string Code => "I17";

    public Label Name => new("Contributions non monétaires", "Non-monetary contributions");

    public Label Formula => new(
        "Somme des contributions valorisées (classe 87) ; puis ÷ (I11 + ces contributions). Sans valorisation, manquant : jamais zéro.",
        "Sum of the contributions given a value (class 87); then ÷ (I11 + that). Without a valuation, missing: never zero.");

    public IReadOnlyList<Figure> Compute(CampaignFacts campaign) =>
        new FigureSet(campaign, Code, Periods.Fiscal(campaign), Publish.Sensitive)
            .Values(Units.Euros, [.. campaign.Poles.Select(Sum)])
            .Shares([.. campaign.Poles.Select(pole => Sum(pole) is var sum && Income.Total(pole) is { } income
                ? new PoleShare(pole, sum.Value, income + sum.Value, sum.Origin | Income.OriginOfTotal(pole))
                : new PoleShare(pole, null, null, Provenance.None))], "share")
            .Figures;

    private static PoleValue Sum(PoleFacts pole) =>
        pole.Economics is { Contributions.Count: > 0 } economics
            ? new(pole, economics.Contributions.Sum(line => line.Amount), economics.Contributions.Select(line => line.Origin).Union())
            : new(pole, null, Provenance.None);
}
