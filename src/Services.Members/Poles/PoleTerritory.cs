using Ptce.Members.Territories;

namespace Ptce.Members.Poles;

/// <summary>A pole's territory with names, and the départements and régions it lies in.</summary>
/// <param name="Vintage">Vintage of the reference data.</param>
/// <param name="Territories">The territories told, of mixed levels.</param>
/// <param name="Departements">Départements told, or of the communes told.</param>
/// <param name="Regions">Régions told, or of the départements.</param>
/// <param name="Unknown">Codes that this vintage does not know, e.g. an EPCI of before a merger.</param>
internal sealed record PoleTerritory(int Vintage, IReadOnlyList<Territory> Territories, IReadOnlyList<string> Departements, IReadOnlyList<string> Regions, IReadOnlyList<string> Unknown)
{
    public static PoleTerritory Of(PoleFacts facts)
    {
        var geography = Geography.Current;
        var told = Told(facts).ToList();
        var found = told.Select(t => geography.Find(t.Level, t.Code)).OfType<Territory>().ToList();
        var departements = (facts.Departements ?? [])
            .Concat(found.Where(t => t.Level == "commune").Select(t => t.Departement ?? (t.PartOf is { } whole ? geography.Find("commune", whole)?.Departement : null)).OfType<string>())
            .Concat(found.Where(t => t.Level == "former-region").SelectMany(t => t.Departements ?? []))
            .Distinct().Order(StringComparer.Ordinal).ToList();
        var regions = (facts.Regions ?? []).Concat(departements.Select(d => geography.Find("departement", d)?.Region).OfType<string>()).Distinct().Order(StringComparer.Ordinal).ToList();
        return new(geography.Vintage, found, departements, regions, [.. told.Where(t => geography.Find(t.Level, t.Code) is null).Select(t => $"{t.Level}:{t.Code}")]);
    }

    private static IEnumerable<(string Level, string Code)> Told(PoleFacts facts) =>
        (facts.Communes ?? []).Select(c => ("commune", c))
            .Concat((facts.Epci ?? []).Select(c => (Geography.Current.Find("ept", c) is null ? "epci" : "ept", c)))
            .Concat((facts.Departements ?? []).Select(c => ("departement", c)))
            .Concat((facts.Regions ?? []).Select(c => ("region", c)))
            .Concat((facts.FormerRegions ?? []).Select(c => ("former-region", c)));
}
