using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Ptce.Identity.Storage;

namespace Ptce.Identity.Account;

/// <summary>
/// Lock-out that cannot be used to lock others out (OWASP "device cookies"): failures count against the source, not the account.
/// A browser that has signed in to the account before has a count of its own, so strangers' failures never touch it.
/// </summary>
internal sealed class SignInThrottle(IdentityDb db, IDataProtectionProvider protection, TimeProvider clock)
{
    /// <summary>Failures from one device or network before it has to wait.</summary>
    public const int PerSource = 10;

    /// <summary>Failures from all unknown sources together before unknown sources have to wait.</summary>
    public const int FromAllUnknown = 100;

    /// <summary>How long failures count and how long a source waits.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(15);

    private const string DeviceCookie = "ptce.device";
    private readonly IDataProtector protector = protection.CreateProtector("Ptce.Identity.Device");

    /// <summary>How long this source has to wait before it may try this account again; null when it need not.</summary>
    public async Task<TimeSpan?> WaitAsync(HttpContext http, string account)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var limits = Limits(http, account);
        var keys = limits.Select(limit => limit.Key).ToList();
        var attempts = await db.Set<SignInAttempts>().AsNoTracking()
            .Where(a => keys.Contains(a.Key) && a.WindowEndsAt > now).ToListAsync(http.RequestAborted);
        var full = attempts.Where(a => a.Failures >= limits.First(limit => limit.Key == a.Key).Most).ToList();
        return full.Count == 0 ? null : full.Max(a => a.WindowEndsAt) - now;
    }

    /// <summary>Counts a failure.</summary>
    public async Task FailedAsync(HttpContext http, string account)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        foreach (var (key, _) in Limits(http, account))
        {
            var attempts = await db.Set<SignInAttempts>().SingleOrDefaultAsync(a => a.Key == key, http.RequestAborted);
            if (attempts is null)
                db.Add(attempts = new SignInAttempts { Key = key });
            if (attempts.WindowEndsAt <= now)
                (attempts.Failures, attempts.WindowEndsAt) = (0, now + Window);
            attempts.Failures++;
        }
        await db.SaveChangesAsync(http.RequestAborted);
    }

    /// <summary>Forgets this source's failures and remembers the browser as one of the account's own.</summary>
    public async Task SucceededAsync(HttpContext http, string account)
    {
        var own = Limits(http, account)[0].Key;
        await db.Set<SignInAttempts>().Where(a => a.Key == own).ExecuteDeleteAsync(http.RequestAborted);
        if (Device(http, account) is not null)
            return;
        var device = Convert.ToHexString(RandomNumberGenerator.GetBytes(16));
        http.Response.Cookies.Append(DeviceCookie, protector.Protect($"{Digest(account)}:{device}"), new CookieOptions
        {
            HttpOnly = true,
            Secure = http.Request.IsHttps,
            SameSite = SameSiteMode.Strict,
            IsEssential = true,
            Path = "/account",
            MaxAge = TimeSpan.FromDays(365),
        });
    }

    private List<(string Key, int Most)> Limits(HttpContext http, string account) => Device(http, account) is { } device
        ? [(Digest($"{account}|device|{device}"), PerSource)]
        : [(Digest($"{account}|network|{Network(http.Connection.RemoteIpAddress)}"), PerSource), (Digest($"{account}|unknown"), FromAllUnknown)];

    private string? Device(HttpContext http, string account)
    {
        if (http.Request.Cookies[DeviceCookie] is not { Length: < 1000 } cookie)
            return null;
        try
        {
            var parts = protector.Unprotect(cookie).Split(':');
            return parts[0] == Digest(account) ? parts[1] : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    // One household or office has one IPv4 address or one IPv6 /64.
    private static string Network(IPAddress? address)
    {
        if (address is null)
            return "none";
        if (address.IsIPv4MappedToIPv6)
            address = address.MapToIPv4();
        return address.AddressFamily == AddressFamily.InterNetworkV6
            ? Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8))
            : address.ToString();
    }

    private static string Digest(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToUpperInvariant())));
}
