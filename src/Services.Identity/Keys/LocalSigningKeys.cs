using Microsoft.IdentityModel.Tokens;
using Ptce.ServiceDefaults.Access;

namespace Ptce.Identity.Keys;

/// <summary>Tokens checked in Identity's own process are checked with its own key ring.</summary>
internal sealed class LocalSigningKeys(KeyRing ring) : ISigningKeySource
{
    public Task<IReadOnlyCollection<SecurityKey>> ReadAsync(CancellationToken ct) => Task.FromResult<IReadOnlyCollection<SecurityKey>>([.. ring.SigningKeys]);
}
