using Ptce.Reporting.Facts;
using Ptce.Reporting.Figures;

namespace Ptce.Reporting.Indicators;

/// <summary>The eighteen indicators in the order of the report.</summary>
internal static class IndicatorCatalogue
{
    public static readonly IReadOnlyList<IIndicator> All =
    [
        new I01FirstCircleMembers(),
        new I02FirstCircleGrowth(),
        new I03NonEssShare(),
        new I04SmallMembers(),
        new I05MembersFte(),
        new I06InducedJobs(),
        new I07PeopleInvolved(),
        new I08NetworkDensity(),
        new I09BreadthOfCooperation(),
        new I10Coordination(),
        new I11TotalIncome(),
        new I12IncomeByPerimeter(),
        new I13IncomeShares(),
        new I14FeesAndPremises(),
        new I15GrantConcentration(),
        new I16CoordinationCost(),
        new I17NonMonetaryContributions(),
        new I18BornEnterprises(),
    ];

    public static IReadOnlyList<Figure> Compute(CampaignFacts campaign) => [.. All.SelectMany(indicator => indicator.Compute(campaign))];
}
