using System.Globalization;
using Microsoft.AspNetCore;
using Microsoft.AspNetCore.Authentication;
using Microsoft.EntityFrameworkCore;
using OpenIddict.Abstractions;
using OpenIddict.Server.AspNetCore;
using Ptce.Identity.Clients;
using Ptce.Identity.Storage;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Ptce.Identity.Connect;

/// <summary><c>/connect/token</c>: codes, refresh tokens and client credentials against access tokens of five minutes.</summary>
internal static class ExchangeToken
{
    public static async Task<IResult> HandleAsync(HttpContext http, IdentityDb db, IOpenIddictApplicationManager applications)
    {
        var request = http.GetOpenIddictServerRequest()!;
        return request.IsClientCredentialsGrantType()
            ? await ForMachineAsync(request, applications, http.RequestAborted)
            : await ForPersonAsync(http, request, db);
    }

    private static async Task<IResult> ForMachineAsync(
        OpenIddictRequest request, IOpenIddictApplicationManager applications, CancellationToken cancellationToken)
    {
        var application = await applications.FindByClientIdAsync(request.ClientId!, cancellationToken);
        var permissions = RegisterClients.PermissionsOf(await applications.GetPropertiesAsync(application!, cancellationToken));
        return SignIn(TokenClaims.ForMachine(request.ClientId!, permissions, request.GetScopes()));
    }

    private static async Task<IResult> ForPersonAsync(HttpContext http, OpenIddictRequest request, IdentityDb db)
    {
        // The code or refresh token has been checked by now; what it allows is read afresh, so that a withdrawn grant ends within one token's life.
        var previous = (await http.AuthenticateAsync(OpenIddictServerAspNetCoreDefaults.AuthenticationScheme)).Principal!;
        var id = Guid.Parse(previous.GetClaim(Claims.Subject)!);
        var person = await db.People.AsNoTracking().Include(p => p.Grants).SingleOrDefaultAsync(p => p.Id == id, http.RequestAborted);
        if (person is null || !person.IsOpen || person.SecurityStamp != previous.GetClaim(TokenClaims.Stamp))
            return Authorize.Refuse(Errors.InvalidGrant, "The session has ended.");

        var scopes = request.GetScopes() is { IsEmpty: false } narrowed ? narrowed : previous.GetScopes();
        var signedInAt = long.Parse(previous.GetClaim(Claims.AuthenticationTime)!, CultureInfo.InvariantCulture);
        return SignIn(TokenClaims.ForPerson(person, scopes, signedInAt));
    }

    private static IResult SignIn(System.Security.Claims.ClaimsPrincipal principal) =>
        Results.SignIn(principal, authenticationScheme: OpenIddictServerAspNetCoreDefaults.AuthenticationScheme);
}
