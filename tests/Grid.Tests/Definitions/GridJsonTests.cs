using System.Text.Json;
using Ptce.Grid.Definitions;

namespace Ptce.Grid.Tests.Definitions;

public sealed class GridJsonTests
{
    private static readonly SectionDefinition Section = new()
    {
        Key = "governance",
        Version = 1,
        Owner = "survey",
        Label = new("Gouvernance", "Governance"),
        Choices = new Dictionary<string, IReadOnlyList<Choice>> { ["yes-no"] = [new Choice { Value = "yes", Label = new("Oui", "Yes"), Attributes = new Dictionary<string, string> { ["region"] = "hdf" } }] },
        Groups =
        [
            new GroupDefinition
            {
                Key = "G1",
                Label = new("Instances", "Bodies"),
                Items =
                [
                    new ItemDefinition { Code = "G1", Type = ItemType.Text, Label = new("Nom", "Name") },
                    new ItemDefinition { Code = "G2", Type = ItemType.Table, Label = new("Table", "Table"), Columns = [new ItemDefinition { Code = "G2.seats", Type = ItemType.Integer, Label = new("Sièges", "Seats"), Minimum = 0 }] },
                ],
            },
        ],
    };

    [Fact]
    public void A_section_written_and_read_again_is_the_same()
    {
        var json = GridJson.Write(Section);
        Assert.Equal(json, GridJson.Write(GridJson.Read<SectionDefinition>(json)));
        Assert.Equal("Sièges", GridJson.Read<SectionDefinition>(json).Find("G2.seats")!.Label.Fr);
    }

    [Fact]
    public void What_is_empty_is_not_written_and_accents_stay_readable()
    {
        var json = GridJson.Write(Section);
        Assert.Contains("Sièges", json, StringComparison.Ordinal);
        Assert.DoesNotContain("records", json, StringComparison.Ordinal);
        Assert.DoesNotContain("\"columns\": []", json, StringComparison.Ordinal);
        Assert.Contains("\"type\": \"text\"", json, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_property_is_refused()
    {
        var json = GridJson.Write(Section).Replace("\"minimum\"", "\"minimun\"", StringComparison.Ordinal);
        Assert.Throws<JsonException>(() => GridJson.Read<SectionDefinition>(json));
    }

    [Fact]
    public void A_missing_label_is_refused()
    {
        const string json = """{ "key": "g", "version": 1, "owner": "survey", "groups": [] }""";
        Assert.Throws<JsonException>(() => GridJson.Read<SectionDefinition>(json));
    }
}
