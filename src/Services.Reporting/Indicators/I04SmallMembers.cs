using Ptce.Reporting.Facts;
using Ptce.Reporting.Figures;

namespace Ptce.Reporting.Indicators;

/// <summary>Small members (petits membres): below 10 FTE among those whose FTE are known. Not the size class of décret 2008-1354.</summary>
internal sealed class I04SmallMembers : IIndicator
{
    private const decimal Small = 10m;

    public string Code => "I04";

    public Label Name => new("Part des membres de moins de 10 ETP", "Share of members below 10 FTE");

    public Label Formula => new(
        "Membres du premier cercle de moins de 10 ETP ÷ membres dont les ETP sont connus. À ne pas confondre avec la catégorie d'entreprise du décret 2008-1354.",
        "First-circle members below 10 FTE ÷ members with known FTE. Not the size class of décret 2008-1354.");

    public IReadOnlyList<Figure> Compute(CampaignFacts campaign)
    {
        var pool = MemberPool.FirstCircle(campaign).Members.Select(member => member.Figure(campaign.FiscalYear, year => year.Fte)).OfType<decimal>().ToArray();
        return new FigureSet(campaign, Code, Periods.Fiscal(campaign), Publish.Sensitive)
            .Shares([.. campaign.Poles.Select(pole => Share(pole, campaign))], pooled: (pool.Count(fte => fte < Small), pool.Length))
            .Figures;
    }

    private static PoleShare Share(PoleFacts pole, CampaignFacts campaign)
    {
        if (pole.Morphology is null)
            return new(pole, null, null, Provenance.None);
        var known = pole.FirstCircle(campaign).Where(one => one.Figures?.Fte is not null).ToArray();
        return new(
            pole,
            known.Count(one => one.Figures!.Fte < Small),
            known.Length,
            known.Select(one => one.Member.Origin | one.Figures!.OriginOf("fte")).Union());
    }
}
