using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;

namespace Ptce.Messaging.Audit;

/// <summary>Appends to and verifies a service's audit trail.</summary>
public static class AuditTrail
{
    private static readonly string Nothing = new('0', 64);

    /// <summary>
    /// Adds a note to the context; it is written by the next <c>SaveChanges</c>. There must be a transaction, and it must end with the change:
    /// it holds the trail's head until then, so that writers stand in line.
    /// </summary>
    /// <param name="db">The service's context, in a transaction.</param>
    /// <param name="note">What to remember.</param>
    /// <param name="at">When, UTC.</param>
    /// <param name="ct">Cancels reading the head.</param>
    /// <exception cref="InvalidOperationException">No transaction is open.</exception>
    public static async Task AppendAsync(DbContext db, AuditNote note, DateTime at, CancellationToken ct)
    {
        if (db.Database.CurrentTransaction is null)
            throw new InvalidOperationException("An audit entry needs a transaction around it and its change.");
        var head = db.Set<AuditHead>().Local.SingleOrDefault() ?? await LockHeadAsync(db, ct);
        var entry = Link(note, at, head);
        (head.LastSequence, head.LastHash) = (entry.Sequence, entry.Hash);
        // Said outright: an import may have switched the detection of changes off.
        if (db.Entry(head) is { State: not EntityState.Added } known)
            known.State = EntityState.Modified;
        db.Add(entry);
    }

    /// <summary>Reads the whole trail and finds the first place where it no longer holds; null when all of it does.</summary>
    /// <param name="db">The service's context.</param>
    /// <param name="ct">Cancels reading.</param>
    public static async Task<AuditFault?> VerifyAsync(DbContext db, CancellationToken ct)
    {
        var (expected, previous) = (1L, Nothing);
        await foreach (var entry in db.Set<AuditEntry>().AsNoTracking().OrderBy(entry => entry.Sequence).AsAsyncEnumerable().WithCancellation(ct))
        {
            if (entry.Sequence != expected)
                return new AuditFault(expected, $"entry {expected} is missing");
            if (entry.PreviousHash != previous)
                return new AuditFault(expected, "does not follow the entry before it");
            if (entry.Hash != Hash(entry))
                return new AuditFault(expected, "has been altered");
            if (!Matches(entry.Actor, entry.ActorSalt, entry.ActorCommitment) || !Matches(entry.Origin, entry.OriginSalt, entry.OriginCommitment))
                return new AuditFault(expected, "names somebody else than when it was written");
            (expected, previous) = (expected + 1, entry.Hash);
        }
        var head = await db.Set<AuditHead>().AsNoTracking().SingleOrDefaultAsync(ct);
        if ((head?.LastSequence ?? 0) != expected - 1)
            return new AuditFault(expected, $"entries {expected} to {head?.LastSequence} are missing at the end");
        return head is null || head.LastHash == previous ? null : new AuditFault(expected - 1, "the end of the trail has been altered");
    }

    /// <summary>Makes a person's entries anonymous for good: the salts go, the chain still holds.</summary>
    /// <param name="db">The service's context.</param>
    /// <param name="subject">Subject to forget.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>Number of entries made anonymous.</returns>
    public static Task<int> ForgetAsync(DbContext db, string subject, CancellationToken ct) =>
        db.Set<AuditEntry>().Where(entry => entry.Actor == subject).ExecuteUpdateAsync(set => set
            .SetProperty(entry => entry.Actor, (string?)null).SetProperty(entry => entry.ActorSalt, (byte[]?)null)
            .SetProperty(entry => entry.Origin, (string?)null).SetProperty(entry => entry.OriginSalt, (byte[]?)null), ct);

    // The update takes the row's lock (SQL Server) or finds the one writer's place taken (SQLite): the next reader of the head waits.
    private static async Task<AuditHead> LockHeadAsync(DbContext db, CancellationToken ct)
    {
        var heads = db.Set<AuditHead>();
        if (await heads.ExecuteUpdateAsync(set => set.SetProperty(head => head.LastSequence, head => head.LastSequence), ct) == 0)
            return heads.Add(new AuditHead { Id = 1, LastHash = Nothing }).Entity;
        return await heads.SingleAsync(ct);
    }

    private static AuditEntry Link(AuditNote note, DateTime at, AuditHead head)
    {
        byte[] actorSalt = RandomNumberGenerator.GetBytes(16), originSalt = RandomNumberGenerator.GetBytes(16);
        // Whole milliseconds: what a database rounds must hash the same when read back.
        var instant = new DateTime(at.Ticks - at.Ticks % TimeSpan.TicksPerMillisecond, DateTimeKind.Utc);
        var entry = new AuditEntry
        {
            Sequence = head.LastSequence + 1,
            At = instant,
            Action = Shorten(note.Action, 200),
            Thing = Shorten(note.Thing, 400),
            PoleKey = Shorten(note.PoleKey, 64),
            Client = Shorten(note.Client, 100),
            Changes = Shorten(note.Changes, 1000),
            TraceId = Shorten(note.TraceId, 32),
            Actor = Shorten(note.Actor, 100),
            ActorSalt = actorSalt,
            ActorCommitment = Commitment(Shorten(note.Actor, 100), actorSalt),
            Origin = Shorten(note.Origin, 64),
            OriginSalt = originSalt,
            OriginCommitment = Commitment(Shorten(note.Origin, 64), originSalt),
            PreviousHash = head.LastHash,
        };
        entry.Hash = Hash(entry);
        return entry;
    }

    private static string Hash(AuditEntry entry) => Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes((string[])
    [
        entry.PreviousHash,
        entry.Sequence.ToString(CultureInfo.InvariantCulture),
        entry.At.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture),
        entry.Action, entry.Thing, entry.PoleKey, entry.Client, entry.Changes, entry.TraceId, entry.ActorCommitment, entry.OriginCommitment,
    ])));

    private static bool Matches(string? value, byte[]? salt, string commitment) =>
        value is null && salt is null || value is not null && salt is not null && Commitment(value, salt) == commitment;

    private static string Commitment(string value, byte[] salt) => Convert.ToHexStringLower(SHA256.HashData([.. salt, .. Encoding.UTF8.GetBytes(value)]));

    private static string Shorten(string text, int length) => text.Length <= length ? text : text[..length];
}
