using Ptce.Reporting.Facts;

namespace Ptce.Reporting.Tables;

/// <summary>The twelve tables in the order of the report.</summary>
internal static class TableCatalogue
{
    public static readonly IReadOnlyList<ITable> All =
    [
        new T01Members(),
        new T02FirstCircleOverYears(),
        new T03LegalForms(),
        new T04EssAndOthers(),
        new T05Sectors(),
        new T06Functions(),
        new T07Activities(),
        new T08Governance(),
        new T09Income(),
        new T10Expenses(),
        new T11Jobs(),
        new T12Projects(),
    ];

    public static IReadOnlyList<Table> Compute(CampaignFacts campaign) => [.. All.Select(table => table.Compute(campaign))];
}
