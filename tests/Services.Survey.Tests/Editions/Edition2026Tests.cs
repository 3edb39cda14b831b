using Ptce.Grid.Definitions;
using Ptce.Survey.Editions;

namespace Ptce.Survey.Tests.Editions;

/// <summary>Every item that the grid of 2026 must have, one by one.</summary>
public sealed class Edition2026Tests
{
    private static SectionDefinition Section(string key) => ShippedGrid.Catalogue.SectionOf("2026", key)!;

    private static ItemDefinition Item(string section, string code) =>
        Section(section).Find(code) ?? throw new InvalidOperationException($"{section} has no item {code}.");

    private static IEnumerable<string> Choices(string section, string code) => Section(section).ChoicesOf(Item(section, code)).Select(choice => choice.Value);

    private static readonly string[] Fifteen = ["C1.1", "C1.2", "C1.3", "C1.4", "C1.5", "C1.6", "C1.7", "C1.8", "C2.1", "C2.2", "C2.3", "C2.4", "C3.1", "C3.2", "C3.3"];

    public static TheoryData<string> Activities => [.. Fifteen];

    [Theory]
    [MemberData(nameof(Activities))]
    public void Each_activity_asks_stage_start_members_people_work_and_an_example(string activity)
    {
        Assert.Equal(["none", "in-project", "some-members", "generalised"], Choices("cooperation", activity));
        Assert.True(Item("cooperation", activity).Examples);
        Assert.True(Item("cooperation", activity).Core);
        Assert.True(Item("cooperation", activity + ".members").Core);
        Assert.Equal(ItemType.Integer, Item("cooperation", activity + ".since").Type);
        Assert.Equal(ItemType.Integer, Item("cooperation", activity + ".members").Type);
        Assert.Equal(ItemType.Integer, Item("cooperation", activity + ".people").Type);
        Assert.Equal("FTE", Item("cooperation", activity + ".fte").Unit);
    }

    [Fact]
    public void No_activity_is_there_beyond_the_fifteen() =>
        Assert.Equal(Fifteen, Section("cooperation").AllItems().Where(item => item.Choices == "stage").Select(item => item.Code));

    [Fact]
    public void The_register_of_joint_projects_asks_what_the_grid_says()
    {
        var register = Section("cooperation").Groups.Single(group => group.Key == "C4");
        Assert.Equal("project", register.Record);
        Assert.Equal(["C4.title", "C4.kind", "C4.partners", "C4.year"], register.Items.Where(item => item.Required).Select(item => item.Code));
        Assert.Equal(["subcontracting", "co-contracting", "co-production", "joint-tender", "cross-shareholding", "other"], Choices("cooperation", "C4.kind"));
        Assert.Equal(["C4.partners.member", "C4.partners.role"], Item("cooperation", "C4.partners").Columns.Select(column => column.Code));
        Assert.All(["C4.from", "C4.to", "C4.hours", "C4.income", "C4.activities", "C4.jobs", "C4.skills", "C4.levy"], code => Item("cooperation", code));
    }

    [Fact]
    public void Governance_asks_G1_to_G9()
    {
        Assert.Equal(["association-board", "scic-board", "delegated", "other"], Choices("governance", "G1"));
        Assert.Contains("none", Choices("governance", "G2"));
        Assert.Equal(ItemType.Member, Item("governance", "G3").Type);
        Assert.Equal(["bureau", "board", "steering-committee", "orientation-committee", "working-group"], Choices("governance", "G4.kind"));
        Assert.Equal(["G4.kind", "G4.name", "G4.seats", "G4.members", "G4.meetings"], Item("governance", "G4").Columns.Select(column => column.Code));
        Assert.Equal(ItemType.Percentage, Item("governance", "G4.college.weight").Type);
        Assert.Equal(["fee", "shares", "charter", "internal-rules", "premises-rules"], Choices("governance", "G5"));
        Assert.Equal(ItemType.Date, Item("governance", "G5.charter-date").Type);
        Assert.Equal(["founder", "steering-committee", "ex-officio-board", "scic-college", "premises-owner", "none"], Choices("governance", "G6"));
        Assert.Equal(["emblematic-leader", "historic-core", "neither"], Choices("governance", "G7"));
        Assert.Equal("%", Item("governance", "G7.time").Unit);
        Assert.All(["G7.succession", "G8.jobs", "G8.fte", "G9", "G9.references"], code => Item("governance", code));
        Assert.Equal(["coordination", "communication", "commercial-watch", "reception", "administration"], Choices("governance", "G8.function"));
        Assert.All(["G8.function.fte", "G8.function.employer"], code => Item("governance", code));
    }

    [Fact]
    public void Impacts_ask_I1_to_I6()
    {
        Assert.Equal(
            [("I1.own", "FTE"), ("I1.shared", "FTE"), ("I1.created", "FTE"), ("I1.consolidated", "FTE"), ("I1.insertion-posts", "FTE"), ("I1.insertion-contracts", "contracts"), ("I1.professionalisation-contracts", "contracts"), ("I1.salaried-entrepreneurs", "people"), ("I1.residents", "people")],
            Section("impacts").Groups[0].Items.Select(item => (item.Code, item.Unit!)));
        Assert.All(["I2.name", "I2.date", "I2.member", "I3.residents", "I3.users", "I4.1", "I4.2", "I4.3", "I4.4", "I5.partner", "I5.kind", "I6.member", "I6.turnover", "I6.costs", "I6.skills", "I6.legitimacy"], code => Item("impacts", code));
    }

    [Fact]
    public void The_edition_pins_five_sections() =>
        Assert.Equal(
            [("morphology", 1, "members"), ("cooperation", 2, "survey"), ("governance", 2, "survey"), ("economics", 1, "finance"), ("impacts", 1, "survey")],
            ShippedGrid.Catalogue.Edition("2026")!.Sections.Select(pin => (pin.Section, pin.Version, pin.Owner)));

    [Fact]
    public void Extra_items_can_be_attached_to_each_record_of_members_and_finance()
    {
        Assert.Equal(["pole", "organisation", "belonging", "criterion", "figures"], Section("morphology").Records.Select(record => record.Key));
        Assert.Equal(["economics", "line"], Section("economics").Records.Select(record => record.Key));
    }
}
