using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Ptce.Identity.Mail;
using Ptce.Identity.People;
using Ptce.Identity.Storage;

namespace Ptce.Identity.Account;

/// <summary>
/// The link by which a person chooses a password: invitation or recovery. Good for a day, once, and only until the password or the account changes. The
/// secret stands behind the <c>#</c>, which browsers send to nobody.
/// </summary>
internal sealed class PersonalLink(
    IdentityDb db, UserManager<Person> people, IDataProtectionProvider protection, IOptions<IdentitySettings> identity, IOptions<MailSettings> mail, TimeProvider clock)
{
    /// <summary>How long a link is good for.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromDays(1);

    /// <summary>Writes the mail; the caller saves it with its change. Gives the link when no mail server is configured, so that it can be handed over.</summary>
    public async Task<string?> WriteAsync(Person person, bool invitation)
    {
        var secret = person.Id.ToString("N") + "." + await people.GeneratePasswordResetTokenAsync(person);
        var link = new Uri(identity.Value.RequireIssuer(), "/account/password").AbsoluteUri + "#" + Uri.EscapeDataString(secret);
        if (!mail.Value.IsConfigured)
            return link;
        var now = clock.GetUtcNow().UtcDateTime;
        var (subject, body) = Text(person, link, invitation);
        db.Add(new OutgoingMail
        {
            Id = Guid.CreateVersion7(),
            To = person.Email!,
            Subject = subject,
            Body = protection.CreateProtector("Ptce.Identity.Mail").Protect(Encoding.UTF8.GetBytes(body)),
            WrittenAt = now,
            UselessAt = now + Life,
            NextAttemptAt = now,
        });
        return null;
    }

    /// <summary>Whose link it is; null when it is not, or no longer, good.</summary>
    public async Task<(Person Person, string Token)?> ReadAsync(string? secret)
    {
        if (secret is not { Length: > 34 and < 2000 } || !Guid.TryParseExact(secret[..32], "N", out var id) || secret[32] != '.')
            return null;
        var person = await people.FindByIdAsync(id.ToString());
        var token = secret[33..];
        return person is { IsOpen: true } && await people.VerifyUserTokenAsync(person, people.Options.Tokens.PasswordResetTokenProvider, UserManager<Person>.ResetPasswordTokenPurpose, token)
            ? (person, token)
            : null;
    }

    private static (string Subject, string Body) Text(Person person, string link, bool invitation) => (person.Language, invitation) switch
    {
        ("en", true) => ("Your account at the observatory of PTCE",
            $"Hello {person.Name},\n\nan account has been opened for you. Choose your password within 24 hours:\n\n{link}\n\nIf you do not expect this, do nothing.\n"),
        ("en", false) => ("A new password for the observatory of PTCE",
            $"Hello {person.Name},\n\nchoose a new password within 24 hours:\n\n{link}\n\nIf you did not ask for this, do nothing: your password stays as it is.\n"),
        (_, true) => ("Votre compte à l'observatoire des PTCE",
            $"Bonjour {person.Name},\n\nun compte a été ouvert pour vous. Choisissez votre mot de passe sous 24 heures :\n\n{link}\n\nSi vous n'attendiez pas ce message, ne faites rien.\n"),
        _ => ("Nouveau mot de passe pour l'observatoire des PTCE",
            $"Bonjour {person.Name},\n\nchoisissez un nouveau mot de passe sous 24 heures :\n\n{link}\n\nSi vous ne l'avez pas demandé, ne faites rien : votre mot de passe reste inchangé.\n"),
    };
}
