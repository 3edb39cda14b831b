using Ptce.Reporting.Facts;
using Ptce.Reporting.Figures;
using Ptce.Reporting.Indicators;

namespace Ptce.Reporting.Tables;

/// <summary>T6, first circle by transverse function (fonctions transverses), several a member.</summary>
internal sealed class T06Functions : ITable
{
    public string Code => "T6";

    public bool IsExempt => true;

    public Table Compute(CampaignFacts campaign)
    {
        var breakdown = new Breakdown(
            MemberPool.FirstCircle(campaign).Members,
            organisation => organisation.Functions,
            organisation => organisation.FunctionsOrigin);
        return TableDraft.Of(
            campaign,
            Code,
            new("Principales fonctions transverses chez les membres (premier cercle)", "Main transverse functions of the members (first circle)"),
            Breakdown.Columns(),
            [.. Vocabulary.Functions.Select(category => new Row(category.Key, category.Label, breakdown.Cells(category.Key))),
                new Row("total", new("Ensemble des membres", "All members"), breakdown.Total())],
            campaign.WithMorphology,
            new Label("Un membre peut avoir plusieurs fonctions, ou aucune : les pourcentages ne s'additionnent pas à 100.", "A member can have several functions, or none: percentages do not add up to 100."),
            T03LegalForms.Unknown(breakdown.Unknown));
    }
}
