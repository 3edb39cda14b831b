using Ptce.Messaging.Storage;
using Ptce.ServiceDefaults.Problems;

namespace Ptce.Survey.Queries;

/// <summary>State of a query (état d'une demande).</summary>
internal enum QueryState
{
    /// <summary>Waits for the PTCE (ouverte).</summary>
    Open,

    /// <summary>The PTCE answered; an analyst reads it (répondue).</summary>
    Answered,

    /// <summary>Settled (close).</summary>
    Closed,
}

/// <summary>
/// A query (demande de précision) that an analyst, or a rule, raises on an item or a section, with a thread. Until it is closed the dossier is not signed.
/// </summary>
internal sealed class Query : IVersioned
{
    /// <summary>Made by the client.</summary>
    public required Guid Id { get; init; }

    public required Guid DossierId { get; init; }

    public required string Section { get; init; }

    public required string? Item { get; init; }

    public required Guid? Row { get; init; }

    /// <summary>Code of the rule that raised it; null when a person did.</summary>
    public required string? Rule { get; init; }

    public required string RaisedBy { get; init; }

    public required DateTime RaisedAt { get; init; }

    public QueryState State { get; private set; }

    public string? ClosedBy { get; private set; }

    public DateTime? ClosedAt { get; private set; }

    public long Version { get; private set; }

    public List<QueryMessage> Messages { get; init; } = [];

    /// <summary>Adds to the thread: the PTCE's word answers the query, an analyst's opens it again.</summary>
    public Problem? Say(QueryMessage message)
    {
        if (State == QueryState.Closed)
            return QueryProblems.Closed;
        Messages.Add(message);
        State = message.ByAnalyst ? QueryState.Open : QueryState.Answered;
        return null;
    }

    public bool Close(string by, DateTime at)
    {
        if (State == QueryState.Closed)
            return false;
        (State, ClosedBy, ClosedAt) = (QueryState.Closed, by, at);
        return true;
    }

    public bool Reopen()
    {
        if (State != QueryState.Closed)
            return false;
        (State, ClosedBy, ClosedAt) = (QueryState.Open, null, null);
        return true;
    }
}

/// <summary>One message of a query's thread.</summary>
internal sealed class QueryMessage
{
    /// <summary>Made by the client.</summary>
    public required Guid Id { get; init; }

    public required Guid QueryId { get; init; }

    public required string Text { get; init; }

    public required string By { get; init; }

    /// <summary>Written by the study team rather than the PTCE.</summary>
    public required bool ByAnalyst { get; init; }

    public required DateTime At { get; init; }
}

/// <summary>Why an act on a query is refused.</summary>
internal static class QueryProblems
{
    public static readonly Problem NotFound = new("survey.query.not-found", 404,
        fr: "Cette demande n'existe pas.", en: "There is no such query.");

    public static readonly Problem Closed = new("survey.query.closed", 409,
        fr: "La demande est close : un chargé d'étude peut la rouvrir.", en: "The query is closed: an analyst can open it again.");

    public static readonly Problem Different = new("survey.query.different", 409,
        fr: "Cet identifiant a déjà servi pour un autre contenu.", en: "This id was used for another content.");

    public static readonly Problem NoText = new("survey.query.no-text", 422,
        fr: "Écrivez de 1 à 4000 caractères.", en: "Write 1 to 4000 characters.");

    public static readonly Problem UnknownItem = new("survey.query.unknown-item", 422,
        fr: "Ce volet n'a pas cet item.", en: "This section has no such item.");
}
