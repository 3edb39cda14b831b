using Microsoft.EntityFrameworkCore;
using Ptce.Messaging.Audit;
using Ptce.Messaging.DeadLetters;
using Ptce.Messaging.Inbox;
using Ptce.Messaging.Leases;
using Ptce.Messaging.Outbox;

namespace Ptce.Messaging.Storage;

/// <summary>The tables that every service has beside its own.</summary>
public static class MessagingModel
{
    /// <summary>Maps outbox, inbox, dead letters, leases, idempotency keys and the audit trail; for contexts that cannot derive from <see cref="ServiceDb"/>.</summary>
    /// <param name="model">The model being built.</param>
    public static void MapMessaging(this ModelBuilder model)
    {
        model.Entity<OutboxMessage>(e =>
        {
            e.ToTable("outbox_messages").HasKey(m => m.Position);
            e.Property(m => m.Position).ValueGeneratedOnAdd();
            e.Property(m => m.Stream).IsKeyText(200);
            e.Property(m => m.Category).IsKeyText(80);
            e.Property(m => m.Type).IsKeyText(120);
            e.Property(m => m.TraceParent).IsOptionalKeyText(60);
            e.HasIndex(m => m.Position, "IX_outbox_messages_waiting").HasFilter("[SentAt] IS NULL");
            e.HasIndex(m => new { m.Stream, m.Sequence });
        });
        model.Entity<OutboxStream>(e =>
        {
            e.ToTable("outbox_streams").HasKey(s => s.Stream);
            e.Property(s => s.Stream).IsKeyText(200);
            e.Property(s => s.LastSequence).IsConcurrencyToken();
        });
        model.Entity<InboxStream>(e =>
        {
            e.ToTable("inbox_streams").HasKey(s => s.Stream);
            e.Property(s => s.Stream).IsKeyText(200);
            e.Property(s => s.LastSequence).IsConcurrencyToken();
        });
        model.Entity<ParkedEvent>(e =>
        {
            e.ToTable("inbox_parked").HasKey(p => new { p.Stream, p.Sequence });
            e.Property(p => p.Stream).IsKeyText(200);
        });
        model.Entity<DeadLetter>(e =>
        {
            e.ToTable("dead_letters").HasKey(d => d.Id);
            e.Property(d => d.Stream).IsKeyText(200);
            e.Property(d => d.Type).IsKeyText(120);
            e.HasIndex(d => d.FailedAt);
        });
        model.Entity<Lease>(e =>
        {
            e.ToTable("leases").HasKey(l => l.Name);
            e.Property(l => l.Name).IsKeyText(120);
            e.Property(l => l.Owner).IsKeyText(120);
        });
        model.Entity<AuditEntry>(e =>
        {
            e.ToTable("audit_entries").HasKey(a => a.Sequence);
            e.Property(a => a.Sequence).ValueGeneratedNever();
            e.Property(a => a.Action).IsKeyText(200);
            e.Property(a => a.Thing).IsKeyText(400);
            e.Property(a => a.PoleKey).IsKeyText(64);
            e.Property(a => a.Client).IsKeyText(100);
            e.Property(a => a.Changes).HasMaxLength(1000);
            e.Property(a => a.TraceId).IsKeyText(32);
            e.Property(a => a.ActorCommitment).IsKeyText(64);
            e.Property(a => a.OriginCommitment).IsKeyText(64);
            e.Property(a => a.PreviousHash).IsKeyText(64);
            e.Property(a => a.Hash).IsKeyText(64);
            e.Property(a => a.Actor).IsOptionalKeyText(100);
            e.Property(a => a.ActorSalt).HasMaxLength(16);
            e.Property(a => a.Origin).IsOptionalKeyText(64);
            e.Property(a => a.OriginSalt).HasMaxLength(16);
            e.HasIndex(a => a.Actor);
            e.HasIndex(a => new { a.PoleKey, a.Sequence });
        });
        model.Entity<AuditHead>(e =>
        {
            e.ToTable("audit_head").HasKey(h => h.Id);
            e.Property(h => h.Id).ValueGeneratedNever();
            e.Property(h => h.LastHash).IsKeyText(64);
        });
        model.Entity<IdempotencyKey>(e =>
        {
            e.ToTable("idempotency_keys").HasKey(k => k.Key);
            e.Property(k => k.Key).IsKeyText(300);
            e.Property(k => k.RequestDigest).IsKeyText(64);
            e.HasIndex(k => k.RecordedAt);
        });
    }
}
