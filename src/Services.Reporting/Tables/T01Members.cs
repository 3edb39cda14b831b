using Ptce.Reporting.Facts;
using Ptce.Reporting.Figures;
using Ptce.Reporting.Indicators;

namespace Ptce.Reporting.Tables;

/// <summary>T1, members of each pole at the reference date (nombre d'organisations membres).</summary>
internal sealed class T01Members : ITable
{
    private static readonly Column[] Columns =
    [
        new("first-circle", new("Premier cercle", "First circle"), Units.Members),
        new("second-circle", new("Second cercle au-delà", "Second circle beyond it"), Units.Members),
        new("both", new("Les deux cercles", "Both circles"), Units.Members),
        new("counting-rule", new("Règle de comptage", "Counting rule"), null),
    ];

    public string Code => "T1";

    public bool IsExempt => true;

    public Table Compute(CampaignFacts campaign) => TableDraft.Of(
        campaign,
        Code,
        Title(campaign),
        Columns,
        [.. campaign.WithMorphology.Select(pole => Row(pole, campaign.ReferenceDate))],
        campaign.WithMorphology,
        new Label("Case vide : le PTCE dit que son second cercle ne peut pas être compté, ce qui n'est pas zéro.", "Blank: the PTCE says that its second circle cannot be counted, which is not zero."));

    private static Label Title(CampaignFacts campaign) => new(
        $"Nombre d'organisations membres, {Dates.French(campaign.ReferenceDate)}",
        $"Number of member organisations, {Dates.English(campaign.ReferenceDate)}");

    private static Row Row(PoleFacts pole, DateOnly date)
    {
        var morphology = pole.Morphology!;
        var first = I01FirstCircleMembers.Count(pole, date);
        var second = morphology.SecondCircleCountable ? morphology.SecondCircle(date) : null;
        var secondOrigin = second?.Select(member => member.Origin).Union() ?? morphology.CountableOrigin;
        return new(
            pole.Key,
            new(pole.Name, pole.Name),
            [
                Cell.Of(Units.Members, first.Value, first.Origin),
                Cell.Of(Units.Members, second?.Count, secondOrigin),
                Cell.Of(Units.Members, first.Value + second?.Count, first.Origin | secondOrigin),
                Cell.Of(morphology.CountingRule, morphology.RuleOrigin),
            ],
            pole.Key,
            pole.Consents ? Visibility.Public : Visibility.Restricted);
    }
}
