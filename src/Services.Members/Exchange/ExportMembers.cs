using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using CsvHelper;
using Microsoft.EntityFrameworkCore;
using MiniExcelLibs;
using Ptce.Members.Figures;
using Ptce.Members.Memberships;
using Ptce.Members.Organisations;
using Ptce.Members.Storage;
using Ptce.ServiceDefaults.Problems;

namespace Ptce.Members.Exchange;

/// <summary>Exports a pole's members in the columns of the import: what comes out goes in again and changes nothing.</summary>
internal static class ExportMembers
{
    private const string Workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public static async Task<IResult> HandleAsync(string key, string? format, int? year, DateOnly? at, MembersDb db, CancellationToken ct)
    {
        if (!await db.Poles.AnyAsync(p => p.Key == key, ct))
            return RequestProblems.NotFound.With();
        var rows = await RowsAsync(db, key, year, at, ct);
        var file = format == "xlsx" ? Xlsx(rows) : Csv(rows);
        return Results.File(file, format == "xlsx" ? Workbook : "text/csv; charset=utf-8", $"membres-{key}.{(format == "xlsx" ? "xlsx" : "csv")}");
    }

    private static async Task<List<Dictionary<Column, string>>> RowsAsync(MembersDb db, string key, int? year, DateOnly? at, CancellationToken ct)
    {
        var members = await (from membership in db.Memberships.AsNoTracking()
                             join organisation in db.Organisations.AsNoTracking() on membership.OrganisationId equals organisation.Id
                             where membership.PoleKey == key
                             orderby organisation.SortName, organisation.Id
                             select new { membership, organisation }).ToListAsync(ct);
        var belongings = (await db.Belongings.AsNoTracking().Where(b => b.PoleKey == key).Known(null).Holding(at).ToListAsync(ct)).ToLookup(b => b.MembershipId);
        var criteria = (await db.Criteria.AsNoTracking().Where(c => c.PoleKey == key).Known(null).ToListAsync(ct)).ToLookup(c => c.MembershipId);
        var figures = (await db.Figures.AsNoTracking().Where(f => f.PoleKey == key && (year == null || f.Year == year)).OrderBy(f => f.Year).ToListAsync(ct)).ToLookup(f => f.OrganisationId);
        var rows = new List<Dictionary<Column, string>>();
        foreach (var member in members)
        {
            var periods = belongings[member.membership.Id].OrderBy(b => b.Entry ?? DateOnly.MinValue).ToList();
            var years = figures[member.organisation.Id].ToList();
            if (periods.Count == 0)
                continue;
            // As many lines as the member has periods or years, whichever is more.
            for (var i = 0; i < Math.Max(periods.Count, years.Count); i++)
                rows.Add(Row(key, member.organisation, member.membership, criteria[member.membership.Id], i < periods.Count ? periods[i] : null, i < years.Count ? years[i] : null));
        }
        return rows;
    }

    private static Dictionary<Column, string> Row(string key, Organisation organisation, Membership membership, IEnumerable<Criterion> criteria, Belonging? period, YearlyFigures? figures)
    {
        var row = new Dictionary<Column, string> { [Columns.Pole] = key };
        if (organisation.Facts.Code is { } code && code.Pole == key)
            row[Columns.Code] = code.Code;
        Fill(row, Columns.Organisation, JsonSerializer.SerializeToNode(organisation.Facts, Json.Options)!.AsObject());
        row[Columns.Founder] = Flag(membership.Founder);
        row[Columns.Lead] = Flag(membership.Lead);
        row[Columns.Criteria] = string.Join('|', criteria.Select(c => c.Code).Distinct().Order(StringComparer.Ordinal));
        if (period is not null)
        {
            row[Columns.Circle] = period.Circle;
            row[Columns.Entry] = Date(period.Entry);
            row[Columns.Exit] = Date(period.Exit);
        }
        if (figures is not null)
        {
            row[Columns.Year] = figures.Year.ToString(CultureInfo.InvariantCulture);
            Fill(row, Columns.Figures, JsonSerializer.SerializeToNode(figures.Facts, Json.Options)!.AsObject());
        }
        row[Columns.Provenance] = figures?.Facts.Provenance ?? period?.Provenance ?? membership.Provenance;
        row[Columns.Source] = figures?.Facts.Source ?? membership.Source ?? "";
        return row;
    }

    private static void Fill(Dictionary<Column, string> row, IEnumerable<Column> columns, JsonObject facts)
    {
        foreach (var column in columns)
        {
            if (facts[column.Field] is { } value)
                row[column] = Text(column, value);
        }
    }

    private static string Text(Column column, JsonNode value) => column.Field switch
    {
        "legalCategories" => value.AsArray().OrderBy(c => (string?)c!["from"] ?? "", StringComparer.Ordinal).Select(c => (string)c!["code"]!).LastOrDefault() ?? "",
        "labels" => string.Join('|', value.AsArray().Where(l => l!["to"] is null).Select(l => (string)l!["label"]!).Distinct()),
        "naf" => value.AsArray().Select(n => $"{n!["nomenclature"]}:{n["code"]}").LastOrDefault() ?? "",
        _ when value is JsonArray list => string.Join('|', list.Select(v => (string)v!)),
        _ when value.GetValueKind() is JsonValueKind.True or JsonValueKind.False => Flag((bool)value),
        _ => value.ToString(),
    };

    private static byte[] Csv(List<Dictionary<Column, string>> rows)
    {
        using var stream = new MemoryStream();
        // Spreadsheets take a file without a byte order mark for Windows-1252.
        using (var csv = CsvWriter.Create(stream, CsvWriterOptions.Default with { Separator = ';', WriteByteOrderMark = true }, leaveOpen: true))
        {
            foreach (var column in Columns.All)
                csv.WriteField(column.Name);
            csv.EndRecord();
            foreach (var row in rows)
            {
                foreach (var column in Columns.All)
                    csv.WriteField(Guard.Text(row.GetValueOrDefault(column, "")));
                csv.EndRecord();
            }
        }
        return stream.ToArray();
    }

    private static byte[] Xlsx(List<Dictionary<Column, string>> rows)
    {
        using var stream = new MemoryStream();
        IEnumerable<Dictionary<string, object>> sheet = rows.Count > 0
            ? rows.Select(row => Columns.All.ToDictionary(c => c.Name, c => (object)Guard.Text(row.GetValueOrDefault(c, ""))))
            : [Columns.All.ToDictionary(c => c.Name, _ => (object)"")];
        MiniExcel.SaveAs(stream, sheet, sheetName: "membres");
        return stream.ToArray();
    }

    private static string Flag(bool flag) => flag ? "oui" : "non";

    private static string Date(DateOnly? date) => date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}
