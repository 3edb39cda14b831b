namespace Ptce.Identity.People;

/// <summary>A person as administrators see them.</summary>
/// <param name="Id">Identifier, made by the client; the subject of the person's tokens.</param>
/// <param name="Email">Address to sign in with.</param>
/// <param name="Name">Name.</param>
/// <param name="Language"><c>fr</c> or <c>en</c>.</param>
/// <param name="Open">Whether the account may be used.</param>
/// <param name="Grants">What the person may do: <c>role</c> or <c>role:poleKey</c>.</param>
/// <param name="CreatedAt">When the account was made, UTC.</param>
/// <param name="LastSignInAt">Last sign-in, UTC.</param>
/// <param name="SecondFactor">Whether a second factor is asked for.</param>
/// <param name="Version">Version, as in the entity tag.</param>
public sealed record PersonView(
    Guid Id, string Email, string Name, string Language, bool Open, IReadOnlyList<string> Grants,
    DateTime CreatedAt, DateTime? LastSignInAt, bool SecondFactor, long Version)
{
    internal static PersonView Of(Person person) => new(
        person.Id, person.Email!, person.Name, person.Language, person.IsOpen,
        [.. person.Grants.Select(grant => grant.Value).Order(StringComparer.Ordinal)],
        person.CreatedAt, person.LastSignInAt, person.TwoFactorEnabled, person.Version);
}
