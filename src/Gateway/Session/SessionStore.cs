using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace Ptce.Gateway.Session;

/// <summary>Keeps sessions in the database, so that they outlive a restart and are shared by replicas.</summary>
internal sealed class SessionStore(IServiceScopeFactory scopes, IDataProtectionProvider protection, TimeProvider clock) : ITicketStore
{
    private static readonly TimeSpan Longest = TimeSpan.FromHours(12);
    private readonly IDataProtector protector = protection.CreateProtector("Ptce.Gateway.Session");

    public async Task<string> StoreAsync(AuthenticationTicket ticket)
    {
        var key = Convert.ToHexString(RandomNumberGenerator.GetBytes(32));
        var now = clock.GetUtcNow().UtcDateTime;
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SessionsDb>();
        await db.Sessions.Where(session => session.ExpiresAt < now).ExecuteDeleteAsync();
        db.Add(new StoredSession
        {
            Key = Digest(key),
            Subject = ticket.Principal.FindFirst("sub")!.Value,
            StartedAt = now,
            ExpiresAt = Expiry(ticket),
            Ticket = Protect(ticket),
        });
        await db.SaveChangesAsync();
        return key;
    }

    public async Task RenewAsync(string key, AuthenticationTicket ticket)
    {
        var (digest, expires, content) = (Digest(key), Expiry(ticket), Protect(ticket));
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SessionsDb>();
        await db.Sessions.Where(session => session.Key == digest)
            .ExecuteUpdateAsync(set => set.SetProperty(s => s.ExpiresAt, expires).SetProperty(s => s.Ticket, content));
    }

    public async Task<AuthenticationTicket?> RetrieveAsync(string key)
    {
        var (digest, now) = (Digest(key), clock.GetUtcNow().UtcDateTime);
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SessionsDb>();
        var content = await db.Sessions.Where(session => session.Key == digest && session.ExpiresAt > now)
            .Select(session => session.Ticket).SingleOrDefaultAsync();
        try
        {
            return content is null ? null : TicketSerializer.Default.Deserialize(protector.Unprotect(content));
        }
        catch (CryptographicException)
        {
            // Protected with keys that are gone: the person signs in again.
            return null;
        }
    }

    public async Task RemoveAsync(string key)
    {
        var digest = Digest(key);
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<SessionsDb>().Sessions.Where(session => session.Key == digest).ExecuteDeleteAsync();
    }

    private DateTime Expiry(AuthenticationTicket ticket) => ticket.Properties.ExpiresUtc?.UtcDateTime ?? clock.GetUtcNow().UtcDateTime + Longest;

    private byte[] Protect(AuthenticationTicket ticket) => protector.Protect(TicketSerializer.Default.Serialize(ticket));

    private static string Digest(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));
}
