namespace Ptce.Identity.Keys;

/// <summary>One generation of a signing or encryption key, its secret protected by Data Protection.</summary>
internal sealed class StoredKey
{
    /// <summary><c>signing</c> or <c>encryption</c>.</summary>
    public required string Purpose { get; init; }

    /// <summary>Counts up; with the purpose it is the primary key, so two replicas cannot make the same generation twice.</summary>
    public required int Generation { get; init; }

    /// <summary>Key id (<c>kid</c>) in tokens and in the published key set.</summary>
    public required string KeyId { get; init; }

    /// <summary>From when tokens are signed with it, UTC. It is published before, so that services know it in time.</summary>
    public required DateTime ActiveFrom { get; init; }

    /// <summary>After this no token signed with it is accepted and it is no longer published, UTC.</summary>
    public required DateTime RetiredAt { get; init; }

    public required byte[] Protected { get; init; }
}
