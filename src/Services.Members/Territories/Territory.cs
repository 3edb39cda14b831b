namespace Ptce.Members.Territories;

/// <summary>A territory of the official geographic code (code officiel géographique).</summary>
/// <param name="Level"><c>commune</c>, <c>epci</c>, <c>ept</c>, <c>departement</c>, <c>region</c> or <c>former-region</c>.</param>
/// <param name="Code">INSEE code; SIREN of an EPCI or EPT.</param>
/// <param name="Name">Official name.</param>
/// <param name="Vintage">Vintage of the reference (millésime).</param>
internal sealed record Territory(string Level, string Code, string Name, int Vintage)
{
    /// <summary>Kind: nature of an EPCI (<c>CC</c>, <c>CA</c>, <c>CU</c>, <c>METRO</c>…), or of a part of a commune.</summary>
    public string? Kind { get; init; }

    public string? Departement { get; init; }

    public string? Region { get; init; }

    public string? Epci { get; init; }

    /// <summary>Établissement public territorial of Grand Paris.</summary>
    public string? Ept { get; init; }

    /// <summary>Municipal population.</summary>
    public int? Population { get; init; }

    /// <summary>Départements of a former region.</summary>
    public IReadOnlyList<string>? Departements { get; init; }

    /// <summary>Codes that became part of this commune.</summary>
    public IReadOnlyList<string>? FormerCodes { get; init; }

    /// <summary>Commune that an associated or delegated commune, a district, or a former code is part of now.</summary>
    public string? PartOf { get; init; }
}
