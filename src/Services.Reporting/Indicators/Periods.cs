using System.Globalization;
using Ptce.Reporting.Facts;

namespace Ptce.Reporting.Indicators;

/// <summary>Periods as figures name them: a date, a fiscal year or the year of the campaign.</summary>
internal static class Periods
{
    public static string Reference(CampaignFacts campaign) => campaign.ReferenceDate.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string Fiscal(CampaignFacts campaign) => campaign.FiscalYear.ToString(CultureInfo.InvariantCulture);

    public static string Campaign(CampaignFacts campaign) => campaign.Year.ToString(CultureInfo.InvariantCulture);
}
