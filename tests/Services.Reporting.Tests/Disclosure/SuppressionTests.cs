using System.Text.Json;
using Ptce.Reporting.Disclosure;
using Ptce.Reporting.Disclosure.Rules;
using Ptce.Reporting.Disclosure.Wire;

namespace Ptce.Reporting.Tests.Disclosure;

public sealed class SuppressionTests
{
    private static readonly JsonElement Yes = JsonSerializer.SerializeToElement(true);

    [Fact]
    public void An_empty_cell_is_not_unsafe()
    {
        var read = TableBuilder.Read(Line((0, 0, 0), (100, 5, 40), (50, 4, 20)));
        Assert.All(read.Tables.Cells, c => Assert.Equal(Sensitivity.None, c.Sensitivity));
        Assert.DoesNotContain(true, ProtectTables.Run(read, default).Suppression.Hidden);
    }

    [Theory]
    [InlineData(85, false)]
    [InlineData(86, true)]
    public void A_contributor_of_exactly_the_limit_does_not_dominate(int max, bool unsafeCell)
    {
        var read = TableBuilder.Read(Line((100, 5, max), (100, 5, 40), (50, 4, 20)));
        Assert.Equal(unsafeCell ? Sensitivity.Dominance : Sensitivity.None, read.Tables.Cells[1].Sensitivity);
    }

    [Fact]
    public void Negative_contributions_are_judged_by_their_absolute_amounts()
    {
        // −90 + 100 = 10: without absolute values the share of the largest would be 1000 %.
        var cell = new CellInput(["a1"], 10, Contributors: [new("x", -90), new("y", 100), new("z", 0)]);
        var read = TableBuilder.Read(new([new("t", [TableBuilder.Flat("a", 1)], [cell])]));
        Assert.Equal(Sensitivity.None, read.Tables.Cells.Single(c => c.Shown).Sensitivity);
    }

    [Fact]
    public void The_p_percent_rule_protects_the_largest_from_the_second_largest()
    {
        var request = new ProtectionRequest([new("t", [TableBuilder.Flat("a", 1)], [new CellInput(["a1"], 100, 5, 55, 41)])]);
        Assert.Equal(Sensitivity.None, TableBuilder.Read(request).Tables.Cells.Single(c => c.Shown).Sensitivity);
        var judged = TableBuilder.Read(request with { Rules = new(PPercent: 10) });
        Assert.Equal(Sensitivity.Dominance, judged.Tables.Cells.Single(c => c.Shown).Sensitivity);
    }

    [Fact]
    public void Two_contributors_may_be_judged_together()
    {
        var cell = new CellInput(["a1"], 100, Contributors: [new("u", 45), new("v", 45), new("w", 5), new("x", 5)]);
        var request = new ProtectionRequest([new("t", [TableBuilder.Flat("a", 1)], [cell])], new(Dominance: new(2, 85)));
        Assert.Equal(Sensitivity.Dominance, TableBuilder.Read(request).Tables.Cells.Single(c => c.Shown).Sensitivity);
    }

    [Fact]
    public void Cells_published_earlier_stay_published_and_cells_hidden_earlier_stay_hidden()
    {
        var insee = TableBuilder.Insee();
        var read = TableBuilder.Read(With(insee, c => Is(c, "02", "tr2") ? c with { Fixed = Yes } : Is(c, "01", "tr2") ? c with { Fixed = JsonSerializer.SerializeToElement("suppressed") } : c));
        var result = ProtectTables.Run(read, default);
        Assert.True(result.Audit.Safe);
        Assert.False(Hidden(read, result, insee, "02", "tr2"));
        Assert.True(Hidden(read, result, insee, "01", "tr2"));
    }

    [Fact]
    public void What_earlier_publications_give_away_is_told_as_unsafe()
    {
        var insee = TableBuilder.Insee();
        // Everything but the unsafe cells is public already: they can be computed whatever is done.
        var read = TableBuilder.Read(With(insee, c => Is(c, "02", "tr1") || Is(c, "06", "tr2") ? c : c with { Fixed = Yes }));
        var result = ProtectTables.Run(read, default);
        Assert.False(result.Optimal);
        Assert.Equal(["interval", "interval"], result.Audit.Exposed.Select(e => e.Reason));
    }

    [Fact]
    public void An_unsafe_cell_that_is_public_already_is_told()
    {
        var read = TableBuilder.Read(With(TableBuilder.Insee(), c => Is(c, "02", "tr1") ? c with { Fixed = Yes } : c));
        Assert.Equal("published", Assert.Single(ProtectTables.Run(read, default).Audit.Exposed).Reason);
    }

    [Fact]
    public void Cells_publishable_by_name_are_neither_unsafe_nor_hidden()
    {
        var insee = TableBuilder.Insee();
        var read = TableBuilder.Read(With(insee, c => Is(c, "02", "tr1") ? c with { Exempt = true } : c));
        var result = ProtectTables.Run(read, default);
        Assert.True(result.Audit.Safe);
        Assert.False(Hidden(read, result, insee, "02", "tr1"));
    }

    [Fact]
    public void A_margin_that_is_not_published_protects_by_itself()
    {
        var insee = TableBuilder.Insee();
        var without = With(insee, c => c, c => !c.At!.Contains("Total") || c.At!.All(a => a == "Total"));
        var result = ProtectTables.Run(TableBuilder.Read(without), default);
        Assert.True(result.Audit.Safe);
        Assert.Equal(0, result.Suppression.Cost);
    }

    [Fact]
    public void A_member_that_is_alone_in_a_cell_cannot_compute_its_neighbour()
    {
        // Row a1: u alone, v alone, and a safe cell. Hiding the two alone would let u compute v.
        CellInput Alone(string at, string id) => new([at], 50, Contributors: [new(id, 50)]);
        CellInput Many(string at) => new([at], 60, Contributors: [.. Enumerable.Range(0, 4).Select(i => new ContributorInput(at + i, 15))]);
        List<CellInput> cells = [Alone("a1", "u"), Alone("a2", "v"), Many("a3"), Many("a4")];
        cells.Add(new(["T"], 220, Contributors: [.. cells.SelectMany(c => c.Contributors!)]));
        var request = new ProtectionRequest([new("t", [TableBuilder.Flat("a", 4)], cells)]);

        var guarded = ProtectTables.Run(TableBuilder.Read(request), default);
        Assert.True(guarded.Audit.Safe);
        Assert.Equal(1, guarded.Suppression.Cost);

        var outsidersOnly = TableBuilder.Read(request with { Rules = new(Insiders: false) });
        var open = ProtectTables.Run(outsidersOnly, default);
        Assert.Equal(0, open.Suppression.Cost);

        var audited = request with { Tables = [request.Tables![0]! with { Cells = [.. cells.Select((c, i) => c with { Status = i < 2 ? "frequency" : "published" })] }] };
        var (outcome, _) = AuditTables.Run(TableBuilder.Read(audited), audited.Tables!, default);
        Assert.Equal([("insider", "v"), ("insider", "u")], outcome.Exposed.Select(e => (e.Reason, e.Insider!)));
    }

    [Fact]
    public void Tables_of_different_variables_share_no_cell()
    {
        TableInput Of(string name, string? variable, decimal value) => new(name, [TableBuilder.Flat("a", 1)], [new CellInput(["a1"], value, 5, 1)], variable);
        Assert.Equal(2, TableBuilder.Read(new([Of("jobs", "jobs", 10), Of("income", "income", 99)])).Tables.Cells.Count(c => c.Shown));
        Assert.Equal(1, TableBuilder.Read(new([Of("one", null, 10), Of("two", null, 10)])).Tables.Cells.Count(c => c.Shown));
    }

    [Fact]
    public void Counts_are_protected_to_whole_numbers()
    {
        var request = new ProtectionRequest([new("t", [TableBuilder.Flat("a", 3)], [new(["T"], 12), new(["a1"], 1), new(["a2"], 5), new(["a3"], 6)])]);
        var read = TableBuilder.Read(request);
        Assert.True(read.Tables.Cells.All(c => c.IsCount));
        Assert.Equal((1, 1), read.Rules.Protection(read.Tables.Cells.Single(c => c.Value == 1)));
        Assert.True(ProtectTables.Run(read, default).Audit.Safe);
    }

    [Fact]
    public void Tables_with_negative_values_are_protected_without_assuming_signs()
    {
        var table = TableBuilder.WithMargins("t", [TableBuilder.Flat("a", 3), TableBuilder.Flat("b", 3)], at => at switch
        {
            ["a1", "b1"] => (-40, 2, 30),
            ["a2", "b2"] => (25, 1, 25),
            _ => (90, 6, 30),
        });
        var read = TableBuilder.Read(new([table], new(Insiders: false)));
        var result = ProtectTables.Run(read, default);
        Assert.True(result.Optimal);
        Assert.True(result.Audit.Safe);
        Assert.Contains(result.Audit.Intervals, i => i is { Low: null, High: null });
    }

    private static ProtectionRequest Line(params (decimal Value, decimal Count, decimal Max)[] cells) =>
        new([TableBuilder.WithMargins("t", [TableBuilder.Flat("a", cells.Length)], at => cells[int.Parse(at[0][1..], System.Globalization.CultureInfo.InvariantCulture) - 1])]);

    private static ProtectionRequest With(ProtectionRequest request, Func<CellInput, CellInput> change, Func<CellInput, bool>? keep = null) =>
        request with { Tables = [request.Tables![0]! with { Cells = [.. request.Tables[0]!.Cells!.Where(c => keep?.Invoke(c!) ?? true).Select(c => change(c!))] }] };

    private static bool Is(CellInput cell, params string[] at) => cell.At!.SequenceEqual(at);

    private static bool Hidden(ReadRequest read, ProtectedTables result, ProtectionRequest request, params string[] at) =>
        result.Suppression.Hidden[read.Tables.Places.Single(p => Is(request.Tables![0]!.Cells![p.Cell]!, at)).Index];
}
