using Ptce.ServiceDefaults.Http;
using Ptce.ServiceDefaults.Problems;

namespace Ptce.Members.Territories;

/// <summary>Where the reference data come from.</summary>
internal sealed record GeographySource(int Vintage, string Source, string Licence);

/// <summary>Looks territories up; public, as the data are.</summary>
internal static class ReadTerritories
{
    public static IResult Source() => Results.Ok(new GeographySource(Geography.Current.Vintage, Geography.Current.Source, Geography.Current.Licence));

    public static IResult List(string? search, string? level, string? departement, int? limit, string? cursor)
    {
        var size = Page.Size(limit);
        var skip = Math.Max(0, Page.After<int>(cursor));
        var found = Geography.Current.Search(search, level, departement).Skip(skip).Take(size + 1).Select((territory, i) => (Territory: territory, Position: skip + i + 1)).ToList();
        return Results.Ok(Page.Of(found, size, f => f.Position, f => f.Territory));
    }

    public static IResult One(string level, string code) =>
        Geography.Current.Find(level, code) is { } territory ? Results.Ok(territory) : RequestProblems.NotFound.With();
}
