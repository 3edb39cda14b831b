using Ptce.Members.Vocabulary;
using Ptce.Messaging.Storage;

namespace Ptce.Members.Organisations;

/// <summary>An organisation: one record whatever the number of PTCE. What lists are filtered by stands beside the facts.</summary>
internal sealed class Organisation : IVersioned
{
    public required Guid Id { get; init; }

    public required OrganisationFacts Facts { get; set; }

    public string? Siren { get; private set; }

    public string? Rna { get; private set; }

    public string? CodePole { get; private set; }

    public string? Code { get; private set; }

    /// <summary>Business key, unique; empty once merged.</summary>
    public string Key { get; private set; } = "";

    /// <summary>Folded name, for sorting.</summary>
    public string SortName { get; private set; } = "";

    /// <summary>Folded name, acronym and spellings, for searching.</summary>
    public string SearchText { get; private set; } = "";

    public string? Status { get; private set; }

    public string? Family { get; private set; }

    public string? Sector { get; private set; }

    public bool NaturalPerson { get; private set; }

    /// <summary>Who registered it: they may attach it before it belongs to any pole.</summary>
    public string RegisteredBy { get; init; } = "";

    /// <summary>The record that this one became part of.</summary>
    public Guid? MergedInto { get; private set; }

    public long Version { get; private set; }

    public void Tell(OrganisationFacts facts, DateOnly today)
    {
        Facts = facts;
        (Siren, Rna, CodePole, Code) = (facts.Siren, facts.Rna, facts.Code?.Pole, facts.Code?.Code);
        Key = facts.BusinessKey();
        SortName = Cut(Folding.Fold(facts.Name));
        SearchText = string.Join('|', new[] { facts.Name, facts.Acronym }.Concat(facts.Aliases ?? []).OfType<string>().Select(Folding.Fold));
        var classified = facts.At(today);
        (Status, Family, Sector, NaturalPerson) = (classified.Status, classified.Family, facts.Sector, facts.NaturalPerson);
    }

    /// <summary>Gives its identifiers up to the record kept; its facts stay readable as the trace.</summary>
    public void MergeInto(Guid kept)
    {
        MergedInto = kept;
        (Siren, Rna, CodePole, Code) = (null, null, null, null);
        Key = "merged:" + Id.ToString("N");
    }

    private static string Cut(string text) => text.Length <= 200 ? text : text[..200];
}
