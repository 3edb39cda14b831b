using Ptce.Demonstration.Loading;

namespace Ptce.Demonstration;

/// <summary>Arguments of the loader.</summary>
internal static class CommandLine
{
    public const string Usage = """
        Charge le jeu de démonstration 2015 par l'API publique / Loads the 2015 demonstration data set through the public API

          dotnet run --project src/Demonstration -- --url http://localhost:8080 --client-id demonstration [--client-secret …] [--leave-open]

        Le client machine vient de la configuration d'Identity (Identity:Clients:n:{Id,Secret,Permissions}, permission *).
        Son secret se donne par --client-secret ou, mieux, par la variable PTCE_CLIENT_SECRET (--client-id : PTCE_CLIENT_ID).
        Relancer la commande reprend un chargement interrompu ; la relancer après la fin ne change rien.
        """;

    public static LoadOptions? Read(string[] args, Func<string, string?> environment)
    {
        Dictionary<string, string> given = [];
        var leaveOpen = false;
        for (var i = 0; i < args.Length; i++)
        {
            if (args[i] == "--leave-open")
                leaveOpen = true;
            else if (args[i] is "--url" or "--client-id" or "--client-secret" && i + 1 < args.Length)
                given[args[i]] = args[++i];
            else
                return null;
        }
        var id = given.GetValueOrDefault("--client-id") ?? environment("PTCE_CLIENT_ID");
        var secret = given.GetValueOrDefault("--client-secret") ?? environment("PTCE_CLIENT_SECRET");
        return Uri.TryCreate(given.GetValueOrDefault("--url") ?? "http://localhost:8080", UriKind.Absolute, out var url) && id is { Length: > 0 } && secret is { Length: > 0 }
            ? new LoadOptions(url, id, secret) { LeaveOpen = leaveOpen }
            : null;
    }
}
