using System.Security.Claims;
using Microsoft.AspNetCore;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using OpenIddict.Abstractions;
using OpenIddict.Server.AspNetCore;
using Ptce.Identity.People;
using Ptce.Identity.Storage;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Ptce.Identity.Connect;

/// <summary><c>/connect/authorize</c>: sends whoever is not signed in to the sign-in page, and everybody else back with a code.</summary>
internal static class Authorize
{
    public static async Task<IResult> HandleAsync(HttpContext http, IdentityDb db, SignInManager<Person> signIn, TimeProvider clock)
    {
        var request = http.GetOpenIddictServerRequest()!;
        var cookie = await http.AuthenticateAsync(IdentityConstants.ApplicationScheme);
        var person = cookie.Succeeded ? await signIn.ValidateSecurityStampAsync(cookie.Principal) : null;

        if (person is null || !person.IsOpen || MustSignInAgain(request, cookie, clock))
        {
            if (request.HasPromptValue(PromptValues.None))
                return Refuse(Errors.LoginRequired, "Nobody is signed in.");
            return Results.LocalRedirect(SignInPage(http));
        }

        await db.Entry(person).Collection(p => p.Grants).LoadAsync(http.RequestAborted);
        var principal = TokenClaims.ForPerson(person, request.GetScopes(), cookie.Properties!.IssuedUtc?.ToUnixTimeSeconds() ?? 0);
        return Results.SignIn(principal, authenticationScheme: OpenIddictServerAspNetCoreDefaults.AuthenticationScheme);
    }

    private static bool MustSignInAgain(OpenIddictRequest request, AuthenticateResult cookie, TimeProvider clock)
    {
        var signedIn = cookie.Properties?.IssuedUtc;
        if (request.MaxAge is { } seconds && (signedIn is null || clock.GetUtcNow() - signedIn > TimeSpan.FromSeconds(seconds)))
            return true;
        return request.HasPromptValue(PromptValues.Login);
    }

    // "prompt" must not come back with the person, or they would sign in for ever.
    private static string SignInPage(HttpContext http)
    {
        IEnumerable<KeyValuePair<string, Microsoft.Extensions.Primitives.StringValues>> parameters =
            http.Request.HasFormContentType ? http.Request.Form : http.Request.Query;
        var query = QueryString.Create(parameters.Where(parameter => parameter.Key is not ("prompt" or "max_age")));
        return "/account/sign-in" + QueryString.Create("returnUrl", "/connect/authorize" + query);
    }

    internal static IResult Refuse(string error, string description) => Results.Forbid(
        new AuthenticationProperties(new Dictionary<string, string?>
        {
            [OpenIddictServerAspNetCoreConstants.Properties.Error] = error,
            [OpenIddictServerAspNetCoreConstants.Properties.ErrorDescription] = description,
        }),
        [OpenIddictServerAspNetCoreDefaults.AuthenticationScheme]);
}
