using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace Ptce.ServiceDefaults.Access;

/// <summary>Where the keys come from that tokens are checked with: Identity over HTTP, or Identity in the same process.</summary>
public interface ISigningKeySource
{
    /// <summary>The public keys in force.</summary>
    /// <param name="ct">Cancels reading.</param>
    Task<IReadOnlyCollection<SecurityKey>> ReadAsync(CancellationToken ct);
}

/// <summary>Reads Identity's key set over the internal network; the issuer's public address need not be reachable from inside.</summary>
internal sealed class RemoteSigningKeys(IHttpClientFactory clients) : ISigningKeySource
{
    internal const string Client = "identity-keys";

    public async Task<IReadOnlyCollection<SecurityKey>> ReadAsync(CancellationToken ct)
    {
        using var client = clients.CreateClient(Client);
        var json = await client.GetStringAsync(new Uri(".well-known/jwks", UriKind.Relative), ct);
        return [.. new JsonWebKeySet(json).GetSigningKeys()];
    }
}

/// <summary>Keeps the keys for an hour, and reads them again when a token names an unknown one (at most every ten seconds).</summary>
internal sealed class SigningKeyCache(ISigningKeySource source, string issuer, TimeProvider time, ILogger<SigningKeyCache> log)
    : IConfigurationManager<OpenIdConnectConfiguration>, IDisposable
{
    private static readonly TimeSpan Kept = TimeSpan.FromHours(1);
    private static readonly TimeSpan Least = TimeSpan.FromSeconds(10);
    private readonly SemaphoreSlim _one = new(1, 1);
    private volatile Held? _held;
    private DateTimeOffset _asked;

    public async Task<OpenIdConnectConfiguration> GetConfigurationAsync(CancellationToken cancel)
    {
        if (_held is { } fresh && fresh.Until > time.GetUtcNow())
            return fresh.Configuration;
        await _one.WaitAsync(cancel);
        try
        {
            if (_held is { } other && other.Until > time.GetUtcNow())
                return other.Configuration;
            var configuration = new OpenIdConnectConfiguration { Issuer = issuer };
            foreach (var key in await source.ReadAsync(cancel))
                configuration.SigningKeys.Add(key);
            _held = new Held(configuration, time.GetUtcNow() + Kept);
            return configuration;
        }
        catch (Exception e) when (_held is not null && e is not OperationCanceledException)
        {
            // Identity is away: the keys we know go on being good for a while.
            log.LogWarning("Signing keys could not be read again: {Error}", e.Message);
            _held = _held with { Until = time.GetUtcNow() + Least };
            return _held.Configuration;
        }
        finally
        {
            _one.Release();
        }
    }

    public void RequestRefresh()
    {
        var now = time.GetUtcNow();
        if (_held is { } held && now - _asked > Least)
        {
            _asked = now;
            _held = held with { Until = now };
        }
    }

    public void Dispose() => _one.Dispose();

    private sealed record Held(OpenIdConnectConfiguration Configuration, DateTimeOffset Until);
}
