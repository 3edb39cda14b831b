using System.Text;
using Microsoft.AspNetCore.Identity;
using Ptce.Identity.People;

namespace Ptce.Identity.Passwords;

/// <summary>
/// Passwords by NIST SP 800-63B (revision 4, §3.1.1): length counts, composition does not; none that is known, guessable from
/// the account or made of repetition; no expiry.
/// </summary>
internal sealed class PasswordRules(KnownPasswords known) : IPasswordValidator<Person>
{
    /// <summary>Fewest characters of a password that may be the only factor.</summary>
    public const int Shortest = 15;

    /// <summary>Most characters: generous for phrases, bounded for the hash function's work.</summary>
    public const int Longest = 200;

    private const int FewestDifferent = 5;

    public Task<IdentityResult> ValidateAsync(UserManager<Person> manager, Person user, string? password)
    {
        var reason = Refusal(password ?? "", user);
        return Task.FromResult(reason is null
            ? IdentityResult.Success
            : IdentityResult.Failed(new IdentityError { Code = reason, Description = reason }));
    }

    /// <summary>Why the password is refused (last part of the problem's code), or null when it is good.</summary>
    public string? Refusal(string password, Person person)
    {
        var text = password.Normalize(NormalizationForm.FormKC);
        var characters = text.EnumerateRunes().Count();
        if (characters < Shortest)
            return "too-short";
        if (characters > Longest)
            return "too-long";
        if (text.EnumerateRunes().Distinct().Count() < FewestDifferent || IsRepetition(text) || IsSequence(text))
            return "too-regular";
        if (Mentions(text, person))
            return "names-account";
        return known.Contains(password) || known.Contains(text) ? "known" : null;
    }

    private static bool IsRepetition(string text)
    {
        for (var period = 1; period <= text.Length / 2; period++)
        {
            if (text.AsSpan(period).SequenceEqual(text.AsSpan(0, text.Length - period)))
                return true;
        }
        return false;
    }

    private static bool IsSequence(string text)
    {
        var steps = text.Zip(text.Skip(1), (left, right) => right - left).ToList();
        return steps.Count(step => step is 1 or -1) >= steps.Count * 4 / 5;
    }

    private static bool Mentions(string text, Person person)
    {
        string[] words = [person.Email ?? "", (person.Email ?? "").Split('@')[0], person.Name, "ptce"];
        // What is left beside the known words must still be long enough to be a secret.
        var rest = words.Where(word => word.Length >= 4)
            .Aggregate(text, (left, word) => left.Replace(word, "", StringComparison.OrdinalIgnoreCase));
        return rest.Length < 8;
    }
}
