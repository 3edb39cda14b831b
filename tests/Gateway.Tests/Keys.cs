using Microsoft.IdentityModel.Tokens;
using Ptce.Identity.Keys;
using Ptce.ServiceDefaults.Access;
using Ptce.Testing;

namespace Ptce.Gateway.Tests;

/// <summary>Identity's own keys, and the test's, so that tests may also come with tokens of their own.</summary>
internal sealed class BothKeys(KeyRing ring) : ISigningKeySource
{
    public async Task<IReadOnlyCollection<SecurityKey>> ReadAsync(CancellationToken ct) => [.. ring.SigningKeys, .. await new TestTokens.Keys().ReadAsync(ct)];
}

internal sealed class NetworkKeys(TestNetwork network) : ISigningKeySource
{
    public async Task<IReadOnlyCollection<SecurityKey>> ReadAsync(CancellationToken ct)
    {
        using var client = new HttpClient(network, disposeHandler: false) { BaseAddress = new Uri("http://identity/") };
        return [.. new JsonWebKeySet(await client.GetStringAsync(new Uri(".well-known/jwks", UriKind.Relative), ct)).GetSigningKeys()];
    }
}
