using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using Ptce.Identity.People;
using Ptce.Identity.Storage;
using Ptce.ServiceDefaults.Audit;

namespace Ptce.Identity.Account;

/// <summary>The sign-in page (connexion) and what its form does.</summary>
internal static class SignIn
{
    public static RazorComponentResult<SignInPage> Show(HttpContext http, string? returnUrl, string? notice)
    {
        var context = PageContext.Of(http);
        return new(new
        {
            Context = context,
            ReturnUrl = returnUrl ?? "",
            Email = "",
            Notice = notice == "password" ? context.In("Mot de passe enregistré. Connectez-vous.", "Password saved. Sign in.") : null,
        });
    }

    public static async Task<IResult> SubmitAsync(
        HttpContext http, IdentityDb db, UserManager<Person> people, SignInManager<Person> signIn, SignInThrottle throttle, TimeProvider clock)
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var (email, password, returnUrl) = (form["email"].ToString().Trim(), form["password"].ToString(), form["returnUrl"].ToString());
        var context = PageContext.Of(http);
        if (email.Length is 0 or > 256 || password.Length is 0 or > 1000)
            return Page(http, returnUrl, email, Mistaken(context));

        if (await throttle.WaitAsync(http, email) is { } wait)
        {
            http.Response.StatusCode = StatusCodes.Status429TooManyRequests;
            http.Response.Headers.RetryAfter = ((int)Math.Ceiling(wait.TotalSeconds)).ToString(System.Globalization.CultureInfo.InvariantCulture);
            return Page(http, returnUrl, email, context.In(
                $"Trop d'essais depuis cet appareil. Réessayez dans {Math.Ceiling(wait.TotalMinutes)} min.",
                $"Too many attempts from this device. Try again in {Math.Ceiling(wait.TotalMinutes)} min."));
        }

        var person = await people.FindByEmailAsync(email);
        if (!await HasPasswordAsync(people, person, password) || !person!.IsOpen)
        {
            await throttle.FailedAsync(http, email);
            return Page(http, returnUrl, email, Mistaken(context));
        }

        await throttle.SucceededAsync(http, email);
        if (await people.GetTwoFactorEnabledAsync(person))
        {
            await SecondFactor.RememberAsync(http, person);
            return Results.LocalRedirect("/account/second-factor" + QueryString.Create("returnUrl", Local(returnUrl)));
        }
        return await CompleteAsync(http, db, signIn, person, returnUrl, clock, "pwd");
    }

    /// <summary>Signs the person in and sends them on to where they came from.</summary>
    public static async Task<IResult> CompleteAsync(
        HttpContext http, IdentityDb db, SignInManager<Person> signIn, Person person, string? returnUrl, TimeProvider clock, string method)
    {
        AuditActor.Is(http, person.Id.ToString());
        person.LastSignInAt = clock.GetUtcNow().UtcDateTime;
        await db.SaveChangesAsync(http.RequestAborted);
        await signIn.SignInAsync(person, new AuthenticationProperties { IssuedUtc = clock.GetUtcNow() }, method);
        return Results.LocalRedirect(Local(returnUrl));
    }

    /// <summary>The address when it is one of ours, else the account's page: nobody is sent elsewhere by a link.</summary>
    public static string Local(string? url) =>
        url is ['/', ..] && url is not ['/', '/' or '\\', ..] && !url.Any(char.IsControl) ? url : "/account";

    // An unknown address costs the same hash as a known one, so that time does not tell who has an account.
    private static async Task<bool> HasPasswordAsync(UserManager<Person> people, Person? person, string password)
    {
        if (person?.PasswordHash is not null)
            return await people.CheckPasswordAsync(person, password);
        people.PasswordHasher.HashPassword(new Person(), password);
        return false;
    }

    private static string Mistaken(PageContext context) => context.In(
        "Adresse ou mot de passe incorrect.", "Wrong address or password.");

    private static RazorComponentResult<SignInPage> Page(HttpContext http, string? returnUrl, string email, string? error) =>
        new(new { Context = PageContext.Of(http), ReturnUrl = returnUrl ?? "", Email = email, Error = error });
}
