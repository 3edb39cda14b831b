using System.Text;
using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using MimeKit;
using Ptce.Identity.Storage;

namespace Ptce.Identity.Mail;

/// <summary>Sends what waits, again and later when the server is away. A process killed between sending and removing sends twice: better than never.</summary>
internal sealed partial class SendMail(
    IServiceScopeFactory scopes, IDataProtectionProvider protection, IOptions<MailSettings> settings, TimeProvider clock, ILogger<SendMail> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);
    private readonly IDataProtector protector = protection.CreateProtector("Ptce.Identity.Mail");

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!settings.Value.IsConfigured)
            return;
        using var timer = new PeriodicTimer(Pause, clock);
        try
        {
            do
            {
                await SendWaitingAsync(stoppingToken);
            }
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The host is stopping; what waits is sent at the next start.
        }
    }

    private async Task SendWaitingAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<IdentityDb>();
        var now = clock.GetUtcNow().UtcDateTime;
        await db.Set<OutgoingMail>().Where(mail => mail.UselessAt < now).ExecuteDeleteAsync(cancellationToken);
        foreach (var mail in await db.Set<OutgoingMail>().Where(mail => mail.NextAttemptAt <= now).OrderBy(mail => mail.WrittenAt).Take(20).ToListAsync(cancellationToken))
        {
            try
            {
                await SendAsync(mail, cancellationToken);
                db.Remove(mail);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                Failed(log, failure.GetType().Name);
                mail.Attempts++;
                mail.NextAttemptAt = now + TimeSpan.FromSeconds(15 * Math.Pow(2, Math.Min(mail.Attempts, 8)));
            }
            await db.SaveChangesAsync(cancellationToken);
        }
    }

    private async Task SendAsync(OutgoingMail mail, CancellationToken cancellationToken)
    {
        var server = settings.Value;
        using var message = new MimeMessage();
        message.From.Add(MailboxAddress.Parse(server.From));
        message.To.Add(MailboxAddress.Parse(mail.To));
        message.Subject = mail.Subject;
        message.MessageId = $"{mail.Id}@ptce";
        message.Body = new TextPart("plain") { Text = Encoding.UTF8.GetString(protector.Unprotect(mail.Body)) };
        using var client = new SmtpClient();
        await client.ConnectAsync(server.Host!, server.Port, server.Encrypted ? SecureSocketOptions.StartTls : SecureSocketOptions.None, cancellationToken);
        if (server.User is not null)
            await client.AuthenticateAsync(server.User, server.Password ?? "", cancellationToken);
        await client.SendAsync(message, cancellationToken);
        await client.DisconnectAsync(quit: true, cancellationToken);
    }

    // No address and no text: logs hold no personal data.
    [LoggerMessage(Level = LogLevel.Warning, Message = "A mail could not be sent ({Failure}) and will be tried again")]
    private static partial void Failed(ILogger log, string failure);
}
