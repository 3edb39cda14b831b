namespace Ptce.Identity.Account;

/// <summary>Failed sign-ins for one account from one source, within one window.</summary>
internal sealed class SignInAttempts
{
    /// <summary>SHA-256 of account and source: neither an address nor a device can be read from it.</summary>
    public required string Key { get; init; }

    public int Failures { get; set; }

    public DateTime WindowEndsAt { get; set; }
}
