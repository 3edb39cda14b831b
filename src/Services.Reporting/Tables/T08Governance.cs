using Ptce.Reporting.Facts;
using Ptce.Reporting.Figures;

namespace Ptce.Reporting.Tables;

/// <summary>T8, governance configurations (configurations de gouvernance): public facts, by number of poles.</summary>
internal sealed class T08Governance : ITable
{
    private const string Configuration = "G1";

    public string Code => "T8";

    public bool IsExempt => true;

    public Table Compute(CampaignFacts campaign)
    {
        var known = campaign.Poles.Where(pole => pole.Governance?.Text(Configuration) is not null).ToArray();
        var origin = known.Select(pole => pole.Governance!.Origin(Configuration)).Union();
        Row Row(string key, Label label, int n, bool counted) => new(
            key,
            label,
            [
                Cell.Of(Units.Poles, n, origin),
                Cell.Of(Units.Percent, counted && known.Length > 0 ? 100m * n / known.Length : null, origin),
            ]);
        return TableDraft.Of(
            campaign,
            Code,
            new("Configurations de gouvernance", "Governance configurations"),
            [new("n", new("PTCE", "PTCE"), Units.Poles), new("percent", new("% des PTCE connus", "% of known PTCE"), Units.Percent)],
            [.. Vocabulary.Governance.Select(one => Row(one.Key, one.Label, known.Count(pole => pole.Governance!.Text(Configuration) == one.Key), true)),
                Row("total", new("Ensemble connu", "All known"), known.Length, true),
                Row("unknown", new("Non connue", "Not known"), campaign.Participants - known.Length, false)],
            known);
    }
}
