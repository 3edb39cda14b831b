using Ptce.Grid.Canonical;
using Ptce.Survey.Answers;

namespace Ptce.Survey.Tests.Answers;

public class SheetContentTests
{
    private static readonly DateTime Noon = new(2015, 4, 2, 12, 0, 0, DateTimeKind.Utc);
    private readonly SheetContent sheet = SheetContent.Empty;

    [Fact]
    public void A_first_answer_is_accepted_at_revision_1_and_repeating_it_is_a_duplicate()
    {
        var change = Change("G1", 0, "delegated");
        Assert.Equal(("accepted", 1), Fate(change));
        Assert.Equal(("duplicate", 1), Fate(change));
        Assert.Single(sheet.Entries);
    }

    [Fact]
    public void A_change_on_an_old_revision_is_a_conflict_and_the_servers_value_stands()
    {
        Fate(Change("G1", 0, "delegated"));
        var late = Change("G1", 0, "other");
        Assert.Equal(("conflict", 1), Fate(late));
        Assert.Equal(("conflict", 1), Fate(late));
        Assert.Equal("delegated", Value("G1"));
        Assert.Equal("other", Assert.Single(sheet.Find("G1")!.Conflicts).Content.Value?.AsText);
    }

    [Theory]
    [InlineData(true, "other", 2)]
    [InlineData(false, "delegated", 1)]
    public void A_person_chooses_and_the_settled_change_is_a_duplicate_afterwards(bool keepSent, string value, int revision)
    {
        Fate(Change("G1", 0, "delegated"));
        var late = Change("G1", 0, "other");
        Fate(late);
        sheet.Choose(late.Id, keepSent, "leader", Noon);
        Assert.Equal((value, revision), (Value("G1"), sheet.Find("G1")!.Revision));
        Assert.Empty(sheet.Find("G1")!.Conflicts);
        Assert.Equal(("duplicate", revision), Fate(late));
        Assert.Null(sheet.Choose(late.Id, keepSent, "leader", Noon));
    }

    [Fact]
    public void Two_people_who_say_the_same_do_not_conflict()
    {
        Fate(Change("G1", 0, "delegated"));
        var same = Change("G1", 0, "delegated");
        Assert.Equal(("accepted", 1), Fate(same));
        Fate(Change("G1", 1, "other"));
        Assert.Equal(("duplicate", 2), Fate(same));
    }

    [Fact]
    public void A_queue_of_changes_of_one_answer_follows_its_own_earlier_change()
    {
        var first = Change("G1", 0, "delegated");
        var second = Change("G1", 0, "other") with { After = first.Id };
        Assert.Equal(("accepted", 1), Fate(first));
        Assert.Equal(("accepted", 2), Fate(second));
        Assert.Equal(("duplicate", 2), Fate(first));
        Assert.Equal("other", Value("G1"));
    }

    [Fact]
    public void What_follows_a_lost_change_is_lost_too_and_takes_its_place()
    {
        Fate(Change("G1", 0, "delegated"));
        var lost = Change("G1", 0, "other");
        var next = Change("G1", 0, "scic-board") with { After = lost.Id };
        Fate(lost);
        Assert.Equal(("conflict", 1), Fate(next));
        var conflict = Assert.Single(sheet.Find("G1")!.Conflicts);
        Assert.Equal((next.Id, "scic-board"), (conflict.Id, conflict.Content.Value?.AsText));
        Assert.Contains(sheet.Entries, e => e.Change == lost.Id && e.Content.Value?.AsText == "other");
        Assert.Equal(("duplicate", 1), Fate(lost));
    }

    [Fact]
    public void Unknown_not_applicable_and_empty_are_told_apart()
    {
        Fate(new SheetChange(Guid.NewGuid(), "G7", null, null, 0, null, new AnswerContent { State = AnswerStates.Unknown }));
        Assert.Equal(("accepted", 2), Fate(new SheetChange(Guid.NewGuid(), "G7", null, null, 1, null, new AnswerContent { State = AnswerStates.NotApplicable })));
        Assert.Equal(("accepted", 3), Fate(new SheetChange(Guid.NewGuid(), "G7", null, null, 2, null, new AnswerContent { State = AnswerStates.Empty })));
    }

    [Fact]
    public void A_value_for_a_row_that_was_taken_out_is_kept_as_a_conflict_and_choosing_it_brings_the_row_back()
    {
        var row = Guid.NewGuid();
        Fate(Change("G4.seats", 0, "12") with { Row = row, Table = "G4" });
        Fate(new SheetChange(Guid.NewGuid(), "G4", row, "G4", 0, null, new AnswerContent { State = AnswerStates.Removed }));
        Assert.Empty(sheet.RowsOf("G4", ["G4.seats"]));
        var late = Change("G4.seats", 1, "14") with { Row = row, Table = "G4" };
        Assert.Equal(("conflict", 1), Fate(late));
        sheet.Choose(late.Id, true, "leader", Noon);
        Assert.Equal([row], sheet.RowsOf("G4", ["G4.seats"]));
        Assert.Equal("14", sheet.Find("G4.seats", row)!.Content.Value?.AsText);
    }

    [Fact]
    public void An_answer_changed_very_often_still_recognises_its_first_change_by_the_history()
    {
        var changes = Enumerable.Range(0, AnswerCell.Remembered + 5).Select(n => Change("G7.time", n, n.ToString(System.Globalization.CultureInfo.InvariantCulture))).ToList();
        changes.ForEach(c => Assert.Equal("accepted", Fate(c).Outcome));
        Assert.True(sheet.NeedsHistory(changes[0]));
        Assert.False(sheet.NeedsHistory(changes[^1]));
        Assert.Equal("duplicate", sheet.Apply(changes[0], "device", Noon, sheet.Entries.Select(e => e.Change).ToHashSet()).Outcome);
    }

    [Fact]
    public void A_sheet_survives_being_written_and_read()
    {
        Fate(Change("G1", 0, "delegated"));
        Fate(Change("G1", 0, "other"));
        Fate(new SheetChange(Guid.NewGuid(), "G5", null, null, 0, null, new AnswerContent
        {
            State = AnswerStates.Answered,
            Value = CopyValue.List(["fee", "charter"]),
            Comment = "L’été « prochain »",
            Examples = ["https://example.org"],
            Evidence = [new EvidenceCitation(Guid.NewGuid(), "12")],
        }));
        var again = SheetContent.Parse(sheet.ToJson());
        Assert.Equal(sheet.ToJson(), again.ToJson());
        Assert.Equal(["charter", "fee"], again.Find("G5")!.Content.Value?.AsList);
        Assert.True(again.Find("G5")!.Content.SameAs(sheet.Find("G5")!.Content));
    }

    private static SheetChange Change(string item, int onRevision, string value) => new(Guid.NewGuid(), item, null, null, onRevision, null,
        new AnswerContent { State = AnswerStates.Answered, Value = CopyValue.Text(value) });

    private (string Outcome, int Revision) Fate(SheetChange change)
    {
        var result = sheet.Apply(change, "device", Noon);
        return (result.Outcome, result.Revision);
    }

    private string? Value(string item) => sheet.Find(item)!.Content.Value?.AsText;
}
