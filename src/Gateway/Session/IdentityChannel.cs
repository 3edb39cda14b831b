using System.Text.Json;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Ptce.ServiceDefaults.Access;

namespace Ptce.Gateway.Session;

/// <summary>
/// The back channel to Identity: over the internal network by service discovery, or to this process itself where Identity lives in it.
/// Browsers are sent to the public address, tokens are fetched here.
/// </summary>
internal sealed class IdentityChannel(
    IHttpClientFactory clients, IServiceProvider services, ISigningKeySource keys, IOptions<SessionSettings> settings)
    : IConfigurationManager<OpenIdConnectConfiguration>
{
    public const string Client = "session-identity";

    public async Task<OpenIdConnectConfiguration> GetConfigurationAsync(CancellationToken cancel)
    {
        var issuer = settings.Value.Issuer;
        var configuration = new OpenIdConnectConfiguration
        {
            Issuer = issuer.AbsoluteUri,
            AuthorizationEndpoint = new Uri(issuer, "connect/authorize").AbsoluteUri,
            EndSessionEndpoint = new Uri(issuer, "connect/logout").AbsoluteUri,
            TokenEndpoint = new Uri(Address(), "connect/token").AbsoluteUri,
        };
        foreach (var key in await keys.ReadAsync(cancel))
            configuration.SigningKeys.Add(key);
        return configuration;
    }

    public void RequestRefresh()
    {
        // Nothing is kept here: every sign-in reads the keys anew.
    }

    /// <summary>New tokens for a refresh token; null when Identity says that the session is over.</summary>
    public async Task<JsonElement?> RefreshAsync(string refreshToken, CancellationToken cancellationToken)
    {
        using var answer = await PostAsync("connect/token", new() { ["grant_type"] = "refresh_token", ["refresh_token"] = refreshToken }, cancellationToken);
        if ((int)answer.StatusCode is >= 400 and < 500)
            return null;
        answer.EnsureSuccessStatusCode();
        return JsonDocument.Parse(await answer.Content.ReadAsByteArrayAsync(cancellationToken)).RootElement;
    }

    /// <summary>Makes a refresh token worthless.</summary>
    public async Task RevokeAsync(string refreshToken, CancellationToken cancellationToken)
    {
        using var answer = await PostAsync("connect/revoke", new() { ["token"] = refreshToken, ["token_type_hint"] = "refresh_token" }, cancellationToken);
    }

    private async Task<HttpResponseMessage> PostAsync(string path, Dictionary<string, string> form, CancellationToken cancellationToken)
    {
        form["client_id"] = SessionSettings.ClientId;
        form["client_secret"] = settings.Value.Secret;
        using var client = clients.CreateClient(Client);
        using var content = new FormUrlEncodedContent(form);
        return await client.PostAsync(new Uri(Address(), path), content, cancellationToken);
    }

    private Uri Address() => services.GetService<LocalIdentity>() is null
        ? new Uri("http://identity/")
        : OwnAddress.Of(services.GetRequiredService<IServer>());
}

/// <summary>Registered where Identity runs in the same process.</summary>
internal sealed class LocalIdentity;
