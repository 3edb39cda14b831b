using Ptce.ServiceDefaults.Problems;

namespace Ptce.Identity.Passwords;

internal static class PasswordProblems
{
    /// <summary>What to tell about a refused password; the password itself is never quoted.</summary>
    public static FieldError For(string refusal) => new($"identity.password.{refusal}", Message(refusal), refusal == "too-short" ? Phrase : Another) { Pointer = "/password" };

    private static LocalText Phrase { get; } = new(
        "Prenez plusieurs mots : une phrase est plus sûre et plus facile à retenir.", "Take several words: a phrase is safer and easier to remember.");

    private static LocalText Another { get; } = new("Choisissez-en un autre.", "Choose another one.");

    private static LocalText Message(string refusal) => refusal switch
    {
        "too-short" => new($"Le mot de passe a au moins {PasswordRules.Shortest} caractères.", $"The password has at least {PasswordRules.Shortest} characters."),
        "too-long" => new($"Le mot de passe a au plus {PasswordRules.Longest} caractères.", $"The password has at most {PasswordRules.Longest} characters."),
        "too-regular" => new("Ce mot de passe se répète ou suit une suite.", "This password repeats itself or follows a sequence."),
        "names-account" => new("Ce mot de passe se devine à partir du compte.", "This password can be guessed from the account."),
        _ => new("Ce mot de passe figure parmi ceux que les attaquants essaient d'abord.", "This password is among those that attackers try first."),
    };
}
