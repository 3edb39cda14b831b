using Ptce.Reporting.Facts;
using Ptce.Reporting.Figures;

namespace Ptce.Reporting.Tables;

/// <summary>T10, expenses (charges) by nature, then by destination.</summary>
internal sealed class T10Expenses : ITable
{
    public const string Total = "total";
    public const string Destination = "destination.";

    public static readonly IReadOnlyList<(string Key, Label Label, string[] Codes)> Natures =
    [
        ("purchases", new("Achats", "Purchases"), ["C.ACH"]),
        ("external-services", new("Services extérieurs", "External services"), ["C.LOC", "C.SEX", "C.PEX", "C.HON", "C.COM", "C.DEP", "C.AUT"]),
        ("taxes", new("Impôts et taxes", "Taxes"), ["C.IMP", "C.IS"]),
        ("staff", new("Personnel", "Staff"), ["C.PER"]),
        ("aid", new("Aides versées aux membres", "Aid paid to members"), ["C.AID"]),
        ("financial", new("Charges financières", "Financial expenses"), ["C.FIN"]),
        ("exceptional", new("Charges exceptionnelles", "Exceptional expenses"), ["C.EXC"]),
        ("depreciation", new("Dotations", "Depreciation and provisions"), ["C.DOT", "C.DOT.FD"]),
    ];

    public static readonly IReadOnlyList<(string Key, Label Label)> Destinations =
    [
        ("coordination", new("Coordination et animation", "Coordination and animation")),
        ("support", new("Fonctions support", "Support functions")),
        ("premises", new("Locaux", "Premises")),
        ("projects", new("Projets", "Projects")),
        ("other", new("Autre", "Other")),
    ];

    public string Code => "T10";

    public bool IsExempt => false;

    public Table Compute(CampaignFacts campaign)
    {
        var poles = campaign.Poles.Where(pole => pole.Economics is { Expenses.Count: > 0 }).ToArray();
        var budget = new BudgetTable(poles, economics => economics.Expenses);
        var sorted = Natures.SelectMany(nature => nature.Codes).ToHashSet(StringComparer.Ordinal);
        return TableDraft.Of(
            campaign,
            Code,
            new($"Charges par nature et par destination, exercice {campaign.FiscalYear}", $"Expenses by nature and destination, fiscal year {campaign.FiscalYear}"),
            BudgetTable.Columns,
            [
                .. Natures.Select(nature => budget.Row(nature.Key, nature.Label, line => nature.Codes.Contains(line.Code))),
                budget.Row("other", new("Autres charges", "Other expenses"), line => !sorted.Contains(line.Code)),
                .. Destinations.Select(one => budget.Row(Destination + one.Key, new("Destination : " + one.Label.Fr, "Destination: " + one.Label.En), line => line.Destination == one.Key)),
                budget.Row(Destination + "unknown", new("Destination : non connue", "Destination: not known"), line => line.Destination is null),
                budget.Row(Total, new("Total des charges", "Total expenses"), _ => true),
            ],
            poles);
    }
}
