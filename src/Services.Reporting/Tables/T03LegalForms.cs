using Ptce.Reporting.Facts;
using Ptce.Reporting.Figures;
using Ptce.Reporting.Indicators;

namespace Ptce.Reporting.Tables;

/// <summary>T3, first circle by status, pooled (répartition par statuts), with the exclusive legal form beside it.</summary>
internal sealed class T03LegalForms : ITable
{
    public string Code => "T3";

    public bool IsExempt => true;

    public Table Compute(CampaignFacts campaign)
    {
        var members = MemberPool.FirstCircle(campaign).Members;
        var priority = new Breakdown(members, LegalForms.WithPriority, organisation => organisation.StatusOrigin);
        var exclusive = new Breakdown(members, LegalForms.Exclusive, organisation => organisation.StatusOrigin);
        return TableDraft.Of(
            campaign,
            Code,
            new("Répartition des organisations membres (premier cercle) par statuts", "Member organisations (first circle) by status"),
            [.. Breakdown.Columns(), .. Breakdown.Columns("form-").Select(Beside)],
            [.. LegalForms.Categories.Select(category => new Row(category.Key, category.Label, [.. priority.Cells(category.Key), .. Exclusive(exclusive, category.Key)])),
                new Row("total", new("Ensemble", "All"), [.. priority.Total(), .. exclusive.Total()])],
            campaign.WithMorphology,
            new Label(
                "Priorité SIAE > SCIC > SCOP > forme juridique : règle de notre fait, l'étude ne dit pas la sienne. À côté, la forme juridique exclusive. Chaque organisation compte une fois.",
                "Priority SIAE > SCIC > SCOP > legal form: a rule of ours, the study does not say its own. Beside it, the exclusive legal form. Each organisation counts once."),
            Unknown(priority.Unknown));
    }

    /// <summary>An SIAE is a status granted to a legal form, not a form.</summary>
    private static IReadOnlyList<Cell> Exclusive(Breakdown exclusive, string category) =>
        category == "siae" ? [Cell.Blank(Provenance.None), Cell.Blank(Provenance.None), Cell.Blank(Provenance.None)] : exclusive.Cells(category);

    private static Column Beside(Column column) =>
        column with { Label = new($"Forme juridique : {column.Label.Fr}", $"Legal form: {column.Label.En}") };

    public static Label Unknown(int members) => new(
        $"Membres dont la catégorie n'est pas connue, laissés de côté : {members}.",
        $"Members whose category is not known, left aside: {members}.");
}
