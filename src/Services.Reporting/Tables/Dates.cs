using System.Globalization;

namespace Ptce.Reporting.Tables;

/// <summary>Months and years as titles write them.</summary>
internal static class Dates
{
    private static readonly CultureInfo France = CultureInfo.GetCultureInfo("fr-FR");
    private static readonly CultureInfo Britain = CultureInfo.GetCultureInfo("en-GB");

    public static string French(DateOnly date) => date.ToString("MMMM yyyy", France);

    public static string English(DateOnly date) => date.ToString("MMMM yyyy", Britain);
}
