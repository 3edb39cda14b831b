using System.Globalization;
using Ptce.Reporting.Facts;
using Ptce.Reporting.Figures;
using Ptce.Reporting.Indicators;

namespace Ptce.Reporting.Tables;

/// <summary>T2, the first circle each June over the years (évolution du premier cercle); entries, exits, moves between circles apart.</summary>
internal sealed class T02FirstCircleOverYears : ITable
{
    private const int YearsBefore = 3;

    public string Code => "T2";

    public bool IsExempt => true;

    public Table Compute(CampaignFacts campaign)
    {
        var dates = Enumerable.Range(-YearsBefore, YearsBefore + 1).Select(campaign.ReferenceDate.AddYears).ToArray();
        return TableDraft.Of(
            campaign,
            Code,
            new(
                $"Évolution du nombre d'organisations membres (1er cercle), {dates[0].Year}–{dates[^1].Year}",
                $"Member organisations over the years (first circle), {dates[0].Year}–{dates[^1].Year}"),
            Columns(dates),
            [.. campaign.WithMorphology.Select(pole => Row(pole, dates))],
            campaign.WithMorphology,
            new Label(
                "Chaque année à la date de référence. Case vide : année que le PTCE ne connaît pas. Entrées, sorties et passages d'un cercle à l'autre, d'une année à la suivante, cumulés sur les années connues.",
                "Each year at the reference date. Blank: a year the PTCE does not know. Entries, exits and moves between circles from one year to the next, cumulated over the known years."));
    }

    private static Column[] Columns(DateOnly[] dates) =>
    [
        .. dates.Select(date => date.Year.ToString(CultureInfo.InvariantCulture)).Select(year => new Column(year, new(year, year), Units.Members)),
        new("entries", new("Entrées", "Entries"), Units.Members),
        new("exits", new("Sorties", "Exits"), Units.Members),
        new("moves-in", new("Venus du second cercle", "Moved in from the second circle"), Units.Members),
        new("moves-out", new("Passés au second cercle", "Moved out to the second circle"), Units.Members),
    ];

    private static Row Row(PoleFacts pole, DateOnly[] dates)
    {
        var morphology = pole.Morphology!;
        var known = dates.Where(date => date.Year >= morphology.KnownFrom(dates[^1])).ToArray();
        var origin = morphology.Belongings.Where(belonging => belonging.Circle == 1).Select(belonging => belonging.Origin).Union();
        var moves = known.Zip(known.Skip(1)).Select(pair => CircleMoves.Between(morphology, pair.First, pair.Second)).Aggregate((CircleMoves?)null, (sum, one) => sum is null ? one : sum + one);
        return new(
            pole.Key,
            new(pole.Name, pole.Name),
            [
                .. dates.Select(date => Cell.Of(Units.Members, known.Contains(date) ? morphology.FirstCircle(date).Count : null, origin)),
                Cell.Of(Units.Members, moves?.Entries, origin),
                Cell.Of(Units.Members, moves?.Exits, origin),
                Cell.Of(Units.Members, moves?.MovesIn, origin),
                Cell.Of(Units.Members, moves?.MovesOut, origin),
            ],
            pole.Key,
            pole.Consents ? Visibility.Public : Visibility.Restricted);
    }
}
