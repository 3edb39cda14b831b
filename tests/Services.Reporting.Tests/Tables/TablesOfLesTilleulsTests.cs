using System.Globalization;
using Ptce.Reporting.Figures;
using Ptce.Reporting.Tables;
using Ptce.Reporting.Tests.Invented;

namespace Ptce.Reporting.Tests.Tables;

public class TablesOfLesTilleulsTests
{
    private static readonly Dictionary<string, Table> All = TableCatalogue.Compute(LesTilleuls.Campaign()).ToDictionary(table => table.Code);

    [Theory]
    [InlineData("T1", "les-tilleuls", "5|2|7|membres du bureau")]
    [InlineData("T2", "les-tilleuls", "3|4|5|5|2|1|1|0")] // 3 + 2 entries − 1 exit + 1 move in = 5
    [InlineData("T3", "association", "0|0|0|1|20|1")] // a is an SIAE first, an association by legal form
    [InlineData("T3", "siae", "1|20|1|-|-|-")]
    [InlineData("T3", "scic", "1|20|1|1|20|1")]
    [InlineData("T3", "scop", "1|20|1|1|20|1")]
    [InlineData("T3", "company", "1|20|1|1|20|1")]
    [InlineData("T3", "authority", "1|20|1|1|20|1")]
    [InlineData("T3", "mutual", "0|0|0|0|0|0")]
    [InlineData("T3", "total", "5|100|1|5|100|1")]
    [InlineData("T4", "ess", "3|60|75|4|57.14|80")] // a b d, then f
    [InlineData("T4", "non-ess", "1|20|25|1|14.29|20")]
    [InlineData("T4", "neither", "1|20|-|2|28.57|-")] // e, then h
    [InlineData("T4", "total", "5|100|100|7|100|100")]
    [InlineData("T5", "building", "2|40|1")]
    [InlineData("T5", "none", "1|20|1")]
    [InlineData("T6", "third-places", "1|20|1")]
    [InlineData("T6", "total", "5|100|1")]
    [InlineData("T7", "C1.2", "0|0|1|0|1")]
    [InlineData("T7", "C2.1", "0|1|0|0|1")]
    [InlineData("T8", "association-board", "1|100")]
    [InlineData("T8", "unknown", "1|-")] // the pole that did not sign
    [InlineData("T9", "operating-grants", "55000|55|55|1")]
    [InlineData("T9", "operating-grants.state", "20000|20|20|1")]
    [InlineData("T9", "internal", "25000|25|25|1")]
    [InlineData("T9", "total", "100000|100|100|1")]
    [InlineData("T10", "staff", "40000|53.33|53.33|1")]
    [InlineData("T10", "external-services", "15000|20|20|1")]
    [InlineData("T10", "destination.coordination", "43000|57.33|57.33|1")]
    [InlineData("T10", "total", "75000|100|100|1")]
    [InlineData("T11", "members", "25.75|ETP|1")]
    [InlineData("T11", "insertion-contracts", "14|nombre|1")]
    [InlineData("T11", "residents", "-|nombre|0")]
    [InlineData("T12", "other", "1|6|1")] // p3; p4 has stopped
    [InlineData("T12", "total", "3|6|1")]
    public void Each_row_is_the_one_worked_out_by_hand(string code, string row, string expected)
    {
        var cells = All[code].Rows.Single(one => one.Key == row).Cells;
        Assert.Equal(expected, string.Join('|', cells.Select(cell => cell.Value?.ToString("0.##", CultureInfo.InvariantCulture) ?? cell.Text?.Fr ?? "-")));
    }

    [Fact]
    public void A_second_circle_that_cannot_be_counted_is_blank_and_so_is_the_sum()
    {
        var copy = LesTilleuls.Morphology();
        var pole = copy.Of("pole")[0];
        var values = pole.Values.ToDictionary(value => value.Key, value => value.Value);
        values["secondCircleCountable"] = Ptce.Grid.Canonical.CopyValue.Flag(false);
        var records = copy.Records.ToDictionary(kind => kind.Key, kind => kind.Value);
        records["pole"] = [pole with { Values = values }];
        var cells = new T01Members().Compute(LesTilleuls.Alone([copy with { Records = records }])).Rows.Single().Cells;
        Assert.Equal([5m, null, null], cells.Take(3).Select(cell => cell.Value));
        Assert.Equal(FigureStatus.Missing, cells[1].Status);
    }

    [Fact]
    public void Tables_count_the_poles_they_rest_on_and_those_missing()
    {
        Assert.All(All.Values, table => Assert.Equal((1, 1), (table.N, table.Missing)));
        Assert.All(All.Values, table => Assert.Equal([new string('a', 64)], table.Versions));
    }
}
