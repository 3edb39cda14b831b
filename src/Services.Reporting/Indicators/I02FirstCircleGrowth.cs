using Ptce.Reporting.Facts;
using Ptce.Reporting.Figures;

namespace Ptce.Reporting.Indicators;

/// <summary>Growth of the first circle in one year (évolution du premier cercle).</summary>
internal sealed class I02FirstCircleGrowth : IIndicator
{
    public string Code => "I02";

    public Label Name => new("Évolution du premier cercle en un an", "Growth of the first circle in one year");

    public Label Formula => new(
        "Membres à la date de référence moins membres un an avant ; manquant si l'année précédente n'est pas connue ; entrées, sorties et passages d'un cercle à l'autre à part.",
        "Members at the reference date less members a year before; missing without a record of the year before; entries, exits and moves between circles apart.");

    public IReadOnlyList<Figure> Compute(CampaignFacts campaign)
    {
        var after = campaign.ReferenceDate;
        var before = after.AddYears(-1);
        var moves = campaign.Poles.ToDictionary(
            pole => pole.Key,
            pole => pole.Morphology is { } morphology && morphology.KnownFrom(after) <= before.Year ? CircleMoves.Between(morphology, before, after) : null,
            StringComparer.Ordinal);
        IReadOnlyList<PoleValue> Of(Func<CircleMoves, int> ask) =>
            [.. campaign.Poles.Select(pole => new PoleValue(pole, moves[pole.Key] is { } move ? ask(move) : null, I01FirstCircleMembers.Count(pole, after).Origin))];
        return new FigureSet(campaign, Code, Periods.Reference(campaign), Publish.Named)
            .Values(Units.Members, Of(move => move.Entries - move.Exits + move.MovesIn - move.MovesOut))
            .Values(Units.Members, Of(move => move.Entries), "entries")
            .Values(Units.Members, Of(move => move.Exits), "exits")
            .Values(Units.Members, Of(move => move.MovesIn), "moves-in")
            .Values(Units.Members, Of(move => move.MovesOut), "moves-out")
            .Figures;
    }
}
