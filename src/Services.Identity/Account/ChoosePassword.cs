using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using Ptce.Identity.Passwords;
using Ptce.Identity.People;
using Ptce.Identity.Storage;
using Ptce.ServiceDefaults.Audit;

namespace Ptce.Identity.Account;

/// <summary>Recovery (mot de passe oublié) and choosing a password by personal link.</summary>
internal static class ChoosePassword
{
    public static RazorComponentResult<RecoveryPage> ShowRecovery(HttpContext http) => new(new { Context = PageContext.Of(http), Asked = false });

    /// <summary>Answers alike whether the address has an account or not.</summary>
    public static async Task<IResult> AskAsync(HttpContext http, IdentityDb db, UserManager<Person> people, PersonalLink links, SignInThrottle throttle)
    {
        var email = (await http.Request.ReadFormAsync(http.RequestAborted))["email"].ToString().Trim();
        var source = $"{email}|recovery";
        if (email.Length is > 0 and <= 256 && await throttle.WaitAsync(http, source) is null)
        {
            await throttle.FailedAsync(http, source);
            if (await people.FindByEmailAsync(email) is { IsOpen: true } person)
            {
                await links.WriteAsync(person, invitation: false);
                await db.SaveChangesAsync(http.RequestAborted);
            }
        }
        return new RazorComponentResult<RecoveryPage>(new { Context = PageContext.Of(http), Asked = true });
    }

    public static RazorComponentResult<PasswordPage> ShowChoice(HttpContext http) => Page(http, "", null);

    public static async Task<IResult> ChooseAsync(HttpContext http, IdentityDb db, UserManager<Person> people, PersonalLink links, PasswordRules rules)
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var (secret, password) = (form["secret"].ToString().Trim(), form["password"].ToString());
        var context = PageContext.Of(http);
        if (await links.ReadAsync(Uri.UnescapeDataString(secret.TrimStart('#'))) is not var (person, token))
            return Page(http, "", context.In("Ce lien a expiré ou a déjà servi. Demandez-en un autre.", "This link has expired or has been used. Ask for another one."));
        if (rules.Refusal(password, person) is { } refusal)
        {
            var problem = PasswordProblems.For(refusal);
            return Page(http, secret, problem.Message.In(context.Language) + " " + problem.Remedy?.In(context.Language));
        }
        AuditActor.Is(http, person.Id.ToString());
        person.EmailConfirmed = true;
        var result = await people.ResetPasswordAsync(person, token, password);
        if (!result.Succeeded)
            return Page(http, "", context.In("Ce lien a expiré ou a déjà servi. Demandez-en un autre.", "This link has expired or has been used. Ask for another one."));
        return Results.LocalRedirect("/account/sign-in?notice=password");
    }

    private static RazorComponentResult<PasswordPage> Page(HttpContext http, string secret, string? error) =>
        new(new { Context = PageContext.Of(http), Secret = secret, Error = error });
}
