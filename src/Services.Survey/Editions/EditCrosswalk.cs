using Ptce.Grid.Definitions;
using Ptce.ServiceDefaults.Http;
using Ptce.ServiceDefaults.Problems;
using Ptce.Survey.Editions.Storage;
using Ptce.Survey.Storage;

namespace Ptce.Survey.Editions;

/// <summary>Lines of a crosswalk as sent.</summary>
internal sealed record CrosswalkRequest(IReadOnlyList<CrosswalkEntry> Entries);

/// <summary>A crosswalk as read; <paramref name="Written"/> false when it was derived from the definitions.</summary>
internal sealed record CrosswalkView(string From, string To, bool Written, long Version, IReadOnlyList<CrosswalkEntry> Entries);

/// <summary>Use cases: read what compares between two editions, and write it where the definitions alone say too little.</summary>
internal static class EditCrosswalk
{
    public static async Task<IResult> ShowAsync(string from, string to, HttpContext http, SurveyDb db, PublishedGrid grid, CancellationToken ct)
    {
        if ((await grid.ReadAsync(ct)).Crosswalk(from, to) is not { } crosswalk)
            return GridProblems.EditionNotFound.With();
        var row = await db.GridCrosswalks.FindAsync([from, to], ct);
        Preconditions.SetETag(http, row?.Version ?? 0);
        return Results.Ok(new CrosswalkView(from, to, row is not null, row?.Version ?? 0, (row?.Read() ?? crosswalk).Entries));
    }

    public static async Task<IResult> WriteAsync(string from, string to, CrosswalkRequest request, HttpContext http, SurveyDb db, PublishedGrid grid, CancellationToken ct)
    {
        var catalogue = await grid.ReadAsync(ct);
        if (catalogue.Edition(from) is not { } before || catalogue.Edition(to) is not { } after)
            return GridProblems.EditionNotFound.With();
        var row = await db.GridCrosswalks.FindAsync([from, to], ct);
        if (Preconditions.Check(http, row?.Version ?? 0, row?.Read()) is { } stale)
            return stale;
        var errors = request.Entries.SelectMany((entry, at) => Faults(entry, at, catalogue, before, after)).ToList();
        if (errors.Count > 0)
            return GridProblems.CrosswalkBroken.With(errors);
        if (row is null)
            db.GridCrosswalks.Add(row = new KeptCrosswalk { From = from, To = to });
        row.Write(new Crosswalk(from, to, request.Entries));
        await db.SaveChangesAsync(ct);
        grid.Forget();
        Preconditions.SetETag(http, row.Version);
        return Results.Ok(new CrosswalkView(from, to, true, row.Version, request.Entries));
    }

    private static IEnumerable<FieldError> Faults(CrosswalkEntry entry, int at, GridCatalogue catalogue, EditionDefinition before, EditionDefinition after)
    {
        if (entry.From is null && entry.To is null)
            yield return Error("empty", at, null, "La ligne ne nomme aucun item.", "The line names no item.");
        if (entry.From is { } from && !Has(catalogue, before, entry.Section, from))
            yield return Error("from", at, from, "L'édition de départ n'a pas cet item.", "The earlier edition has no such item.");
        if (entry.To is { } to && !Has(catalogue, after, entry.Section, to))
            yield return Error("to", at, to, "L'édition d'arrivée n'a pas cet item.", "The later edition has no such item.");
        if (entry.Comparability is not Comparability.Comparable && entry.Note is not { IsComplete: true })
            yield return Error("note", at, null, "Dites pourquoi, en français et en anglais.", "Say why, in French and in English.");
        if (entry.Comparability is not Comparability.NotComparable && (entry.From is null || entry.To is null))
            yield return Error("one-sided", at, entry.From ?? entry.To, "Un item nouveau ou retiré ne se compare pas.", "A new or retired item does not compare.");
    }

    // The fields of typed records are their owner's: any name goes.
    private static bool Has(GridCatalogue catalogue, EditionDefinition edition, string section, string item) =>
        catalogue.SectionOf(edition.Key, section) is { } definition && (definition.Find(item) is not null || definition.Records.Any(record => item == record.Key || item.StartsWith(record.Key + ".", StringComparison.Ordinal)));

    private static FieldError Error(string reason, int at, string? value, string fr, string en) =>
        new($"survey.crosswalk.{reason}", new LocalText(fr, en)) { Pointer = $"/entries/{at}", Value = value };
}
