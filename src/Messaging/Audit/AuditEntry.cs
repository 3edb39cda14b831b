namespace Ptce.Messaging.Audit;

/// <summary>
/// One line of the audit trail (journal): who did what to which thing, when, from where. It is appended in the transaction of what it tells of, and
/// holds the hash of the line before, so that nothing can be changed or taken out unseen.
/// </summary>
public sealed class AuditEntry
{
    /// <summary>Position in the trail of this service, from 1, without gaps.</summary>
    public required long Sequence { get; init; }

    /// <summary>When, UTC.</summary>
    public required DateTime At { get; init; }

    /// <summary>What was done: method and route, e.g. <c>POST /api/survey/dossiers/{id}/sign-off</c>.</summary>
    public required string Action { get; init; }

    /// <summary>To what: the path.</summary>
    public required string Thing { get; init; }

    /// <summary>Pole concerned, when the path names one; empty otherwise.</summary>
    public required string PoleKey { get; init; }

    /// <summary>Client that acted, for itself or for a person; empty when unknown.</summary>
    public required string Client { get; init; }

    /// <summary>What changed, by kind and count; never values.</summary>
    public required string Changes { get; init; }

    /// <summary>Trace of the request.</summary>
    public required string TraceId { get; init; }

    /// <summary>SHA-256 of salt and actor: the hashed part holds no personal data.</summary>
    public required string ActorCommitment { get; init; }

    /// <summary>SHA-256 of salt and network address.</summary>
    public required string OriginCommitment { get; init; }

    /// <summary>Hash of the entry before; zeros for the first.</summary>
    public required string PreviousHash { get; init; }

    /// <summary>Hash of this entry.</summary>
    public string Hash { get; internal set; } = "";

    /// <summary>Subject who acted; null once erased.</summary>
    public string? Actor { get; set; }

    /// <summary>Salt of the actor's commitment; null once erased, after which nobody can tell who it was.</summary>
    public byte[]? ActorSalt { get; set; }

    /// <summary>Network address the request came from; null once erased.</summary>
    public string? Origin { get; set; }

    /// <summary>Salt of the address's commitment; null once erased.</summary>
    public byte[]? OriginSalt { get; set; }
}

/// <summary>End of a service's trail: it tells when the last entries are missing, and its row orders the writers.</summary>
public sealed class AuditHead
{
    /// <summary>Always 1.</summary>
    public int Id { get; init; }

    /// <summary>Position of the last entry.</summary>
    public long LastSequence { get; set; }

    /// <summary>Hash of the last entry.</summary>
    public required string LastHash { get; set; }
}

/// <summary>What is to be remembered of a change.</summary>
/// <param name="Action">What was done.</param>
/// <param name="Thing">To what.</param>
/// <param name="PoleKey">Pole concerned; empty when none.</param>
/// <param name="Actor">Subject who acted; empty when nobody was signed in.</param>
/// <param name="Client">Client that acted.</param>
/// <param name="Origin">Network address; empty when unknown.</param>
/// <param name="Changes">What changed, by kind and count.</param>
/// <param name="TraceId">Trace of the request.</param>
public sealed record AuditNote(string Action, string Thing, string PoleKey, string Actor, string Client, string Origin, string Changes, string TraceId);

/// <summary>Where a trail no longer holds.</summary>
/// <param name="Sequence">Position of the first entry that is altered, missing or out of place.</param>
/// <param name="Reason">What is wrong there.</param>
public sealed record AuditFault(long Sequence, string Reason);
