using Ptce.Grid.Definitions;
using Ptce.Messaging.Storage;

namespace Ptce.Survey.Editions.Storage;

/// <summary>An edition as it is kept (édition): a draft may change, a published one only becomes superseded.</summary>
internal sealed class KeptEdition : IVersioned
{
    public required string Key { get; init; }

    public EditionStatus Status { get; private set; }

    /// <summary>The definition as JSON; its status is <see cref="Status"/>.</summary>
    public string Definition { get; private set; } = "";

    public required string CreatedBy { get; init; }

    public required DateTime CreatedAt { get; init; }

    public DateTime? PublishedAt { get; private set; }

    public long Version { get; set; }

    public EditionDefinition Read() => GridJson.Read<EditionDefinition>(Definition) with { Status = Status };

    /// <summary>Replaces a draft's definition.</summary>
    public void Write(EditionDefinition definition)
    {
        if (Status is not EditionStatus.Draft)
            throw new InvalidOperationException($"Edition {Key} is {Status}: it never changes.");
        Definition = GridJson.Write(definition with { Status = EditionStatus.Draft });
    }

    public void Publish(DateTime at) => (Status, PublishedAt) = (EditionStatus.Published, at);

    public void Supersede()
    {
        if (Status is EditionStatus.Published)
            Status = EditionStatus.Superseded;
    }
}
