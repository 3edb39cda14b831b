using Ptce.Grid.Definitions;
using Ptce.Survey.Editions;

namespace Ptce.Survey.Tests.Editions;

/// <summary>The reconstruction of 2015: what the study's text names, and nothing that it does not.</summary>
public sealed class Edition2015Tests
{
    private static SectionDefinition Section(string key) => ShippedGrid.Catalogue.SectionOf("2015", key)!;

    [Fact]
    public void Six_forms_of_pooling_and_four_of_economic_cooperation_are_asked() =>
        Assert.Equal(
            ["C1.1", "C1.2", "C1.3", "C1.4", "C1.5", "C1.6", "C2.1", "C2.2", "C2.3", "C2.4"],
            Section("cooperation").AllItems().Where(item => item.Type is ItemType.OneChoice).Select(item => item.Code));

    [Fact]
    public void The_third_level_is_free_text() => Assert.Equal(ItemType.LongText, Section("cooperation").Find("C3")!.Type);

    [Fact]
    public void Governance_asks_what_the_study_reports() =>
        Assert.Equal(
            ["G1", "G2", "G3", "G4.bodies", "G4.description", "G5", "G6", "G7", "G7.time", "G8.fte", "G8.description", "G9"],
            Section("governance").AllItems().Select(item => item.Code));

    [Fact]
    public void Impacts_are_not_asked() => Assert.Null(ShippedGrid.Catalogue.SectionOf("2015", "impacts"));

    [Fact]
    public void Each_section_that_is_reconstructed_says_so() =>
        Assert.All(["cooperation", "governance"], key => Assert.Contains("Reconstruction", Section(key).Note!.En, StringComparison.Ordinal));
}
