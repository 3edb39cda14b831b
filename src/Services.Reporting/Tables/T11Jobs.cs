using Ptce.Reporting.Facts;
using Ptce.Reporting.Figures;
using Ptce.Reporting.Indicators;

namespace Ptce.Reporting.Tables;

/// <summary>T11, jobs by level (emplois par niveau). Levels overlap and have their own units, so there is no grand total.</summary>
internal sealed class T11Jobs : ITable
{
    private static readonly Column[] Columns =
    [
        new("total", new("Total", "Total"), Units.Count),
        new("unit", new("Unité", "Unit"), null),
        new("poles", new("PTCE concernés", "PTCE concerned"), Units.Poles),
    ];

    public string Code => "T11";

    public bool IsExempt => false;

    public Table Compute(CampaignFacts campaign) => TableDraft.Of(
        campaign,
        Code,
        new($"Emplois par niveau, {campaign.FiscalYear}", $"Jobs by level, {campaign.FiscalYear}"),
        Columns,
        [
            Row("coordination", new("Emplois propres : cellule d'animation", "Own jobs: coordination cell"), Units.Fte, [.. campaign.Poles.Select(pole => I10Coordination.Item(pole, I10Coordination.CoordinationFte))], null),
            Row("members", new("Emplois des membres du premier cercle", "Jobs of first-circle members"), Units.Fte, [.. campaign.Poles.Select(pole => pole.SumOf(campaign, "fte", I05MembersFte.Counted))], MemberFigures.PooledSum(campaign, I05MembersFte.Counted)),
            .. I06InducedJobs.Kinds.Select(kind => Row(kind.Part, new("Induits : " + kind.Label.Fr, "Induced: " + kind.Label.En), kind.Unit, [.. campaign.Poles.Select(pole => pole.SumOf(campaign, kind.Field, kind.Ask))], MemberFigures.PooledSum(campaign, kind.Ask))),
        ],
        campaign.Poles.Where(pole => pole.Morphology is not null || pole.Governance is not null),
        new Label("Ces niveaux se recouvrent et n'ont pas la même unité : ils ne s'additionnent pas. Une organisation membre de plusieurs PTCE compte une fois.", "These levels overlap and differ in unit: they do not add up. An organisation in several PTCE counts once."));

    private static Row Row(string key, Label label, string unit, IReadOnlyList<PoleValue> values, decimal? pooled)
    {
        var known = values.Where(value => value.Value is not null).ToArray();
        var origin = known.Select(value => value.Origin).Union();
        var contributions = known.Select(value => new Contribution(value.Pole.Key, value.Value!.Value)).ToArray();
        return new(
            key,
            label,
            [
                known.Length == 0 ? Cell.Blank(origin) : Cell.Of(unit, pooled ?? contributions.Sum(one => one.Amount), origin) with { Contributions = contributions },
                Cell.Of(unit == Units.Fte ? new Label("ETP", "FTE") : unit == Units.People ? new Label("personnes", "people") : new Label("nombre", "number")),
                Cell.Of(Units.Poles, contributions.Count(one => one.Amount != 0), origin),
            ]);
    }
}
