using Microsoft.EntityFrameworkCore;
using Ptce.Grid.Definitions;
using Ptce.ServiceDefaults.Access;
using Ptce.ServiceDefaults.Http;
using Ptce.ServiceDefaults.Problems;
using Ptce.Survey.Dossiers;
using Ptce.Survey.Storage;

namespace Ptce.Survey.DataNotes;

/// <summary>A note as sent.</summary>
internal sealed record NoteRequest(Guid Id, string Section, string? Item, LocalizedText Text);

/// <summary>A note as read.</summary>
internal sealed record NoteView(Guid Id, string Section, string? Item, LocalizedText Text, string By, DateTime At, DateTime? WithdrawnAt)
{
    public static NoteView Of(DataNote n) => new(n.Id, n.Section, n.Item, n.Text, n.By, n.At, n.WithdrawnAt);
}

/// <summary>Use cases: write, read and withdraw data notes.</summary>
internal static class DataNoteUseCases
{
    private const int LongestText = 2000;

    private static readonly Problem NotFound = new("survey.data-note.not-found", 404, fr: "Cette note n'existe pas.", en: "There is no such note.");

    private static readonly Problem Different = new("survey.data-note.different", 409,
        fr: "Cet identifiant a déjà servi pour une autre note.", en: "This id was used for another note.");

    private static readonly Problem NoText = new("survey.data-note.no-text", 422,
        fr: "Écrivez la note en français et en anglais, 2000 caractères au plus chacune.", en: "Write the note in French and in English, at most 2000 characters each.");

    public static async Task<IResult> ListAsync(Guid id, Caller caller, DossierDesk desk, SurveyDb db, CancellationToken ct)
    {
        if (await desk.FindAsync(id, caller, Permissions.DossiersRead, ct) is null)
            return DossierProblems.NotFound.With();
        var notes = await db.DataNotes.AsNoTracking().Where(n => n.DossierId == id).OrderBy(n => n.At).ThenBy(n => n.Id).ToListAsync(ct);
        return Results.Ok(new Page<NoteView>([.. notes.Select(NoteView.Of)], null));
    }

    public static async Task<IResult> WriteAsync(Guid id, NoteRequest request, Caller caller, DossierDesk desk, SurveyDb db, TimeProvider time, CancellationToken ct)
    {
        if (!request.Text.IsComplete || request.Text.Fr.Length > LongestText || request.Text.En.Length > LongestText)
            return NoText.With();
        return await desk.ChangeAsync(id, caller, Permissions.DossiersReview, async open =>
        {
            if (open.Dossier.Section(request.Section) is null)
                return DossierProblems.SectionNotFound.With();
            if (await db.DataNotes.FindAsync([request.Id], ct) is { } known)
                return (known.DossierId, known.Section, known.Item, known.Text) == (id, request.Section, request.Item, request.Text) ? Results.Ok(NoteView.Of(known)) : Different.With();
            if (open.Dossier.IsSigned)
                return DossierProblems.Signed.With();
            var note = new DataNote { Id = request.Id, DossierId = id, Section = request.Section, Item = request.Item, Text = request.Text, By = caller.Subject, At = time.GetUtcNow().UtcDateTime };
            db.DataNotes.Add(note);
            open.Dossier.Touch();
            return Results.Ok(NoteView.Of(note));
        }, ct);
    }

    public static Task<IResult> WithdrawAsync(Guid id, Guid noteId, Caller caller, DossierDesk desk, SurveyDb db, TimeProvider time, CancellationToken ct) =>
        desk.ChangeAsync(id, caller, Permissions.DossiersReview, async open =>
        {
            if (await db.DataNotes.SingleOrDefaultAsync(n => n.Id == noteId && n.DossierId == id, ct) is not { } note)
                return NotFound.With();
            if (open.Dossier.IsSigned)
                return DossierProblems.Signed.With();
            note.Withdraw(time.GetUtcNow().UtcDateTime);
            open.Dossier.Touch();
            return Results.Ok(NoteView.Of(note));
        }, ct);
}
