namespace Ptce.Identity.Account;

/// <summary>A place where a person is signed in (session).</summary>
/// <param name="Id">Identifier, for ending it.</param>
/// <param name="Client">Application.</param>
/// <param name="Since">Since when.</param>
public sealed record SignedInPlace(string Id, string Client, DateTimeOffset Since);
