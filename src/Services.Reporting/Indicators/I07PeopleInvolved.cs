using Ptce.Reporting.Facts;
using Ptce.Reporting.Figures;

namespace Ptce.Reporting.Indicators;

/// <summary>People involved in cooperation per member (personnes impliquées par membre), with and without volunteers.</summary>
internal sealed class I07PeopleInvolved : IIndicator
{
    public string Code => "I07";

    public Label Name => new("Personnes impliquées par membre", "People involved per member");

    public Label Formula => new(
        "Personnes impliquées ÷ membres du premier cercle dont le nombre est connu ; avec et sans les bénévoles.",
        "People involved ÷ first-circle members with a known number; with and without volunteers.");

    public IReadOnlyList<Figure> Compute(CampaignFacts campaign) =>
        new FigureSet(campaign, Code, Periods.Fiscal(campaign), Publish.Sensitive)
            .Shares([.. campaign.Poles.Select(pole => Ratio(pole, campaign, WithVolunteers))], pooled: Pooled(campaign, WithVolunteers), unit: Units.People)
            .Shares([.. campaign.Poles.Select(pole => Ratio(pole, campaign, WithoutVolunteers))], "without-volunteers", pooled: Pooled(campaign, WithoutVolunteers), unit: Units.People)
            .Figures;

    private static decimal? WithVolunteers(MemberYear year) => year.People;

    private static decimal? WithoutVolunteers(MemberYear year) => year.People - year.Volunteers;

    private static (decimal, decimal) Pooled(CampaignFacts campaign, Func<MemberYear, decimal?> ask)
    {
        var known = MemberPool.FirstCircle(campaign).Members.Select(member => member.Figure(campaign.FiscalYear, ask)).OfType<decimal>().ToArray();
        return (known.Sum(), known.Length);
    }

    private static PoleShare Ratio(PoleFacts pole, CampaignFacts campaign, Func<MemberYear, decimal?> ask)
    {
        if (pole.Morphology is null)
            return new(pole, null, null, Provenance.None);
        var known = pole.FirstCircle(campaign).Where(one => one.Figures is not null && ask(one.Figures) is not null).ToArray();
        return new(
            pole,
            known.Sum(one => ask(one.Figures!)!.Value),
            known.Length,
            known.Select(one => one.Member.Origin | one.Figures!.OriginOf("people")).Union());
    }
}
