using Ptce.Reporting.Facts;
using Ptce.Reporting.Figures;

namespace Ptce.Reporting.Indicators;

/// <summary>First-circle members with their figures of the fiscal year, for the indicators on jobs and people.</summary>
internal static class MemberFigures
{
    public static IReadOnlyList<(Member Member, MemberYear? Figures)> FirstCircle(this PoleFacts pole, CampaignFacts campaign) =>
        [.. pole.Morphology!.FirstCircle(campaign.ReferenceDate).Select(member => (member, pole.Morphology.Year(member.Key, campaign.FiscalYear)))];

    /// <summary>Sum of a field over the first circle; null when no member knows it.</summary>
    public static PoleValue SumOf(this PoleFacts pole, CampaignFacts campaign, string field, Func<MemberYear, decimal?> ask)
    {
        if (pole.Morphology is null)
            return new(pole, null, Provenance.None);
        var known = pole.FirstCircle(campaign).Where(one => one.Figures is not null && ask(one.Figures) is not null).ToArray();
        return new(
            pole,
            known.Length == 0 ? null : known.Sum(one => ask(one.Figures!)!.Value),
            known.Select(one => one.Figures!.OriginOf(field) | one.Member.Origin).Union());
    }

    /// <summary>Sum of a field over distinct organisations; null when none knows it.</summary>
    public static decimal? PooledSum(CampaignFacts campaign, Func<MemberYear, decimal?> ask)
    {
        var known = MemberPool.FirstCircle(campaign).Members.Select(member => member.Figure(campaign.FiscalYear, ask)).OfType<decimal>().ToArray();
        return known.Length == 0 ? null : known.Sum();
    }
}
