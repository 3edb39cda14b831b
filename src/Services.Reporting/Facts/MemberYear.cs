using Ptce.Grid.Canonical;
using Ptce.Reporting.Figures;

namespace Ptce.Reporting.Facts;

/// <summary>One member's figures of one year as one pole tells them (données annuelles d'un membre). Null is unknown.</summary>
internal sealed record MemberYear(
    string Organisation,
    int Year,
    decimal? Fte,
    bool FteCounts,
    decimal? InsertionPosts,
    decimal? InsertionContracts,
    decimal? ProfessionalisationContracts,
    decimal? SalariedEntrepreneurs,
    decimal? Residents,
    decimal? People,
    decimal? Volunteers,
    Func<string, Provenance> OriginOf)
{
    public static MemberYear Read(CopiedRecord record)
    {
        decimal? Of(string field) => record[field]?.AsDecimal;
        var volunteers = Of("peopleVolunteers");
        decimal?[] kinds = [Of("peopleHeads"), Of("peoplePresidents"), Of("peopleEmployees"), volunteers];
        return new(
            record["organisation"]?.AsText ?? throw new FormatException($"Figures {record.Key} name no organisation."),
            (int)(record["year"]?.AsDecimal ?? throw new FormatException($"Figures {record.Key} name no year.")),
            Of("fte"),
            record["fteCounts"]?.AsFlag ?? true,
            Of("insertionPosts"),
            Of("insertionContracts"),
            Of("professionalisationContracts"),
            Of("salariedEntrepreneurs"),
            Of("residents"),
            Of("people") ?? (kinds.All(kind => kind is null) ? null : kinds.Sum(kind => kind ?? 0)),
            volunteers,
            field => Provenances.Read(record.OriginOf(field)));
    }
}
