using Ptce.Members.Vocabulary;

namespace Ptce.Members;

/// <summary>Where the values of a record come from (provenance), as every write carries it.</summary>
internal record Provenanced
{
    /// <summary>Provenance of the record: <c>interview-1</c>, <c>interview-2</c>, <c>document</c>, <c>member</c>, <c>imported</c>, <c>previous-year</c>, <c>synthetic</c>, <c>typed</c>.</summary>
    public string Provenance { get; init; } = "typed";

    /// <summary>Where it stands, e.g. a document and page.</summary>
    public string? Source { get; init; }

    /// <summary>Provenance of single fields where it differs.</summary>
    public SortedDictionary<string, string>? Provenances { get; init; }

    protected void CheckProvenance(FieldChecks checks)
    {
        checks.OneOf(Lists.Provenances, Provenance, "provenance", required: true).Text(Source, "source", 500);
        foreach (var (field, provenance) in Provenances ?? [])
            checks.OneOf(Lists.Provenances, provenance, $"provenances/{field}", required: true).Text(field, $"provenances/{field}", 60);
    }
}
