using System.Text;
using Ptce.Demonstration.Loading;

namespace Ptce.Demonstration;

/// <summary>How to sign in as the people of the demonstration: printed, never stored in clear.</summary>
public static class SignInNotice
{
    /// <summary>The notice.</summary>
    /// <param name="url">Public address of the system.</param>
    /// <param name="people">People of the demonstration.</param>
    public static string Of(Uri url, IEnumerable<DemonstrationPerson> people)
    {
        var text = new StringBuilder()
            .AppendLine()
            .AppendLine($"Se connecter / Sign in: {new Uri(url, "/account/sign-in")}")
            .AppendLine("Personnes de démonstration (mots de passe affichés une seule fois) / Demonstration people (passwords shown once):");
        foreach (var person in people)
            text.AppendLine($"  {person.Grant,-36} {person.Email,-56} {person.Password}");
        return text.ToString();
    }
}
