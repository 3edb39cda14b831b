using Ptce.Grid.Definitions;
using Ptce.Messaging.Storage;

namespace Ptce.Survey.Editions.Storage;

/// <summary>A crosswalk between two editions that people wrote (table de passage).</summary>
internal sealed class KeptCrosswalk : IVersioned
{
    public required string From { get; init; }

    public required string To { get; init; }

    public string Definition { get; private set; } = "";

    public long Version { get; set; }

    public Crosswalk Read() => GridJson.Read<Crosswalk>(Definition);

    public void Write(Crosswalk crosswalk) => Definition = GridJson.Write(crosswalk);
}
