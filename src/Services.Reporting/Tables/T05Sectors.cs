using Ptce.Reporting.Facts;
using Ptce.Reporting.Figures;
using Ptce.Reporting.Indicators;

namespace Ptce.Reporting.Tables;

/// <summary>T5, first circle by main sector (secteurs d'activité), one a member.</summary>
internal sealed class T05Sectors : ITable
{
    public string Code => "T5";

    public bool IsExempt => true;

    public Table Compute(CampaignFacts campaign)
    {
        var breakdown = new Breakdown(
            MemberPool.FirstCircle(campaign).Members,
            organisation => organisation.Sector is { } sector ? [sector] : null,
            organisation => organisation.SectorOrigin);
        return TableDraft.Of(
            campaign,
            Code,
            new("Principaux secteurs d'activité chez les membres (premier cercle)", "Main sectors of the members (first circle)"),
            Breakdown.Columns(),
            [.. Vocabulary.Sectors.Select(category => new Row(category.Key, category.Label, breakdown.Cells(category.Key))),
                new Row("total", new("Ensemble des membres", "All members"), breakdown.Total())],
            campaign.WithMorphology,
            new Label("Un secteur principal par membre.", "One main sector a member."),
            T03LegalForms.Unknown(breakdown.Unknown));
    }
}
