using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using Ptce.Identity.People;
using Ptce.Identity.Storage;

namespace Ptce.Identity.Account;

/// <summary>The six digits of an authenticator application (TOTP, RFC 6238), or a recovery code, after the password.</summary>
internal static class SecondFactor
{
    /// <summary>Remembers, for a few minutes and in a protected cookie, whose password was right.</summary>
    public static Task RememberAsync(HttpContext http, Person person) => http.SignInAsync(
        IdentityConstants.TwoFactorUserIdScheme,
        new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.Name, person.Id.ToString())], IdentityConstants.TwoFactorUserIdScheme)));

    public static async Task<IResult> ShowAsync(HttpContext http, UserManager<Person> people, string? returnUrl) =>
        await WhoAsync(http, people) is null
            ? Results.LocalRedirect("/account/sign-in")
            : Page(http, returnUrl, wrong: false);

    public static async Task<IResult> SubmitAsync(
        HttpContext http, IdentityDb db, UserManager<Person> people, SignInManager<Person> signIn, SignInThrottle throttle, TimeProvider clock)
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var returnUrl = form["returnUrl"].ToString();
        if (await WhoAsync(http, people) is not { } person)
            return Results.LocalRedirect("/account/sign-in");
        var source = $"{person.Email}|second";
        if (await throttle.WaitAsync(http, source) is not null)
        {
            await http.SignOutAsync(IdentityConstants.TwoFactorUserIdScheme);
            return Results.LocalRedirect("/account/sign-in");
        }

        var code = new string([.. form["code"].ToString().Where(char.IsLetterOrDigit)]);
        if (!await IsRightAsync(people, person, code))
        {
            await throttle.FailedAsync(http, source);
            return Page(http, returnUrl, wrong: true);
        }
        await http.SignOutAsync(IdentityConstants.TwoFactorUserIdScheme);
        return await SignIn.CompleteAsync(http, db, signIn, person, returnUrl, clock, "mfa");
    }

    private static async Task<bool> IsRightAsync(UserManager<Person> people, Person person, string code)
    {
        if (code.Length == 6)
            return await people.VerifyTwoFactorTokenAsync(person, people.Options.Tokens.AuthenticatorTokenProvider, code);
        return code.Length == 10 && (await people.RedeemTwoFactorRecoveryCodeAsync(person, $"{code[..5]}-{code[5..]}")).Succeeded;
    }

    private static async Task<Person?> WhoAsync(HttpContext http, UserManager<Person> people)
    {
        var cookie = await http.AuthenticateAsync(IdentityConstants.TwoFactorUserIdScheme);
        var person = cookie.Succeeded ? await people.FindByIdAsync(cookie.Principal.FindFirstValue(ClaimTypes.Name)!) : null;
        return person is { IsOpen: true } ? person : null;
    }

    private static RazorComponentResult<SecondFactorPage> Page(HttpContext http, string? returnUrl, bool wrong)
    {
        var context = PageContext.Of(http);
        var error = wrong ? context.In("Code incorrect ou expiré.", "Wrong or expired code.") : null;
        return new RazorComponentResult<SecondFactorPage>(new { Context = context, ReturnUrl = returnUrl ?? "", Error = error });
    }
}
