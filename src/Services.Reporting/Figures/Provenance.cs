namespace Ptce.Reporting.Figures;

/// <summary>What a figure rests on; the union travels from the facts to every figure made of them.</summary>
[Flags]
internal enum Provenance
{
    None = 0,
    Stated = 1,
    Synthetic = 2,
    Mixed = Stated | Synthetic,
}

internal static class Provenances
{
    /// <summary>Reads the provenance of an answer as the copy writes it: only <c>synthetic</c> stands apart.</summary>
    public static Provenance Read(string origin) => origin == "synthetic" ? Provenance.Synthetic : Provenance.Stated;

    public static Provenance Union(this IEnumerable<Provenance> parts) => parts.Aggregate(Provenance.None, (all, part) => all | part);

    /// <summary>
    /// The word of the public shapes. Outside the demonstration an answer is what a leader signed; there a synthetic value
    /// would be an accident, and is still called by its name.
    /// </summary>
    public static string Word(this Provenance provenance, bool demonstration) => provenance switch
    {
        Provenance.Synthetic => "synthetic",
        Provenance.Mixed => "mixed",
        _ => demonstration ? "stated" : "signed",
    };
}
