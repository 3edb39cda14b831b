namespace Ptce.Identity.People;

/// <summary>Access grant (habilitation): a role for one person, everywhere or in one PTCE.</summary>
internal sealed class Grant
{
    public long Id { get; init; }

    public Guid PersonId { get; init; }

    /// <summary>Role name as it stands in tokens: <c>administrator</c>, <c>analyst</c>, <c>leader</c>, <c>contributor</c>, <c>observer</c>.</summary>
    public required string Role { get; init; }

    /// <summary>Pole the role is limited to; empty for a role that holds everywhere.</summary>
    public string PoleKey { get; init; } = "";

    public DateTime GrantedAt { get; init; }

    /// <summary>Subject of who granted it.</summary>
    public required string GrantedBy { get; init; }

    /// <summary>The token's form: <c>role</c> or <c>role:poleKey</c>.</summary>
    public string Value => PoleKey.Length == 0 ? Role : $"{Role}:{PoleKey}";
}
