using Ptce.Reporting.Facts;
using Ptce.Reporting.Figures;

namespace Ptce.Reporting.Indicators;

/// <summary>First-circle members at the reference date (membres du premier cercle).</summary>
internal sealed class I01FirstCircleMembers : IIndicator
{
    public string Code => "I01";

    public Label Name => new("Membres du premier cercle", "First-circle members");

    public Label Formula => new(
        "Appartenances ouvertes à la date de référence, cercle 1 ; au total, une organisation compte une fois.",
        "Memberships open at the reference date, circle 1; in the total an organisation counts once.");

    public IReadOnlyList<Figure> Compute(CampaignFacts campaign) =>
        new FigureSet(campaign, Code, Periods.Reference(campaign), Publish.Named)
            .Values(Units.Members, [.. campaign.Poles.Select(pole => Count(pole, campaign.ReferenceDate))], pooled: Pooled(campaign))
            .Figures;

    public static PoleValue Count(PoleFacts pole, DateOnly date)
    {
        if (pole.Morphology is null)
            return new(pole, null, Provenance.None);
        var members = pole.Morphology.FirstCircle(date);
        return new(pole, members.Count, members.Select(member => member.Origin).Union());
    }

    private static decimal? Pooled(CampaignFacts campaign) =>
        campaign.WithMorphology.Any() ? MemberPool.FirstCircle(campaign).Members.Count : null;
}
