using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.EntityFrameworkCore;
using MimeKit;
using Ptce.Messaging.Leases;
using Ptce.Messaging.Storage;
using Ptce.Survey.Storage;

namespace Ptce.Survey.Collection;

/// <summary>Where mails go out. <c>Smtp:Host</c>, <c>Smtp:Port</c>, <c>Smtp:From</c>, <c>Smtp:User</c>, <c>Smtp:Password</c>, <c>Smtp:Tls</c> (default: when offered).</summary>
internal sealed class MailRoute(IConfiguration configuration)
{
    public bool IsConfigured => configuration["Smtp:Host"] is { Length: > 0 };

    public string From => configuration["Smtp:From"] ?? "observatoire@localhost";

    /// <summary>Public address of the house, for links.</summary>
    public string PublicUrl => (configuration["Survey:PublicUrl"] ?? configuration["Identity:Issuer"] ?? "http://localhost:8080").TrimEnd('/');

    public async Task<SmtpClient> ConnectAsync(CancellationToken ct)
    {
        var client = new SmtpClient { Timeout = 20_000 };
        var tls = configuration.GetValue("Smtp:Tls", false) ? SecureSocketOptions.StartTls : SecureSocketOptions.StartTlsWhenAvailable;
        await client.ConnectAsync(configuration["Smtp:Host"] ?? "localhost", configuration.GetValue("Smtp:Port", 25), tls, ct);
        if (configuration["Smtp:User"] is { Length: > 0 } user)
            await client.AuthenticateAsync(user, configuration["Smtp:Password"] ?? "", ct);
        return client;
    }
}

/// <summary>
/// Sends the mails that are due, under a lease. Each mail bears a new personal link whose hash is committed first: a process killed in between sends a second mail with
/// another link rather than none.
/// </summary>
internal sealed class MailSender(DbScopes<SurveyDb> scopes, LeaseStore<SurveyDb> leases, MailRoute route, TimeProvider time, ILogger<MailSender> log) : BackgroundService
{
    private const int Batch = 50;
    private static readonly TimeSpan LinkLife = TimeSpan.FromDays(60);
    private static readonly TimeSpan Later = TimeSpan.FromMinutes(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1), time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                if (route.IsConfigured && await leases.TryTakeAsync("mails", TimeSpan.FromMinutes(10), stoppingToken) is not null)
                    await SendDueAsync(stoppingToken);
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                log.LogWarning("Mails wait: {Error}", e.GetType().Name);
            }
        }
    }

    private async Task SendDueAsync(CancellationToken ct)
    {
        await using var scope = scopes.Open();
        var db = scope.Db;
        var now = time.GetUtcNow().UtcDateTime;
        var due = await db.Invitations.Where(i => i.MailDueAt <= now).OrderBy(i => i.MailDueAt).Take(Batch).ToListAsync(ct);
        if (due.Count == 0)
            return;
        var dossiers = due.Select(i => i.DossierId).Distinct().ToList();
        var letters = await db.Letters.AsNoTracking().Where(l => dossiers.Contains(l.DossierId)).ToDictionaryAsync(l => l.DossierId, ct);
        SmtpClient client;
        try
        {
            client = await route.ConnectAsync(ct);
        }
        catch (Exception e) when (!ct.IsCancellationRequested)
        {
            log.LogWarning("The mail server does not answer: {Error}", e.GetType().Name);
            due.ForEach(i => i.Postpone(now + Later));
            await db.SaveChangesAsync(ct);
            return;
        }
        using (client)
        {
            foreach (var invitation in due)
                await SendOneAsync(db, client, invitation, letters[invitation.DossierId], now, ct);
            await client.DisconnectAsync(true, ct);
        }
    }

    private async Task SendOneAsync(SurveyDb db, SmtpClient client, Invitation invitation, CollectionLetter letter, DateTime now, CancellationToken ct)
    {
        var (secret, hash) = PersonalLink.Make();
        db.Links.Add(new PersonalLink { Hash = hash, InvitationId = invitation.Id, ExpiresAt = now + LinkLife });
        await db.SaveChangesAsync(ct);
        try
        {
            await client.SendAsync(Compose(invitation, letter, secret), ct);
            invitation.Sent(now);
        }
        catch (SmtpCommandException refused) when (refused.ErrorCode == SmtpErrorCode.RecipientNotAccepted && (int)refused.StatusCode >= 500)
        {
            invitation.Bounced((int)refused.StatusCode);
        }
        catch (Exception e) when (!ct.IsCancellationRequested && e is SmtpCommandException or SmtpProtocolException or IOException or ServiceNotConnectedException)
        {
            invitation.Postpone(now + Later);
        }
        await db.SaveChangesAsync(ct);
    }

    // The secret stands in the fragment: it reaches no server log and no referrer; the page posts it.
    private MimeMessage Compose(Invitation invitation, CollectionLetter letter, string secret)
    {
        var message = new MimeMessage { Subject = letter.Subject };
        message.From.Add(MailboxAddress.Parse(route.From));
        message.To.Add(new MailboxAddress(invitation.Name, invitation.Email));
        message.Body = new TextPart("plain") { Text = letter.Text.Replace("{lien}", $"{route.PublicUrl}/app/membre#{secret}", StringComparison.Ordinal).Replace("{membre}", invitation.Name, StringComparison.Ordinal) };
        return message;
    }
}
