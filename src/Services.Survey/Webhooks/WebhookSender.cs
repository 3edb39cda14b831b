using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Ptce.Messaging.Leases;
using Ptce.Messaging.Storage;
using Ptce.Survey.Storage;

namespace Ptce.Survey.Webhooks;

/// <summary>Sends what is due, under a lease, so that several replicas send each once as a rule; a process killed after sending sends it again with the same id.</summary>
internal sealed class WebhookSender(DbScopes<SurveyDb> scopes, LeaseStore<SurveyDb> leases, WebhookAddress address, TimeProvider time, ILogger<WebhookSender> log) : BackgroundService
{
    private const int Batch = 20;
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LeaseTime = TimeSpan.FromMinutes(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var handler = new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false, ConnectCallback = address.ConnectAsync, PooledConnectionLifetime = TimeSpan.FromMinutes(1) };
        using var client = new HttpClient(handler) { Timeout = TimeSpan.FromSeconds(10) };
        using var timer = new PeriodicTimer(Look, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                if (await leases.TryTakeAsync("webhooks", LeaseTime, stoppingToken) is not null)
                    await SendDueAsync(client, stoppingToken);
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                // The database is away, or not migrated yet: what is due waits.
                log.LogWarning("Webhooks wait: {Error}", e.GetType().Name);
            }
        }
    }

    /// <summary>The header that proves who speaks: <c>t=unix seconds,v1=HMAC-SHA256 of "t.body"</c> in hexadecimal.</summary>
    public static string Sign(string secret, long seconds, string body)
    {
        var text = string.Create(CultureInfo.InvariantCulture, $"{seconds}.{body}");
        var mac = HMACSHA256.HashData(Convert.FromBase64String(secret), Encoding.UTF8.GetBytes(text));
        return string.Create(CultureInfo.InvariantCulture, $"t={seconds},v1={Convert.ToHexStringLower(mac)}");
    }

    private async Task SendDueAsync(HttpClient client, CancellationToken ct)
    {
        await using var scope = scopes.Open();
        var db = scope.Db;
        var now = time.GetUtcNow().UtcDateTime;
        var due = await db.Deliveries.Where(d => d.DueAt <= now).OrderBy(d => d.DueAt).Take(Batch).ToListAsync(ct);
        foreach (var delivery in due)
        {
            var webhook = await db.Webhooks.FindAsync([delivery.WebhookId], ct);
            if (webhook is null or { RetiredAt: not null })
            {
                delivery.DueAt = null;
            }
            else
            {
                var status = await SendAsync(client, webhook, delivery, ct);
                if (status is >= 200 and < 300)
                    delivery.Succeed(status, time.GetUtcNow().UtcDateTime);
                else
                    delivery.Fail(status, time.GetUtcNow().UtcDateTime);
            }
            await db.SaveChangesAsync(ct);
        }
    }

    private async Task<int> SendAsync(HttpClient client, Webhook webhook, WebhookDelivery delivery, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, webhook.Url) { Content = new StringContent(delivery.Body, Encoding.UTF8, "application/json") };
        request.Headers.Add("Ptce-Delivery", delivery.Id.ToString());
        request.Headers.Add("Ptce-Signature", Sign(webhook.Secret, time.GetUtcNow().ToUnixTimeSeconds(), delivery.Body));
        try
        {
            using var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, ct);
            return (int)answer.StatusCode;
        }
        catch (Exception e) when (!ct.IsCancellationRequested && e is HttpRequestException or OperationCanceledException or IOException)
        {
            return 0;
        }
    }
}

/// <summary>
/// Where webhooks may go: https to public addresses. Names are resolved here and the address is checked, so that a name cannot lead into the house's own network.
/// <c>Survey:Webhooks:AllowLoopback</c> opens http to this machine, for tests and development.
/// </summary>
internal sealed class WebhookAddress(IConfiguration configuration)
{
    private readonly bool allowLoopback = configuration.GetValue("Survey:Webhooks:AllowLoopback", false);

    public bool IsAllowed(Uri url) => url.IsAbsoluteUri && url.UserInfo.Length == 0 && (url.Scheme == Uri.UriSchemeHttps || (allowLoopback && url is { Scheme: "http", IsLoopback: true }));

    public async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken ct)
    {
        var addresses = await Dns.GetHostAddressesAsync(context.DnsEndPoint.Host, ct);
        var address = Array.Find(addresses, IsPublic) ?? throw new HttpRequestException("The name leads to no public address.");
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(new IPEndPoint(address, context.DnsEndPoint.Port), ct);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private bool IsPublic(IPAddress address)
    {
        if (IPAddress.IsLoopback(address))
            return allowLoopback;
        if (address.IsIPv4MappedToIPv6)
            address = address.MapToIPv4();
        if (address.AddressFamily == AddressFamily.InterNetworkV6)
            return !address.IsIPv6LinkLocal && !address.IsIPv6UniqueLocal && !address.IsIPv6SiteLocal && !address.IsIPv6Multicast && !address.Equals(IPAddress.IPv6Any);
        // RFC 1918, RFC 6598 (carrier), RFC 3927 (link local), "this network", multicast and reserved.
        return address.GetAddressBytes() switch
        {
            [10, ..] or [0, ..] or [127, ..] or [169, 254, ..] or [192, 168, ..] or [>= 224, ..] => false,
            [172, >= 16 and <= 31, ..] or [100, >= 64 and <= 127, ..] => false,
            _ => true,
        };
    }
}
