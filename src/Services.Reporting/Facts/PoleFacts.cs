using Ptce.Grid.Canonical;

namespace Ptce.Reporting.Facts;

/// <summary>One pole's signed version, section by section. A section that the edition lacks or that was not signed is null.</summary>
/// <param name="Key">PoleKey.</param>
/// <param name="Name">Name as signed, else as registered.</param>
/// <param name="Version">Number of the signed version.</param>
/// <param name="Digest">Content digest of the signed version.</param>
internal sealed record PoleFacts(string Key, string Name, int Version, string Digest)
{
    public Morphology? Morphology { get; init; }

    public Cooperation? Cooperation { get; init; }

    public Answers? Governance { get; init; }

    public Economics? Economics { get; init; }

    public Impacts? Impacts { get; init; }

    public IReadOnlyList<DataNote> Notes { get; init; } = [];

    /// <summary>Tables 1 and 2 may name this pole (accord de publication nominative).</summary>
    public bool Consents => Morphology?.ConsentTables ?? false;

    /// <summary>Reads the copies of one signed version.</summary>
    /// <param name="key">PoleKey.</param>
    /// <param name="registeredName">Name from the register of poles, for a copy that does not carry one.</param>
    /// <param name="version">Number of the signed version.</param>
    /// <param name="digest">Content digest of the signed version.</param>
    /// <param name="copies">Its sections, in any order.</param>
    /// <param name="notes">Data notes on it.</param>
    public static PoleFacts Read(string key, string registeredName, int version, string digest, IReadOnlyList<SectionCopy> copies, IReadOnlyList<DataNote>? notes = null)
    {
        var morphology = copies.FirstOrDefault(copy => copy.Section == "morphology");
        var cooperation = copies.FirstOrDefault(copy => copy.Section == "cooperation");
        var governance = copies.FirstOrDefault(copy => copy.Section == "governance");
        var economics = copies.FirstOrDefault(copy => copy.Section == "economics");
        var impacts = copies.FirstOrDefault(copy => copy.Section == "impacts");
        var name = morphology?.Of("pole") is [var pole, ..] ? pole["name"]?.AsText : null;
        return new PoleFacts(key, name ?? registeredName, version, digest)
        {
            Morphology = morphology is null ? null : Morphology.Read(morphology),
            Cooperation = cooperation is null ? null : Cooperation.Read(cooperation),
            Governance = governance is null ? null : Answers.Read(governance),
            Economics = economics is null ? null : Economics.Read(economics),
            Impacts = impacts is null ? null : Impacts.Read(impacts),
            Notes = notes ?? [],
        };
    }
}
