using Microsoft.EntityFrameworkCore;
using Ptce.Grid.Definitions;
using Ptce.ServiceDefaults.Access;
using Ptce.ServiceDefaults.Http;
using Ptce.ServiceDefaults.Problems;
using Ptce.Survey.Editions.Storage;
using Ptce.Survey.Storage;

namespace Ptce.Survey.Editions;

/// <summary>An edition as sent.</summary>
internal sealed record EditionRequest(string Key, LocalizedText Label, LocalizedText? Note, IReadOnlyList<PinnedSection> Sections)
{
    public EditionDefinition Definition() => new() { Key = Key, Label = Label, Note = Note, Sections = Sections };
}

/// <summary>Editions that the published one replaces for new campaigns.</summary>
internal sealed record Publication(IReadOnlyList<string>? Supersedes);

/// <summary>Use cases: read editions, prepare one, change the draft, publish it.</summary>
internal static class EditEdition
{
    private static readonly string[] Sections = ["morphology", "cooperation", "governance", "economics", "impacts"];

    public static async Task<IResult> ListAsync(Caller caller, SurveyDb db, CancellationToken ct)
    {
        var rows = await Visible(db, caller).OrderBy(row => row.Key).ToListAsync(ct);
        return Results.Ok(new Page<EditionView>([.. rows.Select(EditionView.Of)], null));
    }

    public static async Task<IResult> ShowAsync(string key, Caller caller, HttpContext http, SurveyDb db, CancellationToken ct)
    {
        if (await Visible(db, caller).SingleOrDefaultAsync(row => row.Key == key, ct) is not { } row)
            return GridProblems.EditionNotFound.With();
        Preconditions.SetETag(http, row.Version);
        return Results.Ok(EditionView.Of(row));
    }

    public static async Task<IResult> CreateAsync(EditionRequest request, Caller caller, HttpContext http, SurveyDb db, TimeProvider time, CancellationToken ct)
    {
        if (await RefusalAsync(request, db, ct) is { } refused)
            return refused;
        if (await db.GridEditions.FindAsync([request.Key], ct) is { } known)
        {
            var same = GridJson.Write(known.Read() with { Status = EditionStatus.Draft }) == GridJson.Write(request.Definition());
            return same ? Answer(http, known) : GridProblems.EditionExists.With();
        }
        var draft = new KeptEdition { Key = request.Key, CreatedBy = caller.Subject, CreatedAt = time.GetUtcNow().UtcDateTime };
        draft.Write(request.Definition());
        db.GridEditions.Add(draft);
        await db.SaveChangesAsync(ct);
        Preconditions.SetETag(http, draft.Version);
        return Results.Created($"/api/survey/editions/{draft.Key}", EditionView.Of(draft));
    }

    public static async Task<IResult> ChangeAsync(string key, EditionRequest request, HttpContext http, SurveyDb db, CancellationToken ct)
    {
        if (await db.GridEditions.FindAsync([key], ct) is not { } draft)
            return GridProblems.EditionNotFound.With();
        if (draft.Status is not EditionStatus.Draft)
            return GridProblems.EditionPublished.With();
        if (Preconditions.Check(http, draft.Version, EditionView.Of(draft), request) is { } stale)
            return stale;
        if (await RefusalAsync(request with { Key = key }, db, ct) is { } refused)
            return refused;
        draft.Write((request with { Key = key }).Definition());
        await db.SaveChangesAsync(ct);
        return Answer(http, draft);
    }

    public static async Task<IResult> PublishAsync(string key, Publication? publication, HttpContext http, SurveyDb db, PublishedGrid grid, TimeProvider time, CancellationToken ct)
    {
        if (await db.GridEditions.FindAsync([key], ct) is not { } draft)
            return GridProblems.EditionNotFound.With();
        if (draft.Status is not EditionStatus.Draft)
            return Answer(http, draft);
        if (Preconditions.Check(http, draft.Version, EditionView.Of(draft)) is { } stale)
            return stale;
        var unpublished = await UnpublishedAsync(draft.Read(), db, ct);
        if (unpublished.Count > 0)
            return GridProblems.EditionBroken.With(unpublished);
        draft.Publish(time.GetUtcNow().UtcDateTime);
        foreach (var replaced in publication?.Supersedes ?? [])
        {
            if (await db.GridEditions.FindAsync([replaced], ct) is not { } earlier)
                return GridProblems.EditionNotFound.With();
            earlier.Supersede();
        }
        await db.SaveChangesAsync(ct);
        grid.Forget();
        return Answer(http, draft);
    }

    private static IResult Answer(HttpContext http, KeptEdition row)
    {
        Preconditions.SetETag(http, row.Version);
        return Results.Ok(EditionView.Of(row));
    }

    private static async Task<ProblemResult?> RefusalAsync(EditionRequest request, SurveyDb db, CancellationToken ct)
    {
        var errors = new List<FieldError>();
        if (request.Key.Length is 0 or > 40 || request.Key.Any(c => !char.IsAsciiLetterOrDigit(c) && c != '-'))
            errors.Add(Error("key", "/key", request.Key, "La clé ne contient que lettres, chiffres et tirets, 40 au plus.", "The key has letters, digits and hyphens only, 40 at most."));
        if (!request.Label.IsComplete || request.Note is { IsComplete: false })
            errors.Add(Error("label", "/label", null, "Le titre et la note sont donnés en français et en anglais.", "Title and note are given in French and in English."));
        if (request.Sections.Count == 0 || request.Sections.Select(pin => pin.Section).Distinct(StringComparer.Ordinal).Count() != request.Sections.Count)
            errors.Add(Error("sections", "/sections", null, "L'édition épingle au moins une rubrique, et chacune une seule fois.", "The edition pins at least one section, and each only once."));
        var known = await db.GridSections.AsNoTracking().Select(row => new { row.Section, row.Number, row.Owner }).ToListAsync(ct);
        for (var i = 0; i < request.Sections.Count; i++)
        {
            var pin = request.Sections[i];
            // The versions of other owners' sections are theirs to know.
            var exists = pin.Owner == "survey" ? known.Any(row => row.Section == pin.Section && row.Number == pin.Version && row.Owner == "survey") : Sections.Contains(pin.Section) && pin.Version >= 1 && known.Any(row => row.Section == pin.Section && row.Owner == pin.Owner);
            if (!exists)
                errors.Add(Error("pin", $"/sections/{i}", $"{pin.Section} {pin.Version} {pin.Owner}", "Cette version de rubrique n'existe pas chez ce service.", "This service has no such section version."));
        }
        return errors.Count == 0 ? null : GridProblems.EditionBroken.With(errors);
    }

    private static async Task<List<FieldError>> UnpublishedAsync(EditionDefinition edition, SurveyDb db, CancellationToken ct)
    {
        var drafts = await db.GridSections.AsNoTracking().Where(row => row.Status == EditionStatus.Draft).Select(row => new { row.Section, row.Number }).ToListAsync(ct);
        return [.. edition.Sections.Where(pin => drafts.Any(draft => draft.Section == pin.Section && draft.Number == pin.Version))
            .Select(pin => Error("draft-pinned", "/sections", $"{pin.Section} {pin.Version}", "Cette version de rubrique est encore un brouillon.", "This section version is still a draft."))];
    }

    private static FieldError Error(string reason, string pointer, string? value, string fr, string en) =>
        new($"survey.edition.{reason}", new LocalText(fr, en)) { Pointer = pointer, Value = value };

    private static IQueryable<KeptEdition> Visible(SurveyDb db, Caller caller)
    {
        var all = db.GridEditions.AsNoTracking();
        return caller.Can(Permissions.EditionsManage) ? all : all.Where(row => row.Status != EditionStatus.Draft);
    }
}
