using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;
using Ptce.Gateway.Session;
using Ptce.ServiceDefaults.Problems;

namespace Ptce.Gateway.Protection;

/// <summary>How many requests are served. Configuration section <c>RateLimits</c>.</summary>
internal sealed class RateLimitSettings
{
    /// <summary>Off only where something else limits, or for load tests.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>Requests a second from one address (IPv4) or network (IPv6 /64), sustained.</summary>
    public int PerAddress { get; set; } = 200;

    /// <summary>Requests a second of one session or token, sustained.</summary>
    public int PerCaller { get; set; } = 100;

    /// <summary>Sign-in attempts and token requests a second from one address, sustained.</summary>
    public int SignIns { get; set; } = 10;

    /// <summary>Seconds' worth that may come at once.</summary>
    public int Burst { get; set; } = 20;
}

/// <summary>Token buckets per address, per caller and for sign-in; who exceeds one is told so and for how long.</summary>
internal static class RateLimits
{
    public static readonly Problem TooMany = new("request.rate.exceeded", 429,
        fr: "Trop de requêtes en peu de temps. Attendez le nombre de secondes indiqué par Retry-After, puis reprenez.",
        en: "Too many requests in a short time. Wait the number of seconds given by Retry-After, then go on.");

    public static void AddRateLimits(this WebApplicationBuilder builder)
    {
        var settings = builder.Configuration.GetSection("RateLimits").Get<RateLimitSettings>() ?? new();
        builder.Services.AddRateLimiter(options =>
        {
            options.OnRejected = static async (context, _) =>
            {
                var wait = context.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : TimeSpan.FromSeconds(1);
                context.HttpContext.Response.Headers.RetryAfter = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)).ToString(System.Globalization.CultureInfo.InvariantCulture);
                await TooMany.With().ExecuteAsync(context.HttpContext);
            };
            if (settings.Enabled)
            {
                options.GlobalLimiter = PartitionedRateLimiter.CreateChained(
                    Limiter(http => Address(http.Connection.RemoteIpAddress), settings.PerAddress, settings.Burst),
                    Limiter(Caller, settings.PerCaller, settings.Burst),
                    Limiter(http => IsSignIn(http.Request) ? Address(http.Connection.RemoteIpAddress) : null, settings.SignIns, settings.Burst));
            }
        });
    }

    private static PartitionedRateLimiter<HttpContext> Limiter(Func<HttpContext, string?> key, int perSecond, int burst) =>
        PartitionedRateLimiter.Create<HttpContext, string>(http => key(http) is { } partition
            ? RateLimitPartition.GetTokenBucketLimiter(partition, _ => new TokenBucketRateLimiterOptions
            {
                TokensPerPeriod = perSecond,
                ReplenishmentPeriod = TimeSpan.FromSeconds(1),
                TokenLimit = perSecond * burst,
                QueueLimit = 0,
            })
            : RateLimitPartition.GetNoLimiter(""));

    private static bool IsSignIn(HttpRequest request) => HttpMethods.IsPost(request.Method)
        && (request.Path.StartsWithSegments("/connect/token") || request.Path.StartsWithSegments("/account"));

    // A digest stands for the secret: what is kept in memory for counting opens nothing.
    private static string? Caller(HttpContext http)
    {
        var secret = http.Request.Headers.Authorization is [{ Length: > 0 } bearer] ? bearer : http.Request.Cookies[SessionSettings.CookieName(http)];
        return string.IsNullOrEmpty(secret) ? null : Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(secret)).AsSpan(0, 16));
    }

    private static string Address(IPAddress? address)
    {
        if (address is null)
            return "unknown";
        if (address.IsIPv4MappedToIPv6)
            address = address.MapToIPv4();
        return address.AddressFamily == AddressFamily.InterNetworkV6
            ? Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8))
            : address.ToString();
    }
}
