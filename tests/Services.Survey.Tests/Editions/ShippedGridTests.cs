using Ptce.Grid.Definitions;
using Ptce.Grid.Rules;
using Ptce.Survey.Editions;

namespace Ptce.Survey.Tests.Editions;

public sealed class ShippedGridTests
{
    public static TheoryData<string> Sections => [.. ShippedGrid.Catalogue.Sections.Select(section => $"{section.Key}.{section.Version}")];

    private static SectionDefinition Section(string name) =>
        ShippedGrid.Catalogue.Section(name.Split('.')[0], int.Parse(name.Split('.')[1], System.Globalization.CultureInfo.InvariantCulture))!;

    [Fact]
    public void Every_edition_pins_sections_that_exist()
    {
        foreach (var edition in ShippedGrid.Catalogue.Editions)
            Assert.All(edition.Sections, pin => Assert.Equal(pin.Owner, ShippedGrid.Catalogue.Section(pin.Section, pin.Version)?.Owner));
    }

    [Fact]
    public void Edition_2015_says_that_it_is_a_reconstruction()
    {
        var edition = ShippedGrid.Catalogue.Edition("2015")!;
        Assert.Contains("Reconstruction", edition.Note!.Fr, StringComparison.Ordinal);
        Assert.Equal(["morphology", "cooperation", "governance", "economics"], edition.Sections.Select(pin => pin.Section));
    }

    [Theory]
    [MemberData(nameof(Sections))]
    public void Every_definition_compiles_with_no_error(string name)
    {
        var (rules, errors) = SectionRules.Compile(Section(name));
        Assert.Empty(errors.Select(error => $"{error.Item} {error.Column}: {error.Message.En} {error.Value}"));
        Assert.NotNull(rules);
    }

    [Theory]
    [MemberData(nameof(Sections))]
    public void Every_choice_list_named_exists_and_is_used(string name)
    {
        var section = Section(name);
        Assert.Equal(
            section.Choices.Keys.Order(StringComparer.Ordinal),
            section.AllItems().Where(item => item.Choices is not null).Select(item => item.Choices!).Distinct().Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Sections))]
    public void French_is_written_with_French_typography(string name)
    {
        var section = Section(name);
        var texts = section.AllItems().SelectMany(item => new[] { item.Label, item.Help, item.ConstraintMessage })
            .Concat(section.Groups.SelectMany(group => new[] { group.Label, group.Help }))
            .Concat(section.Choices.Values.SelectMany(list => list.Select(choice => choice.Label)))
            .OfType<LocalizedText>();
        Assert.All(texts, text =>
        {
            Assert.DoesNotContain('\'', text.Fr);
            Assert.DoesNotContain(" ?", text.Fr, StringComparison.Ordinal);
            Assert.DoesNotContain(" :", text.Fr, StringComparison.Ordinal);
            Assert.True(text.Fr.IsNormalized());
        });
    }

    [Fact]
    public void The_core_beside_members_and_economics_stays_small_enough_for_one_evening() =>
        Assert.InRange(ShippedGrid.Catalogue.Edition("2026")!.Sections.Sum(pin => ShippedGrid.Catalogue.Section(pin.Section, pin.Version)!.AllItems().Count(item => item.Core)), 30, 50);
}
