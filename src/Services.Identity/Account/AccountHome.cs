using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Ptce.Identity.People;
using Ptce.Identity.Storage;

namespace Ptce.Identity.Account;

/// <summary>One's own account (mon compte).</summary>
internal static class AccountHome
{
    public static async Task<IResult> ShowAsync(HttpContext http, IdentityDb db, SignInManager<Person> signIn)
    {
        if (await WhoAsync(http, signIn) is not { } person)
            return Results.LocalRedirect("/account/sign-in");
        var grants = await db.Grants.AsNoTracking().Where(grant => grant.PersonId == person.Id)
            .OrderBy(grant => grant.Role).ThenBy(grant => grant.PoleKey).ToListAsync(http.RequestAborted);
        return new RazorComponentResult<AccountHomePage>(new
        {
            Context = PageContext.Of(http, person.Name, person.Language),
            Email = person.Email,
            Grants = grants.Select(grant => grant.Value).ToList(),
        });
    }

    public static async Task<IResult> SignOutAsync(SignInManager<Person> signIn)
    {
        await signIn.SignOutAsync();
        return Results.LocalRedirect("/");
    }

    /// <summary>Who this browser is signed in as, checked against the account as it is now.</summary>
    public static async Task<Person?> WhoAsync(HttpContext http, SignInManager<Person> signIn)
    {
        var cookie = await http.AuthenticateAsync(IdentityConstants.ApplicationScheme);
        var person = cookie.Succeeded ? await signIn.ValidateSecurityStampAsync(cookie.Principal) : null;
        return person is { IsOpen: true } ? person : null;
    }
}
