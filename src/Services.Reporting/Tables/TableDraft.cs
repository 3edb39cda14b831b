using Ptce.Reporting.Facts;
using Ptce.Reporting.Figures;

namespace Ptce.Reporting.Tables;

/// <summary>What every table shares: its head, and the poles that it rests on.</summary>
internal static class TableDraft
{
    public static Table Of(CampaignFacts campaign, string code, Label title, IReadOnlyList<Column> columns, IReadOnlyList<Row> rows, IEnumerable<PoleFacts> restsOn, params Label[] notes)
    {
        var digests = restsOn.Select(pole => pole.Digest).Order(StringComparer.Ordinal).ToArray();
        return new(code, campaign.Year, title, columns, rows, digests.Length, campaign.Participants - digests.Length, digests, notes);
    }
}
