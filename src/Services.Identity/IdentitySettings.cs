namespace Ptce.Identity;

/// <summary>What an operator sets for Identity. Configuration section <c>Identity</c>.</summary>
public sealed class IdentitySettings
{
    /// <summary>Public address of the whole system, which is the issuer of its tokens. Must be https except on this machine itself.</summary>
    public Uri? Issuer { get; set; }

    /// <summary>The account that is made on the first start, when nobody is registered yet.</summary>
    public FirstAdministratorSettings FirstAdministrator { get; set; } = new();

    /// <summary>Machine clients and applications beside the built-in ones.</summary>
    public List<ClientSettings> Clients { get; } = [];

    /// <summary>Secret of the gateway's own client <c>web</c>. Required where Gateway and Identity are separate processes.</summary>
    public string? GatewaySecret { get; set; }

    // "Permissions": "a b" is as good as ["a", "b"]: environment variables have no lists.
    internal void ReadWordLists(IConfigurationSection clients)
    {
        foreach (var (client, section) in Clients.Zip(clients.GetChildren()))
        {
            client.Permissions.AddRange(Words(section["Permissions"]));
            client.Audiences.AddRange(Words(section["Audiences"]));
            client.RedirectUris.AddRange(Words(section["RedirectUris"]).Select(word => new Uri(word)));
        }
    }

    private static string[] Words(string? text) => text?.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries) ?? [];

    /// <summary>The issuer, or the reason why there is none.</summary>
    /// <exception cref="InvalidOperationException">The issuer is missing, or plain http beyond this machine.</exception>
    public Uri RequireIssuer()
    {
        var issuer = Issuer ?? throw new InvalidOperationException("Identity:Issuer is missing: set it to the public address of the system.");
        if (issuer.Scheme != Uri.UriSchemeHttps && !issuer.IsLoopback)
            throw new InvalidOperationException($"Identity:Issuer is {issuer}: beyond this machine it must be https.");
        return issuer;
    }
}

/// <summary>The first administrator (premier administrateur).</summary>
public sealed class FirstAdministratorSettings
{
    /// <summary>Address to sign in with; default <c>admin@localhost</c>.</summary>
    public string Email { get; set; } = "admin@localhost";

    /// <summary>Password; when missing one is generated and printed once. There is no default password.</summary>
    public string? Password { get; set; }
}

/// <summary>A client that is known from configuration: a machine with its own permissions, or an application that signs people in.</summary>
public sealed class ClientSettings
{
    /// <summary>Client id.</summary>
    public string Id { get; set; } = "";

    /// <summary>Client secret; missing for a public application (telephone, desktop), which then needs redirect addresses.</summary>
    public string? Secret { get; set; }

    /// <summary>Permissions of the machine itself (client credentials); <c>*</c> is all but <c>dossiers.sign-off</c>.</summary>
    public List<string> Permissions { get; } = [];

    /// <summary>Where people are sent back to after signing in (code flow).</summary>
    public List<Uri> RedirectUris { get; } = [];

    /// <summary>Services whose tokens the client may ask for; empty = all.</summary>
    public List<string> Audiences { get; } = [];
}
