using System.Net.Mail;
using System.Text.RegularExpressions;
using Ptce.ServiceDefaults.Access;
using Ptce.ServiceDefaults.Problems;

namespace Ptce.Identity.People;

internal static partial class PersonRules
{
    public static List<FieldError> Check(string? email, string? name, string? language)
    {
        var errors = new List<FieldError>();
        if (!IsEmail(email?.Trim()))
            errors.Add(PeopleProblems.EmailInvalid);
        if (name?.Trim() is not { Length: >= 1 and <= 200 } text || text.Any(char.IsControl))
            errors.Add(PeopleProblems.NameInvalid);
        if (language is not (null or "fr" or "en"))
            errors.Add(PeopleProblems.LanguageInvalid);
        return errors;
    }

    public static List<FieldError> CheckGrant(string? role, string? pole)
    {
        if (role is null || !Roles.All.Contains(role))
            return [PeopleProblems.RoleUnknown(role ?? "")];
        if (Roles.IsPerPole(role))
            return string.IsNullOrEmpty(pole) ? [PeopleProblems.PoleMissing] : PoleKey().IsMatch(pole) ? [] : [PeopleProblems.PoleInvalid(pole)];
        return string.IsNullOrEmpty(pole) ? [] : [PeopleProblems.PoleSuperfluous];
    }

    private static bool IsEmail(string? email) =>
        email is { Length: >= 3 and <= 256 } && MailAddress.TryCreate(email, out var parsed) && parsed.Address == email && !email.Any(char.IsControl);

    [GeneratedRegex("^[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?$")]
    private static partial Regex PoleKey();
}
