using Ptce.Grid.Definitions;
using Ptce.Messaging.Storage;

namespace Ptce.Survey.Editions.Storage;

/// <summary>One version of one section as it is kept (version de rubrique): a draft may change, a published one never does.</summary>
internal sealed class SectionVersion : IVersioned
{
    public required string Section { get; init; }

    public required int Number { get; init; }

    public required string Owner { get; init; }

    public EditionStatus Status { get; private set; }

    /// <summary>The definition as JSON.</summary>
    public string Definition { get; private set; } = "";

    public required string CreatedBy { get; init; }

    public required DateTime CreatedAt { get; init; }

    public string? PublishedBy { get; private set; }

    public DateTime? PublishedAt { get; private set; }

    public long Version { get; set; }

    public SectionDefinition Read() => GridJson.Read<SectionDefinition>(Definition);

    /// <summary>Replaces a draft's definition.</summary>
    public void Write(SectionDefinition definition)
    {
        if (Status is not EditionStatus.Draft)
            throw new InvalidOperationException($"Section {Section} version {Number} is {Status}: it never changes.");
        Definition = GridJson.Write(definition);
    }

    public void Publish(string by, DateTime at) => (Status, PublishedBy, PublishedAt) = (EditionStatus.Published, by, at);

    public void Supersede()
    {
        if (Status is EditionStatus.Published)
            Status = EditionStatus.Superseded;
    }
}
