using Ptce.Reporting.Facts;
using Ptce.Reporting.Figures;
using Ptce.Reporting.Indicators;

namespace Ptce.Reporting.Tables;

/// <summary>T9, income by origin (produits par origine): grants by funder, internal, external, other.</summary>
internal sealed class T09Income : ITable
{
    public const string Total = "total";
    public const string PublicGrants = Income.Grants + ".public";
    public const string Fees = "internal.fees";
    public const string Rents = "internal.rents";
    public const string Agreed = "internal.agreed";
    public const string RentsAndAgreed = "internal.rents-agreed";
    public const string OtherInternal = "internal.other";

    private static readonly string[] NotPublic = ["private", Income.NotAllocated];

    /// <summary>How rows add up: what disclosure control protects against recomputation.</summary>
    public static readonly IReadOnlyDictionary<string, IReadOnlyList<string>> Hierarchy = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal)
    {
        [Total] = [.. Income.Origins.Select(origin => origin.Part)],
        [Income.Grants] = [PublicGrants, .. NotPublic.Select(Grant)],
        [PublicGrants] = [.. Vocabulary.Funders.Select(funder => funder.Key).Except(NotPublic).Select(Grant)],
        ["internal"] = [Fees, RentsAndAgreed, OtherInternal],
        [RentsAndAgreed] = [Rents, Agreed],
    };

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
            foreach (var part in origin.Part == Income.Grants ? Grants(budget) : origin.Part == "internal" ? Internal(budget) : [])
                yield return part;
        }
    }

    private static IEnumerable<Row> Grants(BudgetTable budget)
    {
        yield return budget.Row(PublicGrants, new("Subventions : financeurs publics", "Grants: public funders"), Income.IsPublicGrant);
        foreach (var (key, label) in Vocabulary.Funders)
            yield return budget.Row(Grant(key), new("Subventions : " + label.Fr, "Grants: " + label.En), line => Income.IsGrant(line) && Income.Funder(line) == key);
    }

    private static IEnumerable<Row> Internal(BudgetTable budget)
    {
        yield return budget.Row(Fees, new("Internes : cotisations", "Internal: membership fees"), line => line.Code == Income.Fees);
        yield return budget.Row(RentsAndAgreed, new("Internes : loyers, redevances et contributions conventionnées", "Internal: rents, fees of residents and agreed contributions"), line => line.Code is Income.Rents or Income.AgreedContributions);
        yield return budget.Row(Rents, new("Internes : loyers et redevances des résidents", "Internal: residents' rents and fees"), line => line.Code == Income.Rents);
        yield return budget.Row(Agreed, new("Internes : contributions conventionnées", "Internal: agreed contributions"), line => line.Code == Income.AgreedContributions);
        yield return budget.Row(OtherInternal, new("Internes : autres", "Internal: other"), line => line.Group == "internal" && line.Code is not (Income.Fees or Income.Rents or Income.AgreedContributions));
    }

    private static string Grant(string funder) => $"{Income.Grants}.{funder}";
}
