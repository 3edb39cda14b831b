using Microsoft.EntityFrameworkCore;
using Ptce.Grid.Definitions;
using Ptce.ServiceDefaults.Access;
using Ptce.ServiceDefaults.Http;
using Ptce.ServiceDefaults.Problems;
using Ptce.Survey.Editions.XlsForm;
using Ptce.Survey.Storage;

namespace Ptce.Survey.Editions;

/// <summary>Use cases: take a section's version as an XLSForm workbook, and bring a workbook back into a draft.</summary>
internal static class ExchangeWorkbook
{
    /// <summary>Largest workbook accepted, in bytes.</summary>
    public const int LargestFile = 8 * 1024 * 1024;

    private const string MediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public static async Task<IResult> ExportAsync(string section, int number, Caller caller, HttpContext http, SurveyDb db, CancellationToken ct)
    {
        var row = await db.GridSections.AsNoTracking().SingleOrDefaultAsync(row => row.Section == section && row.Number == number, ct);
        if (row is null || (row.Status is EditionStatus.Draft && !caller.Can(Permissions.EditionsManage)))
            return GridProblems.SectionNotFound.With();
        using var file = new MemoryStream();
        WriteXlsForm.Of(row.Read()).Write(file);
        Preconditions.SetETag(http, row.Version);
        return Results.File(file.ToArray(), MediaType, $"ptce-{section}-{number}.xlsx");
    }

    public static async Task<IResult> ImportAsync(string section, int number, HttpContext http, SurveyDb db, CancellationToken ct)
    {
        if (await ReadAsync(http.Request.Body, ct) is not { } file)
            return RequestProblems.TooLarge.With();
        var reading = ReadXlsForm.Of(file, section, number, "survey");
        if (reading.Section is null)
            return GridProblems.BrokenWorkbook.With([.. reading.Errors.Select(Field)]);
        var answer = await EditSection.WriteAsync(section, number, reading.Section, http, db, ct);
        return answer is ProblemResult ? answer : Results.Ok(new { section, number, items = reading.Section.AllItems().Count(), warnings = reading.Warnings });
    }

    private static async Task<byte[]?> ReadAsync(Stream body, CancellationToken ct)
    {
        using var file = new MemoryStream();
        var buffer = new byte[81920];
        int read;
        while ((read = await body.ReadAsync(buffer, ct)) > 0)
        {
            file.Write(buffer, 0, read);
            if (file.Length > LargestFile)
                return null;
        }
        return file.ToArray();
    }

    private static FieldError Field(XlsFormIssue issue) => new(issue.Code, new LocalText(issue.Message.Fr, issue.Message.En), new LocalText(issue.Remedy.Fr, issue.Remedy.En))
    {
        Sheet = issue.Sheet,
        Line = issue.Row,
        Column = issue.Column,
        Value = issue.Value,
    };
}
