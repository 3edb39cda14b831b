using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using OpenIddict.Server.AspNetCore;
using Ptce.Identity.People;

namespace Ptce.Identity.Connect;

/// <summary><c>/connect/logout</c>: ends the browser's sign-in and sends it back to the client that asked.</summary>
internal static class EndSession
{
    public static async Task<IResult> HandleAsync(SignInManager<Person> signIn)
    {
        await signIn.SignOutAsync();
        return Results.SignOut(
            new AuthenticationProperties { RedirectUri = "/" }, [OpenIddictServerAspNetCoreDefaults.AuthenticationScheme]);
    }
}
