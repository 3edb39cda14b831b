using Ptce.Reporting.Releases;
using Ptce.Reporting.Tables;

namespace Ptce.Reporting.Documents.Tidy;

/// <summary>A field of a Table Schema (Frictionless Data).</summary>
internal sealed record SchemaField(string Name, string Type, string Description);

/// <summary>Table Schema of the tidy files, and the Data Package that lists them.</summary>
internal static class TableSchema
{
    public const string Licence = "etalab-2.0", LicencePath = "https://www.etalab.gouv.fr/licence-ouverte-open-licence/";

    private const string StatusMeaning = "ok; suppressed: statistical confidentiality (secret statistique), no value; missing: not known or not applicable, never zero";
    private const string OriginMeaning = "signed: signed off by the leader; in a demonstration stated (by the 2015 study), synthetic, mixed";

    public static IReadOnlyList<SchemaField> Cells { get; } =
    [
        new("release", "string", "Release, year.number"), new("table", "string", "Table, T1 to T12"), new("row", "string", "Stable key of the row"),
        new("row_label", "string", "Heading of the row; an apostrophe stands before = + - @"), new("column", "string", "Stable key of the column"), new("column_label", "string", "Heading of the column"),
        new("value", "number", "Value, decimal point"), new("text", "string", "Value that is a text"), new("unit", "string", "members, percent (0-100), fte, eur, people, count, poles, index (0-1)"),
        new("status", "string", StatusMeaning), new("origin", "string", OriginMeaning),
    ];

    public static IReadOnlyList<SchemaField> Figures { get; } =
    [
        new("release", "string", "Release, year.number"), new("code", "string", "Indicator, I01 to I18"), new("measure", "string", "value, mean, pooled, min, q1, median, q3, max, or a part"),
        new("pole", "string", "Key of the PTCE; empty across PTCE"), new("period", "string", "Date or year"), new("value", "number", "Value, decimal point"), new("unit", "string", "Unit"),
        new("n", "integer", "PTCE that the figure rests on"), new("missing", "integer", "PTCE of the campaign that it does not rest on"), new("status", "string", StatusMeaning), new("origin", "string", OriginMeaning),
    ];

    public static object OfCells => Schema(Cells, ["table", "row", "column"]);

    public static object OfFigures => Schema(Figures, ["code", "measure", "pole", "period"]);

    /// <summary>Data Package (Frictionless): every tidy file of a release with its schema and licence.</summary>
    public static object Package(PublishedRelease release, IEnumerable<Table> tables) => new
    {
        profile = "tabular-data-package",
        name = $"ptce-{release.Year}-{release.Number}",
        title = $"Les PTCE en {release.Year}, édition {release.Name}",
        version = release.Name,
        licenses = new[] { new { name = Licence, path = LicencePath } },
        digest = "sha256:" + release.Digest,
        resources = tables
            .Select(table => (object)new { profile = "tabular-data-resource", name = table.Code.ToLowerInvariant(), title = table.Title.Fr, path = $"tables/{table.Code}.csv", encoding = "utf-8", schema = OfCells })
            .Append(new { profile = "tabular-data-resource", name = "indicators", title = "Indicateurs I01 à I18", path = "indicators.csv", encoding = "utf-8", schema = OfFigures }),
    };

    private static object Schema(IReadOnlyList<SchemaField> fields, string[] key) => new { fields, primaryKey = key, missingValues = (string[])[""] };
}
