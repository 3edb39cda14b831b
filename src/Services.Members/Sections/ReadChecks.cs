using Microsoft.EntityFrameworkCore;
using Ptce.Members.Storage;
using Ptce.ServiceDefaults.Problems;

namespace Ptce.Members.Sections;

internal sealed record FindingView(string Code, string Severity, string? Subject, string Message, string Remedy);

/// <summary>The checks of a pole's section for a campaign.</summary>
internal sealed record ChecksView(Guid? Dossier, int Year, DateOnly ReferenceDate, long Revision, IReadOnlyList<FindingView> Findings, int Blocking, int Warnings, int Answered, int Expected, bool Complete);

/// <summary>Reads the checks of a pole's morphology for the open dossier of a year.</summary>
internal static class ReadChecks
{
    public static async Task<IResult> HandleAsync(string key, int year, MembersDb db, HttpContext http, CancellationToken ct)
    {
        if (await db.Dossiers.AsNoTracking().Where(d => d.PoleKey == key && d.Year == year).OrderByDescending(d => d.DossierId).FirstOrDefaultAsync(ct) is not { } dossier)
            return RequestProblems.NotFound.With();
        var language = Languages.Of(http.Request);
        var morphology = await PoleMorphology.ReadAsync(db, key, year, dossier.FiscalYear, dossier.SectionVersion, ct);
        var outcome = SectionChecks.Run(morphology, dossier.ReferenceDate);
        var findings = outcome.Findings.Select(f => new FindingView(f.Rule.Code, f.Blocking ? "error" : "warning", f.Subject,
            language == "en" ? f.Rule.En : f.Rule.Fr, language == "en" ? f.Rule.RemedyEn : f.Rule.RemedyFr));
        return Results.Ok(new ChecksView(dossier.DossierId, year, dossier.ReferenceDate, morphology.Revision, [.. findings], outcome.Blocking, outcome.Warnings, outcome.Answered, outcome.Expected, outcome.Complete));
    }
}
