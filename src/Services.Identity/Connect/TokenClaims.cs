using System.Collections.Immutable;
using System.Security.Claims;
using OpenIddict.Abstractions;
using Ptce.Identity.People;
using Ptce.ServiceDefaults;
using Ptce.ServiceDefaults.Access;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Ptce.Identity.Connect;

/// <summary>What stands in tokens, and in which.</summary>
internal static class TokenClaims
{
    /// <summary>Security stamp at sign-in: only in codes and refresh tokens, so that a changed password or "sign out everywhere" ends them.</summary>
    public const string Stamp = "ptce_stamp";

    private const string AuthenticationType = "ptce";

    public static ClaimsPrincipal ForPerson(Person person, IEnumerable<string> scopes, long signedInAt)
    {
        var identity = new ClaimsIdentity(AuthenticationType, Claims.Name, Claims.Role);
        identity.SetClaim(Claims.Subject, person.Id.ToString())
            .SetClaim(Claims.Name, person.Name)
            .SetClaim(Claims.Email, person.Email)
            .SetClaim(Claims.Locale, person.Language)
            .SetClaim(Caller.PersonClaim, "true")
            .SetClaim(Claims.AuthenticationTime, signedInAt)
            .SetClaim(Stamp, person.SecurityStamp)
            .SetClaims(Caller.GrantClaim, [.. person.Grants.Select(grant => grant.Value).Order(StringComparer.Ordinal)]);
        return Finish(identity, scopes);
    }

    public static ClaimsPrincipal ForMachine(string clientId, IEnumerable<string> permissions, IEnumerable<string> scopes)
    {
        var identity = new ClaimsIdentity(AuthenticationType, Claims.Name, Claims.Role);
        identity.SetClaim(Claims.Subject, clientId).SetClaims(Caller.PermissionClaim, [.. permissions]);
        return Finish(identity, scopes);
    }

    private static ClaimsPrincipal Finish(ClaimsIdentity identity, IEnumerable<string> asked)
    {
        var scopes = asked.ToImmutableArray();
        var audiences = ServiceHost.Services.Intersect(scopes, StringComparer.Ordinal).ToImmutableArray();
        identity.SetScopes(scopes);
        identity.SetResources(audiences.IsEmpty ? [.. ServiceHost.Services] : audiences);
        identity.SetDestinations(claim => claim.Type switch
        {
            // Names and addresses go to whom the person signs in to, never into what travels between services.
            Claims.Name or Claims.Locale when identity.HasScope(Scopes.Profile) => [Destinations.IdentityToken],
            Claims.Email when identity.HasScope(Scopes.Email) => [Destinations.IdentityToken],
            Claims.AuthenticationTime => [Destinations.IdentityToken],
            Claims.Subject => [Destinations.AccessToken, Destinations.IdentityToken],
            Caller.GrantClaim => [Destinations.AccessToken, Destinations.IdentityToken],
            Caller.PermissionClaim or Caller.PersonClaim => [Destinations.AccessToken],
            _ => [],
        });
        return new ClaimsPrincipal(identity);
    }
}
