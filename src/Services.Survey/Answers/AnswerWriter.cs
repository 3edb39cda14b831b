using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Ptce.Survey.Checks;
using Ptce.Survey.Dossiers;
using Ptce.Survey.Sections;
using Ptce.Survey.Storage;

namespace Ptce.Survey.Answers;

/// <summary>
/// The write path of answers, in one place: sheets that changed, their history, the counts on the section and what the dossier has to announce are
/// one commit. When two writers meet, the later one starts again from what the first one stored.
/// </summary>
internal sealed class AnswerWriter(SurveyDb db, DossierDesk desk, OwnSections own, TimeProvider time)
{
    /// <summary>Runs a change on the sheets of a dossier and commits it.</summary>
    /// <param name="dossierId">Dossier; the caller's right was checked.</param>
    /// <param name="by">Who.</param>
    /// <param name="change">Works on the open sheets; run again from scratch when another writer came first.</param>
    /// <param name="ct">Cancels before the commit.</param>
    public async Task<T?> WriteAsync<T>(Guid dossierId, string by, Func<OpenDossier, OpenSheets, DateTime, Task<T>> change, CancellationToken ct) where T : class
    {
        for (var attempt = 1; ; attempt++)
        {
            db.ChangeTracker.Clear();
            if (await desk.FindAsync(dossierId, ct) is not { } open)
                return null;
            var now = time.GetUtcNow().UtcDateTime;
            var sheets = new OpenSheets(db, own, open.Dossier);
            var result = await change(open, sheets, now);
            if (!StoreChanged(open, sheets, by, now))
                return result;
            await desk.AnnounceAsync(open, ct);
            try
            {
                await db.SaveChangesAsync(ct);
                return result;
            }
            catch (DbUpdateException e) when (attempt < Collisions.Attempts && Collisions.Is(e))
            {
                // Somebody else wrote first.
            }
        }
    }

    private bool StoreChanged(OpenDossier open, OpenSheets sheets, string by, DateTime now)
    {
        var changed = false;
        foreach (var changedSheet in sheets.Changed())
        {
            var (section, index, sheet, content, projects) = changedSheet;
            changed = true;
            if (db.Entry(sheet).State == EntityState.Detached)
                db.Sheets.Add(sheet);
            sheet.Write(content);
            db.Batches.Add(new AnswerBatch
            {
                DossierId = open.Dossier.Id,
                Section = section.Section,
                Revision = sheet.Revision,
                By = by,
                At = now,
                Entries = JsonSerializer.Serialize(changedSheet.Entries, SheetContent.Json),
            });
            var found = SheetChecks.Run(new SheetContext(index, content, open.Campaign.ReferenceDate, sheet.LastYear, projects));
            open.Dossier.Learn(section, new SectionCounts(sheet.Revision, found.Blocking, found.Warnings, found.Answered, found.Expected, found.Complete));
        }
        return changed;
    }
}
