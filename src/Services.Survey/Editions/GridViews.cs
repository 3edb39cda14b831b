using System.Text.Json;
using Ptce.Grid.Definitions;
using Ptce.Survey.Editions.Storage;

namespace Ptce.Survey.Editions;

/// <summary>A section's version as read in a list.</summary>
internal sealed record SectionVersionView(string Section, int Number, string Owner, EditionStatus Status, LocalizedText Label, int Items, DateTime CreatedAt, DateTime? PublishedAt, long Version)
{
    public static SectionVersionView Of(SectionVersion row)
    {
        var definition = row.Read();
        return new(row.Section, row.Number, row.Owner, row.Status, definition.Label, definition.AllItems().Count(), row.CreatedAt, row.PublishedAt, row.Version);
    }
}

/// <summary>A section's version with its definition and, for a draft, what still stands against its publication.</summary>
internal sealed record SectionVersionDetail(string Section, int Number, string Owner, EditionStatus Status, DateTime? PublishedAt, long Version, JsonElement Definition, IReadOnlyList<DefinitionIssue> Errors)
{
    public static SectionVersionDetail Of(SectionVersion row) => new(
        row.Section, row.Number, row.Owner, row.Status, row.PublishedAt, row.Version,
        JsonDocument.Parse(row.Definition).RootElement.Clone(),
        row.Status is EditionStatus.Draft ? [.. Grid.Rules.SectionRules.Compile(row.Read()).Errors.Select(DefinitionIssue.Of)] : []);
}

/// <summary>What is wrong with a draft, in both languages: it is edited by people of both.</summary>
internal sealed record DefinitionIssue(string Code, string At, int? Column, string? Value, LocalizedText Message, LocalizedText Remedy)
{
    public static DefinitionIssue Of(Grid.Answers.GridError error) => new(error.Code, error.Item, error.Column, error.Value, error.Message, error.Remedy);
}

/// <summary>An edition as read.</summary>
internal sealed record EditionView(string Key, LocalizedText Label, LocalizedText? Note, EditionStatus Status, IReadOnlyList<PinnedSection> Sections, DateTime? PublishedAt, long Version)
{
    public static EditionView Of(KeptEdition row)
    {
        var definition = row.Read();
        return new(row.Key, definition.Label, definition.Note, row.Status, definition.Sections, row.PublishedAt, row.Version);
    }
}
