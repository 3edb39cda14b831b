namespace Ptce.Messaging.Leases;

/// <summary>A row that says who may do a once-only job until when.</summary>
public sealed class Lease
{
    /// <summary>The job.</summary>
    public required string Name { get; init; }

    /// <summary>Who holds it: one process.</summary>
    public required string Owner { get; set; }

    /// <summary>Until when, UTC.</summary>
    public DateTime ExpiresAt { get; set; }

    /// <summary>Fencing number: rises whenever the owner changes, so that work of a former owner can be told apart and refused.</summary>
    public long Fence { get; set; }
}
