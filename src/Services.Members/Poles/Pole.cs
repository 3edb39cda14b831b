using Ptce.Members.Vocabulary;
using Ptce.Messaging.Storage;

namespace Ptce.Members.Poles;

/// <summary>A pole (PTCE). Its key is for ever and used by every service.</summary>
internal sealed class Pole : IVersioned
{
    public required string Key { get; init; }

    public required PoleFacts Facts { get; set; }

    public string Name { get; private set; } = "";

    public string SearchText { get; private set; } = "";

    public string? TerritoryKind { get; private set; }

    public long Version { get; private set; }

    public void Tell(PoleFacts facts)
    {
        Facts = facts;
        Name = facts.Name;
        TerritoryKind = facts.TerritoryKind;
        SearchText = string.Join('|', new[] { facts.Name, facts.Acronym, facts.Place, Key }.Concat(facts.Aliases ?? []).OfType<string>().Select(Folding.Fold));
    }
}
