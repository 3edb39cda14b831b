using Microsoft.AspNetCore.Identity;

namespace Ptce.Identity.People;

/// <summary>Someone who may sign in (personne): a leader, a contributor, an analyst, an administrator or an observer.</summary>
internal sealed class Person : IdentityUser<Guid>
{
    /// <summary>Name as the person wants to be addressed.</summary>
    public string Name { get; set; } = "";

    /// <summary>Language of pages and mails, <c>fr</c> or <c>en</c>.</summary>
    public string Language { get; set; } = "fr";

    /// <summary>When the account was made, UTC.</summary>
    public DateTime CreatedAt { get; set; }

    /// <summary>Last successful sign-in, UTC; null when never. Retention of inactive accounts counts from here.</summary>
    public DateTime? LastSignInAt { get; set; }

    /// <summary>When an administrator closed the account, UTC; null while it is open.</summary>
    public DateTime? ClosedAt { get; set; }

    /// <summary>Digest of the request that made the account, so that a repeated creation is told from a different one.</summary>
    public string CreationDigest { get; set; } = "";

    /// <summary>Raised by every edit of name, address, language or state; the entity tag of the API.</summary>
    public long Version { get; set; } = 1;

    /// <summary>What the person may do, and where.</summary>
    public List<Grant> Grants { get; } = [];

    public bool IsOpen => ClosedAt is null;
}
