using Ptce.Grid.Definitions;
using Ptce.Survey.Editions;

namespace Ptce.Survey.Tests.Editions;

public sealed class CrosswalkTests
{
    private static readonly Crosswalk Written = ShippedGrid.Catalogue.Crosswalk("2015", "2026")!;

    [Theory]
    [InlineData("cooperation")]
    [InlineData("governance")]
    [InlineData("impacts")]
    public void Every_item_of_either_edition_has_one_line(string section)
    {
        var lines = Written.Entries.Where(entry => entry.Section == section).ToList();
        Assert.Equal(Codes("2015", section), lines.Select(line => line.From).OfType<string>().Order(StringComparer.Ordinal));
        Assert.Equal(Codes("2026", section), lines.Select(line => line.To).OfType<string>().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void What_is_not_simply_comparable_says_why() =>
        Assert.All(Written.Entries.Where(entry => entry.Comparability is not Comparability.Comparable), entry => Assert.True(entry.Note!.IsComplete));

    [Fact]
    public void What_is_comparable_has_the_same_type_and_choices()
    {
        var (before, after) = (ShippedGrid.Catalogue.Edition("2015")!, ShippedGrid.Catalogue.Edition("2026")!);
        foreach (var entry in Written.Entries.Where(entry => entry.Comparability is Comparability.Comparable))
        {
            var (earlier, later) = (ShippedGrid.Catalogue.SectionOf(before.Key, entry.Section)!, ShippedGrid.Catalogue.SectionOf(after.Key, entry.Section)!);
            if (earlier.Find(entry.From!) is not { } old)
                continue;
            var now = later.Find(entry.To!)!;
            Assert.Equal((entry.From, old.Type, old.Unit), (entry.From, now.Type, now.Unit));
            Assert.Equal(earlier.ChoicesOf(old).Select(choice => choice.Value), later.ChoicesOf(now).Select(choice => choice.Value));
        }
    }

    [Fact]
    public void Common_activities_can_be_compared_and_the_third_level_cannot()
    {
        Assert.Equal(10, Written.Entries.Count(entry => entry is { Section: "cooperation", Comparability: Comparability.Comparable or Comparability.ComparableWithNote }));
        Assert.Equal(Comparability.NotComparable, Written.Entries.Single(entry => entry.From == "C3").Comparability);
    }

    [Fact]
    public void Between_editions_that_nobody_compared_the_definitions_decide()
    {
        var governance = ShippedGrid.Catalogue.Section("governance", 2)!;
        var next = governance with
        {
            Version = 3,
            Choices = new Dictionary<string, IReadOnlyList<Choice>>(governance.Choices)
            {
                ["configuration"] = [.. governance.Choices["configuration"], new Choice { Value = "collegial", Label = new("Collégiale", "Collegial") }],
            },
            Groups = [.. governance.Groups.Select(group => group with { Items = [.. group.Items.Where(item => item.Code != "G9").Append(new ItemDefinition { Code = group.Key + ".new", Type = ItemType.Text, Label = new("Nouveau", "New") })] })],
        };
        var edition = ShippedGrid.Catalogue.Edition("2026")! with { Key = "2027", Sections = [new PinnedSection("governance", 3, "survey")] };
        var catalogue = new GridCatalogue([.. ShippedGrid.Catalogue.Editions, edition], [.. ShippedGrid.Catalogue.Sections, next]);
        var derived = catalogue.Crosswalk("2026", "2027")!.Entries;
        Assert.Equal(Comparability.Comparable, derived.Single(entry => entry.To == "G2").Comparability);
        Assert.Equal(("Modalités ajoutées : Collégiale.", Comparability.ComparableWithNote), (derived.Single(entry => entry.To == "G1").Note!.Fr, derived.Single(entry => entry.To == "G1").Comparability));
        Assert.Equal(Comparability.NotComparable, derived.Single(entry => entry.From == "G9").Comparability);
        Assert.Equal(Comparability.NotComparable, derived.Single(entry => entry.To == "G4.new").Comparability);
        Assert.Null(catalogue.Crosswalk("2026", "2099"));
    }

    private static IEnumerable<string> Codes(string edition, string section) =>
        ShippedGrid.Catalogue.SectionOf(edition, section)?.AllItems().Select(item => item.Code).Order(StringComparer.Ordinal) ?? Enumerable.Empty<string>();
}
