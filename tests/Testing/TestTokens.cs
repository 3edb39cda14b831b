using System.Security.Claims;
using System.Security.Cryptography;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Ptce.ServiceDefaults;
using Ptce.ServiceDefaults.Access;

namespace Ptce.Testing;

/// <summary>Access tokens as Identity makes them, signed by a key that lives as long as the test run.</summary>
public static class TestTokens
{
    public const string Issuer = "https://observatoire.test/";

    private static readonly RsaSecurityKey Key = new(RSA.Create(2048)) { KeyId = "test" };

    public static string Person(params string[] grants) => PersonNamed(Guid.CreateVersion7().ToString(), grants);

    public static string PersonNamed(string subject, params string[] grants) => Make(
        [new("sub", subject), new("client_id", "tests"), new(Caller.PersonClaim, "true"), .. grants.Select(grant => new Claim(Caller.GrantClaim, grant))]);

    public static string Machine(params string[] permissions) => Make(
        [new("sub", "machine"), new("client_id", "machine"), .. (permissions.Length == 0 ? ["*"] : permissions).Select(p => new Claim(Caller.PermissionClaim, p))]);

    /// <summary>Any token, also a wrong one.</summary>
    public static string Make(IEnumerable<Claim> claims, IEnumerable<string>? audiences = null, DateTime? expires = null, string type = "at+jwt", string issuer = Issuer, SecurityKey? key = null)
    {
        var until = expires ?? DateTime.UnixEpoch.AddSeconds(TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() + 3600);
        var all = claims.Concat((audiences ?? ServiceHost.Services).Select(a => new Claim("aud", a)));
        return new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
        {
            Issuer = issuer,
            Subject = new ClaimsIdentity(all),
            NotBefore = until.AddHours(-2),
            IssuedAt = until.AddHours(-2),
            Expires = until,
            TokenType = type,
            SigningCredentials = new SigningCredentials(key ?? Key, SecurityAlgorithms.RsaSha256),
        });
    }

    public sealed class Keys : ISigningKeySource
    {
        public Task<IReadOnlyCollection<SecurityKey>> ReadAsync(CancellationToken ct) => Task.FromResult<IReadOnlyCollection<SecurityKey>>([Key]);
    }
}
