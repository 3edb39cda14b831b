using Microsoft.EntityFrameworkCore;
using Ptce.ServiceDefaults.Access;
using Ptce.ServiceDefaults.Http;
using Ptce.Survey.Dossiers;
using Ptce.Survey.Sections;
using Ptce.Survey.Storage;

namespace Ptce.Survey.Queries;

/// <summary>A query as sent by an analyst.</summary>
internal sealed record RaiseRequest(Guid Id, string Section, string? Item, Guid? Row, string? Text);

/// <summary>A message as sent.</summary>
internal sealed record MessageRequest(Guid Id, string? Text);

/// <summary>A query with its thread.</summary>
internal sealed record QueryView(
    Guid Id, string Section, string? Item, Guid? Row, string? Rule, string State, string RaisedBy, DateTime RaisedAt, DateTime? ClosedAt, IReadOnlyList<MessageView> Messages)
{
    public static QueryView Of(Query q) => new(q.Id, q.Section, q.Item, q.Row, q.Rule, q.State.ToString().ToLowerInvariant(), q.RaisedBy, q.RaisedAt, q.ClosedAt,
        [.. q.Messages.OrderBy(m => m.At).ThenBy(m => m.Id).Select(m => new MessageView(m.Id, m.Text, m.By, m.ByAnalyst, m.At))]);
}

/// <summary>One message.</summary>
internal sealed record MessageView(Guid Id, string Text, string By, bool ByAnalyst, DateTime At);

/// <summary>Use cases: raise a query, answer it, close it, open it again.</summary>
internal static class QueryUseCases
{
    private const int LongestText = 4000;

    private sealed record Place(DateTime At, Guid Id);

    public static async Task<IResult> ListAsync(Guid id, string? state, int? limit, string? cursor, Caller caller, DossierDesk desk, SurveyDb db, CancellationToken ct)
    {
        if (await desk.FindAsync(id, caller, Permissions.DossiersRead, ct) is null)
            return DossierProblems.NotFound.With();
        var size = Page.Size(limit);
        var queries = db.Queries.AsNoTracking().Include(q => q.Messages).Where(q => q.DossierId == id);
        if (Enum.TryParse<QueryState>(state, ignoreCase: true, out var wanted))
            queries = queries.Where(q => q.State == wanted);
        if (Page.After<Place>(cursor) is { } after)
            queries = queries.Where(q => q.RaisedAt > after.At || (q.RaisedAt == after.At && q.Id.CompareTo(after.Id) > 0));
        var rows = await queries.OrderBy(q => q.RaisedAt).ThenBy(q => q.Id).Take(size + 1).AsSplitQuery().ToListAsync(ct);
        return Results.Ok(Page.Of(rows, size, q => new Place(q.RaisedAt, q.Id), QueryView.Of));
    }

    public static async Task<IResult> RaiseAsync(Guid id, RaiseRequest request, Caller caller, DossierDesk desk, OwnSections own, SurveyDb db, TimeProvider time, CancellationToken ct)
    {
        if (Clean(request.Text) is not { } text)
            return QueryProblems.NoText.With();
        return await desk.ChangeAsync(id, caller, Permissions.DossiersReview, async open =>
        {
            if (open.Dossier.Section(request.Section) is not { } section)
                return DossierProblems.SectionNotFound.With();
            if (request.Item is not null && !await own.HasItemAsync(section, request.Item, ct))
                return QueryProblems.UnknownItem.With();
            if (await FindAsync(db, id, request.Id, ct) is { } known)
                return known.Messages.Exists(m => m.Id == request.Id && m.Text == text) ? Results.Ok(QueryView.Of(known)) : QueryProblems.Different.With();
            if (open.Dossier.IsSigned)
                return DossierProblems.Signed.With();
            var now = time.GetUtcNow().UtcDateTime;
            var query = new Query { Id = request.Id, DossierId = id, Section = request.Section, Item = request.Item, Row = request.Row, Rule = null, RaisedBy = caller.Subject, RaisedAt = now };
            // The first message bears the query's id: raising is one act, repeated as one.
            query.Say(new QueryMessage { Id = request.Id, QueryId = query.Id, Text = text, By = caller.Subject, ByAnalyst = true, At = now });
            db.Queries.Add(query);
            open.Dossier.CountQuery(+1);
            return Results.Ok(QueryView.Of(query));
        }, ct);
    }

    public static async Task<IResult> SayAsync(Guid id, Guid queryId, MessageRequest request, Caller caller, DossierDesk desk, SurveyDb db, TimeProvider time, CancellationToken ct)
    {
        if (Clean(request.Text) is not { } text)
            return QueryProblems.NoText.With();
        return await desk.ChangeAsync(id, caller, Permissions.DossiersFill, async open =>
        {
            if (await FindAsync(db, id, queryId, ct) is not { } query)
                return QueryProblems.NotFound.With();
            if (query.Messages.Find(m => m.Id == request.Id) is { } said)
                return said.Text == text ? Results.Ok(QueryView.Of(query)) : QueryProblems.Different.With();
            var byAnalyst = caller.Can(Permissions.DossiersReview, open.Dossier.PoleKey);
            var message = new QueryMessage { Id = request.Id, QueryId = queryId, Text = text, By = caller.Subject, ByAnalyst = byAnalyst, At = time.GetUtcNow().UtcDateTime };
            if (query.Say(message) is { } refused)
                return refused.With();
            db.QueryMessages.Add(message);
            return Results.Ok(QueryView.Of(query));
        }, ct);
    }

    public static Task<IResult> CloseAsync(Guid id, Guid queryId, Caller caller, DossierDesk desk, SurveyDb db, TimeProvider time, CancellationToken ct) =>
        desk.ChangeAsync(id, caller, Permissions.DossiersReview, async open =>
        {
            if (await FindAsync(db, id, queryId, ct) is not { } query)
                return QueryProblems.NotFound.With();
            if (query.Close(caller.Subject, time.GetUtcNow().UtcDateTime))
                open.Dossier.CountQuery(-1);
            return Results.Ok(QueryView.Of(query));
        }, ct);

    public static Task<IResult> ReopenAsync(Guid id, Guid queryId, Caller caller, DossierDesk desk, SurveyDb db, CancellationToken ct) =>
        desk.ChangeAsync(id, caller, Permissions.DossiersReview, async open =>
        {
            if (await FindAsync(db, id, queryId, ct) is not { } query)
                return QueryProblems.NotFound.With();
            if (open.Dossier.IsSigned)
                return DossierProblems.Signed.With();
            if (query.Reopen())
                open.Dossier.CountQuery(+1);
            return Results.Ok(QueryView.Of(query));
        }, ct);

    private static Task<Query?> FindAsync(SurveyDb db, Guid dossier, Guid query, CancellationToken ct) =>
        db.Queries.Include(q => q.Messages).SingleOrDefaultAsync(q => q.Id == query && q.DossierId == dossier, ct);

    private static string? Clean(string? text) => text?.Trim() is { Length: > 0 and <= LongestText } clean ? clean : null;
}
