using Microsoft.EntityFrameworkCore;
using Ptce.ServiceDefaults.Access;
using Ptce.ServiceDefaults.Http;
using Ptce.Survey.Dossiers;
using Ptce.Survey.Sections;
using Ptce.Survey.Storage;

namespace Ptce.Survey.Answers;

/// <summary>One line of an answer's history.</summary>
internal sealed record HistoryView(Guid Change, string Outcome, AnswerView Answer);

/// <summary>Use case: every change of one answer, newest first.</summary>
internal static class ShowHistory
{
    public static async Task<IResult> HandleAsync(Guid id, string item, Guid? row, int? limit, string? cursor, Caller caller, DossierDesk desk, OwnSections own, SurveyDb db, CancellationToken ct)
    {
        if (await desk.FindAsync(id, caller, Permissions.DossiersRead, ct) is not { Dossier: var dossier })
            return DossierProblems.NotFound.With();
        foreach (var section in dossier.Sections.Where(s => s.Owner == OwnSections.Owner))
        {
            if ((await own.IndexAsync(section, ct)).Find(item) is null)
                continue;
            var size = Page.Size(limit);
            var before = Page.After<long?>(cursor) ?? long.MaxValue;
            var batches = await db.Batches.AsNoTracking()
                .Where(b => b.DossierId == id && b.Section == section.Section && b.Position < before)
                .OrderByDescending(b => b.Position).ToListAsync(ct);
            var lines = batches
                .SelectMany(b => b.Read().Where(e => e.Item == item && e.Row == row).Reverse(), (b, e) => (b.Position, Line: new HistoryView(
                    e.Change, e.Outcome, AnswerView.Of(e.Item, e.Row, e.Revision, e.Content, b.By, b.At))))
                .ToList();
            // A page ends with a whole batch: a cursor inside one would lose its other lines.
            var last = lines.Count > size ? lines[size - 1].Position : 0;
            var page = last == 0 ? lines : [.. lines.TakeWhile(l => l.Position >= last)];
            return Results.Ok(Page.Of([.. page, .. lines.Skip(page.Count).Take(1)], page.Count, l => l.Position, l => l.Line));
        }
        return DossierProblems.SectionNotFound.With();
    }
}
