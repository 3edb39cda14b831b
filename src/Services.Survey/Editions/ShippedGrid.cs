using System.Reflection;
using Ptce.Grid.Definitions;

namespace Ptce.Survey.Editions;

/// <summary>The editions that ship with the program (éditions livrées), read from the JSON files under <c>Editions/Definitions</c>, which are embedded.</summary>
internal static class ShippedGrid
{
    private static readonly Lazy<GridCatalogue> Shipped = new(Read);

    /// <summary>Editions 2015 (a reconstruction) and 2026, their section versions and the crosswalk between them.</summary>
    public static GridCatalogue Catalogue => Shipped.Value;

    private static GridCatalogue Read() =>
        new(ReadAll<EditionDefinition>("editions"), ReadAll<SectionDefinition>("sections"), ReadAll<Crosswalk>("crosswalks"));

    private static List<T> ReadAll<T>(string folder)
    {
        var assembly = typeof(ShippedGrid).Assembly;
        var found = new List<T>();
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.StartsWith($"grid/{folder}/", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
            found.Add(ReadOne<T>(assembly, name));
        return found;
    }

    private static T ReadOne<T>(Assembly assembly, string name)
    {
        using var stream = assembly.GetManifestResourceStream(name)!;
        return GridJson.Read<T>(stream);
    }
}
