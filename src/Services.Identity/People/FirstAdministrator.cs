using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Ptce.Identity.Passwords;
using Ptce.Identity.Storage;
using Ptce.ServiceDefaults.Access;

namespace Ptce.Identity.People;

/// <summary>Makes the first administrator on a first start: from configuration, or with a generated password that is printed once.</summary>
internal sealed class FirstAdministrator(
    IdentityDb db, UserManager<Person> people, PasswordRules rules, IOptions<IdentitySettings> settings, TimeProvider clock)
{
    /// <summary>Does nothing when anybody is an administrator already.</summary>
    /// <exception cref="InvalidOperationException">The configured password breaks the rules for passwords.</exception>
    public async Task EnsureAsync(TextWriter console, CancellationToken cancellationToken)
    {
        if (await db.Grants.AnyAsync(grant => grant.Role == Roles.Administrator, cancellationToken))
            return;
        var configured = settings.Value.FirstAdministrator;
        var password = configured.Password ?? Generate();
        var now = clock.GetUtcNow().UtcDateTime;
        var person = new Person
        {
            Id = Guid.CreateVersion7(),
            Email = configured.Email,
            UserName = configured.Email,
            NormalizedEmail = people.NormalizeEmail(configured.Email),
            NormalizedUserName = people.NormalizeName(configured.Email),
            Name = "Administrateur",
            EmailConfirmed = true,
            CreatedAt = now,
            SecurityStamp = Convert.ToHexString(RandomNumberGenerator.GetBytes(20)),
            Grants = { new Grant { Role = Roles.Administrator, GrantedAt = now, GrantedBy = "first-start" } },
        };
        if (rules.Refusal(password, person) is { } refusal)
            throw new InvalidOperationException($"Identity:FirstAdministrator:Password is refused: {PasswordProblems.For(refusal).Message.En}");
        person.PasswordHash = people.PasswordHasher.HashPassword(person, password);
        db.Add(person);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException) when (db.Grants.Any(grant => grant.Role == Roles.Administrator))
        {
            // Another replica of this service was first, and printed its own.
            return;
        }
        if (configured.Password is null)
            await console.WriteLineAsync($"\nPremier administrateur / First administrator: {configured.Email}\nMot de passe (affiché une seule fois) / Password (shown only once): {password}\n");
    }

    // 20 letters and digits without look-alikes: 5.8 bits each, 116 in all.
    private static string Generate() => string.Join('-', Enumerable.Range(0, 4).Select(_ => RandomNumberGenerator.GetString("abcdefghijkmnopqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789", 5)));
}
