using Microsoft.EntityFrameworkCore;
using Ptce.ServiceDefaults.Access;
using Ptce.ServiceDefaults.Http;
using Ptce.ServiceDefaults.Problems;
using Ptce.Survey.Answers;
using Ptce.Survey.Checks;
using Ptce.Survey.Sections;
using Ptce.Survey.SignOff;
using Ptce.Survey.Storage;

namespace Ptce.Survey.Dossiers;

/// <summary>Use case: everything a dossier's page needs, in one call.</summary>
internal static class ShowDossier
{
    public static async Task<IResult> HandleAsync(Guid id, Caller caller, HttpContext http, DossierDesk desk, OwnSections own, SurveyDb db, CancellationToken ct)
    {
        db.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;
        if (await desk.FindAsync(id, caller, Permissions.DossiersRead, ct) is not { } open)
            return DossierProblems.NotFound.With();
        var (campaign, dossier, _) = open;
        var sheets = await db.Sheets.Where(s => s.DossierId == id).ToDictionaryAsync(s => s.Section, StringComparer.Ordinal, ct);
        var name = await db.Poles.Where(p => p.PoleKey == dossier.PoleKey).Select(p => p.Name).SingleOrDefaultAsync(ct);
        var language = Languages.Of(http.Request);
        var sections = new List<SectionView>();
        foreach (var section in dossier.Sections.OrderBy(s => s.Section, StringComparer.Ordinal))
        {
            if (section.Owner != OwnSections.Owner)
            {
                sections.Add(View(section, null, null, language));
                continue;
            }
            var context = await own.ContextAsync(await own.IndexAsync(section, ct), sheets.GetValueOrDefault(section.Section), id, campaign, ct);
            sections.Add(View(section, context.Sheet, SheetChecks.Run(context), language));
        }
        Preconditions.SetETag(http, dossier.Version);
        return Results.Ok(new DossierView(dossier.Id, campaign.Id, campaign.Year, campaign.Edition, dossier.PoleKey, name, dossier.State.Name(), campaign.ReferenceDate,
            campaign.FiscalYear, campaign.Demonstration, sections, Candidate(dossier.Candidate), dossier.SignedVersion == 0 ? null : dossier.SignedVersion,
            dossier.Reopened, dossier.ReopenedReason, dossier.OpenQueries, dossier.Version));
    }

    private static SectionView View(SectionOfDossier s, SheetContent? content, SheetFindings? found, string language) => new(
        s.Section, s.DefinitionVersion, s.Owner, s.State.Name(), s.Revision, s.Answered, s.Expected, s.Blocking, s.Warnings, s.Complete, s.Reason,
        content is null ? null : [.. content.Cells.Select(AnswerView.Of)],
        content is null ? null : [.. content.Cells.SelectMany(ConflictView.Of)],
        found is null ? null : [.. found.Findings.Select(f => new FindingView(f.Rule, f.Blocking, f.Item, f.Row, f.Message.In(language), f.IsAnswered))]);

    private static CandidateLine? Candidate(Candidate? candidate) =>
        candidate is null ? null : new CandidateLine(candidate.Attempt, candidate.State.Name(), candidate.Digest, candidate.Reason);
}
