using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Server;
using Ptce.Identity.Storage;

namespace Ptce.Identity.Keys;

/// <summary>The keys that tokens are signed and encrypted with: kept in the database, protected at rest, rotated without a restart.</summary>
internal sealed class KeyRing(
    IServiceScopeFactory scopes, IDataProtectionProvider protection, TimeProvider clock, IOptions<KeyRotation> rotation)
    : IConfigureOptions<OpenIddictServerOptions>, IOptionsChangeTokenSource<OpenIddictServerOptions>, IDisposable
{
    private const string Signing = "signing";
    private const string Encryption = "encryption";

    private readonly IDataProtector protector = protection.CreateProtector("Ptce.Identity.Keys");
    private readonly Lock gate = new();
    private readonly SemaphoreSlim rotating = new(1, 1);
    private CancellationTokenSource reload = new();
    private Keys? current;

    public string Name => Options.DefaultName;

    /// <summary>Public halves of every key that may have signed a token still alive.</summary>
    public IReadOnlyList<SecurityKey> SigningKeys => [.. Current().Signing.Select(key => PublicHalf((RsaSecurityKey)key))];

    public void Configure(OpenIddictServerOptions options)
    {
        var keys = Current();
        // OpenIddict signs with the first one and publishes all.
        foreach (var key in keys.Signing)
            options.SigningCredentials.Add(new SigningCredentials(key, SecurityAlgorithms.RsaSha256));
        foreach (var key in keys.Encryption)
            options.EncryptionCredentials.Add(new EncryptingCredentials(
                key, SecurityAlgorithms.Aes256KW, SecurityAlgorithms.Aes256CbcHmacSha512));
    }

    public IChangeToken GetChangeToken() => new CancellationChangeToken(reload.Token);

    /// <summary>Makes the next generation when due, forgets what has retired, and lets the server read the ring again.</summary>
    public async Task RotateAsync(CancellationToken cancellationToken)
    {
        await rotating.WaitAsync(cancellationToken);
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<IdentityDb>();
            var now = clock.GetUtcNow().UtcDateTime;
            await db.Set<StoredKey>().Where(key => key.RetiredAt < now).ExecuteDeleteAsync(cancellationToken);
            lock (gate)
            {
                current = Load();
            }
            using var previous = Interlocked.Exchange(ref reload, new CancellationTokenSource());
            await previous.CancelAsync();
        }
        finally
        {
            rotating.Release();
        }
    }

    public void Dispose()
    {
        reload.Dispose();
        rotating.Dispose();
    }

    private Keys Current()
    {
        lock (gate)
        {
            return current ??= Load();
        }
    }

    private Keys Load()
    {
        using var scope = scopes.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<IdentityDb>();
        return new Keys(Load(db, Signing), Load(db, Encryption));
    }

    private List<SecurityKey> Load(IdentityDb db, string purpose)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var plan = rotation.Value;
        for (var attempt = 1; ; attempt++)
        {
            var stored = db.Set<StoredKey>().AsNoTracking().Where(key => key.Purpose == purpose).OrderBy(key => key.Generation).ToList();
            var newest = stored.LastOrDefault();
            if (newest is not null && newest.ActiveFrom + plan.Use - plan.Announce > now)
                return InOrderOfUse([.. stored.Where(key => key.RetiredAt > now)], now);

            var next = Make(purpose, newest, now, plan);
            db.Add(next);
            try
            {
                db.SaveChanges();
            }
            catch (DbUpdateException) when (attempt < 3)
            {
                // Another replica made this generation first: take theirs.
            }
            db.ChangeTracker.Clear();
        }
    }

    private List<SecurityKey> InOrderOfUse(List<StoredKey> stored, DateTime now)
    {
        var active = stored.Last(key => key.ActiveFrom <= now);
        return [.. stored.OrderByDescending(key => key == active).ThenByDescending(key => key.Generation).Select(Open)];
    }

    private StoredKey Make(string purpose, StoredKey? previous, DateTime now, KeyRotation plan)
    {
        var activeFrom = previous is null || previous.ActiveFrom + plan.Use < now ? now : previous.ActiveFrom + plan.Use;
        byte[] secret;
        if (purpose == Signing)
        {
            using var rsa = RSA.Create(2048);
            secret = rsa.ExportPkcs8PrivateKey();
        }
        else
        {
            secret = RandomNumberGenerator.GetBytes(32);
        }
        return new StoredKey
        {
            Purpose = purpose,
            Generation = (previous?.Generation ?? 0) + 1,
            KeyId = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8)),
            ActiveFrom = activeFrom,
            RetiredAt = activeFrom + plan.Use + plan.Keep,
            Protected = protector.Protect(secret),
        };
    }

    private SecurityKey Open(StoredKey stored)
    {
        var secret = protector.Unprotect(stored.Protected);
        if (stored.Purpose == Encryption)
            return new SymmetricSecurityKey(secret) { KeyId = stored.KeyId };
        var rsa = RSA.Create();
        rsa.ImportPkcs8PrivateKey(secret, out _);
        return new RsaSecurityKey(rsa) { KeyId = stored.KeyId };
    }

    private static RsaSecurityKey PublicHalf(RsaSecurityKey key) =>
        new(key.Rsa.ExportParameters(includePrivateParameters: false)) { KeyId = key.KeyId };

    private sealed record Keys(List<SecurityKey> Signing, List<SecurityKey> Encryption);
}
