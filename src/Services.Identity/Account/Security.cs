using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using OpenIddict.Abstractions;
using Ptce.Identity.Passwords;
using Ptce.Identity.People;
using Ptce.ServiceDefaults.Audit;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Ptce.Identity.Account;

/// <summary>The security of one's own account: second factor, password, sessions. Every change asks for the password again.</summary>
internal sealed class Security(
    UserManager<Person> people, SignInManager<Person> signIn, PasswordRules rules, SignInThrottle throttle, IUserAuthenticatorKeyStore<Person> keys,
    IOpenIddictAuthorizationManager authorizations, IOpenIddictTokenManager tokens, IOpenIddictApplicationManager applications)
{
    public async Task<IResult> ShowAsync(HttpContext http) =>
        await AccountHome.WhoAsync(http, signIn) is { } person ? await PageAsync(http, person) : Results.LocalRedirect("/account/sign-in?returnUrl=/account/security");

    public async Task<IResult> ChangeAsync(HttpContext http)
    {
        if (await AccountHome.WhoAsync(http, signIn) is not { } person)
            return Results.LocalRedirect("/account/sign-in?returnUrl=/account/security");
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var language = person.Language;
        var source = $"{person.Email}|security";
        if (await throttle.WaitAsync(http, source) is not null || !await people.CheckPasswordAsync(person, form["current"].ToString()))
        {
            await throttle.FailedAsync(http, source);
            return await PageAsync(http, person, error: language == "en" ? "The current password is wrong." : "Le mot de passe actuel est incorrect.");
        }
        AuditActor.Is(http, person.Id.ToString());
        return form["change"].ToString() switch
        {
            "second-factor-on" => await TurnOnAsync(http, person, form["code"].ToString()),
            "second-factor-off" => await TurnOffAsync(http, person),
            "password" => await ChangePasswordAsync(http, person, form["current"].ToString(), form["password"].ToString()),
            "session" => await EndSessionAsync(http, person, form["session"].ToString()),
            "everywhere" => await EndAllAsync(http, person),
            _ => await PageAsync(http, person),
        };
    }

    private async Task<IResult> TurnOnAsync(HttpContext http, Person person, string code)
    {
        var digits = new string([.. code.Where(char.IsAsciiDigit)]);
        if (!await people.VerifyTwoFactorTokenAsync(person, people.Options.Tokens.AuthenticatorTokenProvider, digits))
            return await PageAsync(http, person, error: person.Language == "en" ? "Wrong or expired code." : "Code incorrect ou expiré.");
        await people.SetTwoFactorEnabledAsync(person, true);
        await signIn.RefreshSignInAsync(person);
        return await PageAsync(http, person, recoveryCodes: [.. await people.GenerateNewTwoFactorRecoveryCodesAsync(person, 10) ?? []]);
    }

    private async Task<IResult> TurnOffAsync(HttpContext http, Person person)
    {
        await people.SetTwoFactorEnabledAsync(person, false);
        await people.ResetAuthenticatorKeyAsync(person);
        await signIn.RefreshSignInAsync(person);
        return await PageAsync(http, person);
    }

    private async Task<IResult> ChangePasswordAsync(HttpContext http, Person person, string current, string password)
    {
        if (rules.Refusal(password, person) is { } refusal)
        {
            var problem = PasswordProblems.For(refusal);
            return await PageAsync(http, person, error: $"{problem.Message.In(person.Language)} {problem.Remedy?.In(person.Language)}");
        }
        var changed = await people.ChangePasswordAsync(person, current, password);
        if (!changed.Succeeded)
            throw new InvalidOperationException("The password was not changed: " + string.Join(", ", changed.Errors.Select(error => error.Code)));
        await signIn.RefreshSignInAsync(person);
        return await PageAsync(http, person, notice: person.Language == "en" ? "Password changed; other sessions have ended." : "Mot de passe changé ; les autres sessions sont terminées.");
    }

    private async Task<IResult> EndSessionAsync(HttpContext http, Person person, string id)
    {
        // Somebody else's session is not there.
        if (await authorizations.FindByIdAsync(id, http.RequestAborted) is { } authorization
            && await authorizations.GetSubjectAsync(authorization, http.RequestAborted) == person.Id.ToString())
        {
            await authorizations.TryRevokeAsync(authorization, http.RequestAborted);
            await tokens.RevokeByAuthorizationIdAsync(id, http.RequestAborted);
        }
        return await PageAsync(http, person);
    }

    private async Task<IResult> EndAllAsync(HttpContext http, Person person)
    {
        await people.UpdateSecurityStampAsync(person);
        await authorizations.RevokeBySubjectAsync(person.Id.ToString(), http.RequestAborted);
        await tokens.RevokeBySubjectAsync(person.Id.ToString(), http.RequestAborted);
        await signIn.SignOutAsync();
        return Results.LocalRedirect("/account/sign-in");
    }

    private async Task<IResult> PageAsync(HttpContext http, Person person, string? error = null, string? notice = null, IReadOnlyList<string>? recoveryCodes = null)
    {
        string? key = null;
        if (!person.TwoFactorEnabled)
        {
            key = await people.GetAuthenticatorKeyAsync(person);
            if (key is null)
            {
                // Through the store: the manager's way would end every session of somebody who only looks at the page.
                AuditActor.Is(http, person.Id.ToString());
                key = people.GenerateNewAuthenticatorKey();
                await keys.SetAuthenticatorKeyAsync(person, key, http.RequestAborted);
                await people.UpdateAsync(person);
            }
        }
        return new RazorComponentResult<SecurityPage>(new
        {
            Context = PageContext.Of(http, person.Name, person.Language),
            TwoFactor = person.TwoFactorEnabled,
            Key = key is null ? null : string.Join(' ', key.Chunk(4).Select(chunk => new string(chunk))),
            KeyUri = key is null ? null : KeyUri(person, key),
            RecoveryCodes = recoveryCodes ?? [],
            Sessions = await SessionsAsync(person, http.RequestAborted),
            Error = error,
            Notice = notice,
        });
    }

    private async Task<List<SignedInPlace>> SessionsAsync(Person person, CancellationToken cancellationToken)
    {
        var sessions = new List<SignedInPlace>();
        await foreach (var authorization in authorizations.FindBySubjectAsync(person.Id.ToString(), cancellationToken))
        {
            if (await authorizations.GetStatusAsync(authorization, cancellationToken) != Statuses.Valid)
                continue;
            var application = await applications.FindByIdAsync((await authorizations.GetApplicationIdAsync(authorization, cancellationToken))!, cancellationToken);
            sessions.Add(new SignedInPlace(
                (await authorizations.GetIdAsync(authorization, cancellationToken))!,
                application is null ? "" : await applications.GetDisplayNameAsync(application, cancellationToken) ?? "",
                await authorizations.GetCreationDateAsync(authorization, cancellationToken) ?? default));
        }
        return [.. sessions.OrderByDescending(session => session.Since).Take(50)];
    }

    private static string KeyUri(Person person, string key) => new StringBuilder("otpauth://totp/")
        .Append(Uri.EscapeDataString("Observatoire des PTCE:" + person.Email)).Append("?secret=").Append(key)
        .Append("&issuer=").Append(Uri.EscapeDataString("Observatoire des PTCE")).Append("&digits=6").ToString();
}
