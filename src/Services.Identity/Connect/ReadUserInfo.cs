using Microsoft.AspNetCore.Authentication;
using Microsoft.EntityFrameworkCore;
using OpenIddict.Abstractions;
using OpenIddict.Server.AspNetCore;
using Ptce.Identity.Storage;
using Ptce.ServiceDefaults.Access;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Ptce.Identity.Connect;

/// <summary><c>/connect/userinfo</c>: who the token's person is, by the scopes that were asked for.</summary>
internal static class ReadUserInfo
{
    public static async Task<IResult> HandleAsync(HttpContext http, IdentityDb db)
    {
        var principal = (await http.AuthenticateAsync(OpenIddictServerAspNetCoreDefaults.AuthenticationScheme)).Principal!;
        var person = Guid.TryParse(principal.GetClaim(Claims.Subject), out var id)
            ? await db.People.AsNoTracking().Include(p => p.Grants).SingleOrDefaultAsync(p => p.Id == id, http.RequestAborted)
            : null;
        if (person is null || !person.IsOpen)
            return Results.Challenge(null, [OpenIddictServerAspNetCoreDefaults.AuthenticationScheme]);

        var answer = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            [Claims.Subject] = person.Id.ToString(),
            [Caller.GrantClaim] = person.Grants.Select(grant => grant.Value).Order(StringComparer.Ordinal),
        };
        if (principal.HasScope(Scopes.Profile))
            (answer[Claims.Name], answer[Claims.Locale]) = (person.Name, person.Language);
        if (principal.HasScope(Scopes.Email))
            answer[Claims.Email] = person.Email!;
        return Results.Json(answer);
    }
}
