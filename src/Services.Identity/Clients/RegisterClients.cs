using System.Security.Cryptography;
using Microsoft.Extensions.Options;
using OpenIddict.Abstractions;
using Ptce.ServiceDefaults;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Ptce.Identity.Clients;

/// <summary>Brings the registered clients in line with configuration: new ones are added, changed ones updated, dropped ones removed.</summary>
internal sealed class RegisterClients(IOpenIddictApplicationManager applications, IOptions<IdentitySettings> settings)
{
    /// <summary>Public native client for command lines, such as the demonstration's loader: code flow with PKCE to a loopback address.</summary>
    public const string CommandLine = "cli";

    /// <summary>The gateway's own client, which holds the browser's session.</summary>
    public const string Web = "web";

    private const string Configured = "ptce_configured";

    /// <summary>Makes the registered clients those of configuration.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var wanted = Descriptors().ToDictionary(descriptor => descriptor.ClientId!, StringComparer.Ordinal);
        var obsolete = new List<object>();
        await foreach (var application in applications.ListAsync(cancellationToken: cancellationToken))
        {
            var id = await applications.GetClientIdAsync(application, cancellationToken);
            if (!wanted.ContainsKey(id!) && (await applications.GetPropertiesAsync(application, cancellationToken)).ContainsKey(Configured))
                obsolete.Add(application);
        }
        foreach (var application in obsolete)
            await applications.DeleteAsync(application, cancellationToken);

        foreach (var descriptor in wanted.Values)
        {
            var existing = await applications.FindByClientIdAsync(descriptor.ClientId!, cancellationToken);
            if (existing is null)
                await applications.CreateAsync(descriptor, cancellationToken);
            else
                await applications.UpdateAsync(existing, descriptor, cancellationToken);
        }
    }

    private IEnumerable<OpenIddictApplicationDescriptor> Descriptors()
    {
        var issuer = settings.Value.RequireIssuer();
        yield return WebClient(issuer);
        yield return Describe(new ClientSettings { Id = CommandLine, RedirectUris = { new Uri("http://127.0.0.1/callback"), new Uri("http://localhost/callback") } }, ApplicationTypes.Native);
        foreach (var client in settings.Value.Clients)
            yield return Describe(client, client.Secret is null ? ApplicationTypes.Native : ApplicationTypes.Web);
    }

    private OpenIddictApplicationDescriptor WebClient(Uri issuer)
    {
        var web = Describe(
            new ClientSettings
            {
                Id = Web,
                Secret = settings.Value.GatewaySecret ?? Convert.ToHexString(RandomNumberGenerator.GetBytes(32)),
                RedirectUris = { new Uri(issuer, "/session/callback") },
            },
            ApplicationTypes.Web);
        web.PostLogoutRedirectUris.Add(issuer);
        return web;
    }

    private static OpenIddictApplicationDescriptor Describe(ClientSettings client, string type)
    {
        if (client.Id.Length == 0)
            throw new InvalidOperationException("Identity:Clients has an entry without Id.");
        if (client.Secret is null && client.RedirectUris.Count == 0)
            throw new InvalidOperationException($"Identity:Clients: {client.Id} has neither Secret nor RedirectUris, so nothing could use it.");
        if (client.Secret is null && client.Permissions.Count > 0)
            throw new InvalidOperationException($"Identity:Clients: {client.Id} has permissions of its own but no Secret to prove itself with.");

        var descriptor = new OpenIddictApplicationDescriptor
        {
            ClientId = client.Id,
            ClientSecret = client.Secret,
            ClientType = client.Secret is null ? ClientTypes.Public : ClientTypes.Confidential,
            ApplicationType = type,
            ConsentType = ConsentTypes.Implicit,
            DisplayName = client.Id,
            Permissions = { Permissions.Endpoints.Token, Permissions.Endpoints.Revocation },
        };
        descriptor.Properties[Configured] = System.Text.Json.JsonSerializer.SerializeToElement(client.Permissions);
        if (client.Secret is not null && client.Permissions.Count > 0)
            descriptor.Permissions.Add(Permissions.GrantTypes.ClientCredentials);
        if (client.RedirectUris.Count > 0)
        {
            descriptor.Permissions.UnionWith([
                Permissions.Endpoints.Authorization, Permissions.Endpoints.EndSession,
                Permissions.GrantTypes.AuthorizationCode, Permissions.GrantTypes.RefreshToken, Permissions.ResponseTypes.Code,
                Permissions.Scopes.Email, Permissions.Scopes.Profile]);
            descriptor.Requirements.Add(Requirements.Features.ProofKeyForCodeExchange);
            descriptor.RedirectUris.UnionWith(client.RedirectUris);
        }
        foreach (var audience in client.Audiences.Count > 0 ? client.Audiences : ServiceHost.Services)
            descriptor.Permissions.Add(Permissions.Prefixes.Scope + audience);
        return descriptor;
    }

    /// <summary>Permissions that configuration gives the machine client itself.</summary>
    public static IReadOnlyList<string> PermissionsOf(System.Collections.Immutable.ImmutableDictionary<string, System.Text.Json.JsonElement> properties) =>
        properties.TryGetValue(Configured, out var value)
            ? [.. value.EnumerateArray().Select(item => item.GetString()!)]
            : [];
}
