namespace Ptce.Demonstration.Loading;

/// <summary>Where and as whom the data set is loaded.</summary>
/// <param name="Url">Public address of the system.</param>
/// <param name="ClientId">Machine client with permission <c>*</c> (<c>Identity:Clients</c>).</param>
/// <param name="ClientSecret">Its secret; the passwords of the demonstration's people are derived from it, so that a load can be resumed anywhere.</param>
public sealed record LoadOptions(Uri Url, string ClientId, string ClientSecret)
{
    /// <summary>How long one call is tried again while the system does not answer.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromMinutes(3);

    /// <summary>PTCE loaded at the same time.</summary>
    public int AtOnce { get; init; } = 3;

    /// <summary>Stop when the dossiers are signed, and leave the campaign open.</summary>
    public bool LeaveOpen { get; init; }
}

/// <summary>A person that the load registered, and how to sign in as them.</summary>
/// <param name="Id">Id of the account.</param>
/// <param name="Email">Address to sign in with; of the reserved domain <c>.example</c>.</param>
/// <param name="Name">Name shown.</param>
/// <param name="Grant">Role and pole, e.g. <c>leader:phares</c>.</param>
/// <param name="Password">Password, derived from the client's secret.</param>
public sealed record DemonstrationPerson(Guid Id, string Email, string Name, string Grant, string Password);

/// <summary>What a load came to.</summary>
/// <param name="Dossiers">Content digest of each signed dossier, by pole.</param>
/// <param name="Interrupted">Requests that were interrupted and sent again, by service.</param>
public sealed record LoadOutcome(IReadOnlyDictionary<string, string> Dossiers, IReadOnlyDictionary<string, int> Interrupted);
