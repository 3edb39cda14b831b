using Ptce.Reporting.Facts;
using Ptce.Reporting.Figures;
using Ptce.Reporting.Indicators;

namespace Ptce.Reporting.Tables;

/// <summary>T9, income by origin (produits par origine): grants by funder, internal, external, other.</summary>
internal sealed class T09Income : ITable
{
    public const string Total = "total";

    public string Code => "T9";

    public bool IsExempt => false;

    public Table Compute(CampaignFacts campaign)
    {
        var poles = campaign.Poles.Where(pole => Income.Total(pole) is not null).ToArray();
        var budget = new BudgetTable(poles, economics => economics.Income);
        return TableDraft.Of(
            campaign,
            Code,
            new($"Produits par origine, exercice {campaign.FiscalYear}", $"Income by origin, fiscal year {campaign.FiscalYear}"),
            BudgetTable.Columns,
            [.. Rows(budget), budget.Row(Total, new("Total des produits", "Total income"), _ => true)],
            poles,
            new Label(
                "Produits tels que déclarés : les périmètres diffèrent d'un PTCE à l'autre. Classement de notre fait pour 2015.",
                "Income as declared: perimeters differ between PTCE. For 2015 a classification of ours."));
    }

    private static IEnumerable<Row> Rows(BudgetTable budget)
    {
        foreach (var origin in Income.Origins)
        {
            yield return budget.Row(origin.Part, origin.Label, line => line.Group == origin.Group);
            if (origin.Part == Income.Grants)
                foreach (var (key, label) in Vocabulary.Funders)
                    yield return budget.Row(
                        Income.Grants + "." + key,
                        new("Subventions : " + label.Fr, "Grants: " + label.En),
                        line => Income.IsGrant(line) && Income.Funder(line) == key);
        }
    }
}
