using Ptce.Grid.Canonical;
using Ptce.Reporting.Figures;

namespace Ptce.Reporting.Facts;

/// <summary>Jobs by level and enterprises born of the pole (impacts et territoire), in the editions that have the section.</summary>
internal sealed record Impacts(Answers Items, IReadOnlyList<BornEnterprise> Born)
{
    public static Impacts Read(SectionCopy copy) => new(Answers.Read(copy), [.. copy.Of("enterprise").Concat(copy.Of("I2")).Select(BornEnterprise.Read)]);
}

/// <summary>An enterprise or activity born of the pole (entreprise issue du PTCE).</summary>
internal sealed record BornEnterprise(string Key, int? Year, bool? StillMember, Provenance Origin)
{
    public static BornEnterprise Read(CopiedRecord record) => new(
        record.Key,
        (record["date"] ?? record["I2.date"])?.AsDate?.Year ?? (int?)record["year"]?.AsDecimal,
        (record["stillMember"] ?? record["I2.member"])?.AsFlag,
        Provenances.Read(record.Origin));
}
