using Ptce.Grid.Canonical;
using Ptce.Reporting.Figures;

namespace Ptce.Reporting.Facts;

/// <summary>An organisation as one pole's signed copy tells it; across poles it is known by its business key.</summary>
internal sealed record Organisation(
    string Key,
    string? Name,
    string? Status,
    string? CooperativeForm,
    IReadOnlyList<string> Integration,
    string? Family,
    string? Sector,
    IReadOnlyList<string> Functions,
    Provenance StatusOrigin,
    Provenance FamilyOrigin,
    Provenance SectorOrigin,
    Provenance FunctionsOrigin)
{
    public static Organisation Read(CopiedRecord record)
    {
        Provenance Of(string field) => Provenances.Read(record.OriginOf(field));
        return new(
            record.Key,
            record["name"]?.AsText,
            record["status"]?.AsText,
            record["cooperativeForm"]?.AsText,
            record["integration"]?.AsList ?? [],
            record["family"]?.AsText,
            record["sector"]?.AsText,
            record["functions"]?.AsList ?? [],
            Of("status"),
            Of("family"),
            Of("sector"),
            Of("functions"));
    }
}
