using Microsoft.EntityFrameworkCore;
using Ptce.Messaging.Storage;
using Ptce.ServiceDefaults.Access;
using Ptce.ServiceDefaults.Http;
using Ptce.ServiceDefaults.Problems;
using Ptce.Survey.Dossiers;
using Ptce.Survey.Storage;

namespace Ptce.Survey.Interviews;

/// <summary>
/// An interview (entretien). Two per dossier as a rule: the first collects, the second completes and validates. Participants and notes are for those who
/// may read the dossier; they go into no signed content, event or log.
/// </summary>
internal sealed class Interview : IVersioned
{
    /// <summary>Made by the client.</summary>
    public required Guid Id { get; init; }

    public required Guid DossierId { get; init; }

    /// <summary>1 collects, 2 completes and validates; more where needed.</summary>
    public required int Number { get; set; }

    public required DateOnly Date { get; set; }

    public required IReadOnlyList<string> Participants { get; set; }

    public required string Notes { get; set; }

    /// <summary>Documents received, by evidence id.</summary>
    public required IReadOnlyList<Guid> Documents { get; set; }

    public required string By { get; set; }

    public long Version { get; private set; }
}

internal static class InterviewModel
{
    public static void Map(ModelBuilder model) => model.Entity<Interview>(e =>
    {
        e.ToTable("interviews").HasKey(i => i.Id);
        e.Property(i => i.Id).ValueGeneratedNever();
        e.Property(i => i.Participants).IsJson();
        e.Property(i => i.Documents).IsJson();
        e.Property(i => i.By).IsKeyText(200);
        e.HasOne<Dossier>().WithMany().HasForeignKey(i => i.DossierId).OnDelete(DeleteBehavior.Restrict);
        e.HasIndex(i => i.DossierId);
    });
}

/// <summary>An interview as sent.</summary>
internal sealed record InterviewRequest(int Number, DateOnly Date, IReadOnlyList<string>? Participants, string? Notes, IReadOnlyList<Guid>? Documents);

/// <summary>An interview as read.</summary>
internal sealed record InterviewView(Guid Id, int Number, DateOnly Date, IReadOnlyList<string> Participants, string Notes, IReadOnlyList<Guid> Documents, string By, long Version)
{
    public static InterviewView Of(Interview i) => new(i.Id, i.Number, i.Date, i.Participants, i.Notes, i.Documents, i.By, i.Version);
}

/// <summary>Use cases: write down and read interviews.</summary>
internal static class InterviewUseCases
{
    private static readonly Problem Invalid = new("survey.interview.invalid", 422,
        fr: "Un entretien a un numéro de 1 à 9, au plus 50 participants de 200 caractères et 20 000 caractères de notes ; les documents sont des pièces du dossier.",
        en: "An interview has a number from 1 to 9, at most 50 participants of 200 characters and 20,000 characters of notes; documents are evidence of the dossier.");

    public static async Task<IResult> ListAsync(Guid id, Caller caller, DossierDesk desk, SurveyDb db, CancellationToken ct)
    {
        if (await desk.FindAsync(id, caller, Permissions.DossiersRead, ct) is null)
            return DossierProblems.NotFound.With();
        var interviews = await db.Interviews.AsNoTracking().Where(i => i.DossierId == id).OrderBy(i => i.Number).ThenBy(i => i.Date).ToListAsync(ct);
        return Results.Ok(new Page<InterviewView>([.. interviews.Select(InterviewView.Of)], null));
    }

    public static Task<IResult> PutAsync(Guid id, Guid interviewId, InterviewRequest request, Caller caller, HttpContext http, DossierDesk desk, SurveyDb db, CancellationToken ct) =>
        desk.ChangeAsync(id, caller, Permissions.DossiersReview, async _ =>
        {
            var documents = (request.Documents ?? []).Distinct().ToList();
            if (request.Number is < 1 or > 9 || request.Participants is { } people && (people.Count > 50 || people.Any(p => p is not { Length: > 0 and <= 200 })) || request.Notes?.Length > 20_000
                || await db.Evidence.CountAsync(f => f.DossierId == id && documents.Contains(f.Id), ct) != documents.Count)
                return Invalid.With();
            var known = await db.Interviews.SingleOrDefaultAsync(i => i.Id == interviewId && i.DossierId == id, ct);
            if (known is not null && !Same(known, request, documents) && Preconditions.Check(http, known.Version, InterviewView.Of(known), request) is { } stale)
                return stale;
            if (known is null)
            {
                known = new Interview { Id = interviewId, DossierId = id, Number = request.Number, Date = request.Date, Participants = [], Notes = "", Documents = [], By = caller.Subject };
                db.Interviews.Add(known);
            }
            if (!Same(known, request, documents) || known.Version == 0)
                (known.Number, known.Date, known.Participants, known.Notes, known.Documents, known.By) =
                    (request.Number, request.Date, request.Participants ?? [], request.Notes ?? "", documents, caller.Subject);
            // One save: the version that will stand is known already.
            var version = db.Entry(known).State == EntityState.Unchanged ? known.Version : known.Version + 1;
            Preconditions.SetETag(http, version);
            return Results.Ok(InterviewView.Of(known) with { Version = version });
        }, ct);

    private static bool Same(Interview known, InterviewRequest request, List<Guid> documents) =>
        (known.Number, known.Date, known.Notes) == (request.Number, request.Date, request.Notes ?? "")
        && known.Participants.SequenceEqual(request.Participants ?? [], StringComparer.Ordinal) && known.Documents.SequenceEqual(documents);
}
