using Ptce.Reporting.Facts;
using Ptce.Reporting.Figures;

namespace Ptce.Reporting.Indicators;

/// <summary>Share of non-ESS enterprises in the first circle (part des entreprises hors ESS).</summary>
internal sealed class I03NonEssShare : IIndicator
{
    public string Code => "I03";

    public Label Name => new("Part des entreprises hors ESS", "Share of non-ESS enterprises");

    public Label Formula => new(
        "Entreprises hors ESS ÷ membres dont la famille est connue ; puis ÷ entreprises (ESS et hors ESS). L'étude ne dit pas laquelle de ces parts est son 18 % ; les données de démonstration suivent la moyenne sur les membres.",
        "Non-ESS enterprises ÷ members whose family is known; then ÷ enterprises (ESS and non-ESS). The study does not say which of these is its 18 %; the demonstration data fit the mean over members.");

    public IReadOnlyList<Figure> Compute(CampaignFacts campaign)
    {
        var pool = MemberPool.FirstCircle(campaign).Members.Select(member => member.Tell(organisation => organisation.Family)).OfType<string>().ToArray();
        return new FigureSet(campaign, Code, Periods.Reference(campaign), Publish.Exempt)
            .Shares([.. campaign.Poles.Select(pole => Share(pole, campaign.ReferenceDate, _ => true))], pooled: Terms(pool, _ => true))
            .Shares([.. campaign.Poles.Select(pole => Share(pole, campaign.ReferenceDate, Families.IsEnterprise))], suffix: ".enterprises", pooled: Terms(pool, Families.IsEnterprise))
            .Figures;
    }

    private static (decimal Numerator, decimal Denominator) Terms(IEnumerable<string> families, Func<string, bool> among)
    {
        var counted = families.Where(among).ToArray();
        return (counted.Count(family => family == Families.NonEss), counted.Length);
    }

    private static PoleShare Share(PoleFacts pole, DateOnly date, Func<string, bool> among)
    {
        if (pole.Morphology is null)
            return new(pole, null, null, Provenance.None);
        var known = pole.Morphology.FirstCircle(date).Where(member => member.Organisation?.Family is not null).ToArray();
        var (numerator, denominator) = Terms(known.Select(member => member.Organisation!.Family!), among);
        return new(pole, numerator, denominator, known.Select(member => member.Origin | member.Organisation!.FamilyOrigin).Union());
    }
}
