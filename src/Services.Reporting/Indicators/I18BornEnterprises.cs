using Ptce.Reporting.Facts;
using Ptce.Reporting.Figures;

namespace Ptce.Reporting.Indicators;

/// <summary>Enterprises born of the pole (entreprises issues du PTCE), cumulated, and still members.</summary>
internal sealed class I18BornEnterprises : IIndicator
{
    public string Code => "I18";

    public Label Name => new("Entreprises issues du PTCE", "Enterprises born of the PTCE");

    public Label Formula => new(
        "Entreprises et activités nées du PTCE, cumulées jusqu'à l'année de la campagne ; parmi elles, celles encore membres. Manquant dans les éditions sans la rubrique impacts.",
        "Enterprises and activities born of the PTCE, cumulated up to the campaign's year; among them those still members. Missing in editions without the section on impacts.");

    public IReadOnlyList<Figure> Compute(CampaignFacts campaign) =>
        new FigureSet(campaign, Code, Periods.Campaign(campaign), Publish.Sensitive)
            .Values(Units.Count, [.. campaign.Poles.Select(pole => Count(pole, campaign.Year, _ => true))])
            .Values(Units.Count, [.. campaign.Poles.Select(pole => Count(pole, campaign.Year, enterprise => enterprise.StillMember == true))], "still-members")
            .Figures;

    private static PoleValue Count(PoleFacts pole, int year, Func<BornEnterprise, bool> which)
    {
        if (pole.Impacts is null)
            return new(pole, null, Provenance.None);
        var born = pole.Impacts.Born.Where(enterprise => enterprise.Year is null || enterprise.Year <= year).ToArray();
        return new(pole, born.Count(which), born.Select(enterprise => enterprise.Origin).Union());
    }
}
