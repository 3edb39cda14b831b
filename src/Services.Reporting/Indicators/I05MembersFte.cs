using Ptce.Reporting.Facts;
using Ptce.Reporting.Figures;

namespace Ptce.Reporting.Indicators;

/// <summary>Members' FTE (ETP des membres): over members whose FTE count in the pole's total.</summary>
internal sealed class I05MembersFte : IIndicator
{
    public string Code => "I05";

    public Label Name => new("ETP des membres", "Members' FTE");

    public Label Formula => new(
        "Somme des ETP connus des membres du premier cercle qui comptent dans le total (ni collectivités, ni universités, ni grandes entreprises) ; à part, le nombre de membres inclus, inconnus et écartés.",
        "Sum of the known FTE of first-circle members that count in the total (no authorities, universities or large companies); apart, the number of members included, unknown and left out.");

    public IReadOnlyList<Figure> Compute(CampaignFacts campaign) =>
        new FigureSet(campaign, Code, Periods.Fiscal(campaign), Publish.Sensitive)
            .Values(Units.Fte, [.. campaign.Poles.Select(pole => pole.SumOf(campaign, "fte", Counted))], pooled: MemberFigures.PooledSum(campaign, Counted))
            .Values(Units.Members, Count(campaign, figures => figures is { Fte: not null, FteCounts: true }), "members-included")
            .Values(Units.Members, Count(campaign, figures => figures is null or { Fte: null, FteCounts: true }), "members-unknown")
            .Values(Units.Members, Count(campaign, figures => figures is { FteCounts: false }), "members-left-out")
            .Figures;

    public static decimal? Counted(MemberYear figures) => figures.FteCounts ? figures.Fte : null;

    private static IReadOnlyList<PoleValue> Count(CampaignFacts campaign, Func<MemberYear?, bool> which) =>
        [.. campaign.Poles.Select(pole =>
        {
            if (pole.Morphology is null)
                return new PoleValue(pole, null, Provenance.None);
            var circle = pole.FirstCircle(campaign);
            return new(pole, circle.Count(one => which(one.Figures)), circle.Select(one => one.Member.Origin | (one.Figures?.OriginOf("fteCounts") ?? Provenance.None)).Union());
        })];
}
