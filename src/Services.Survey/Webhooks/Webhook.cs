using Microsoft.EntityFrameworkCore;
using Ptce.Messaging.Storage;
using Ptce.Survey.Storage;

namespace Ptce.Survey.Webhooks;

/// <summary>
/// Where another system wants to be told (notification sortante). Bodies carry ids and states, never answers. Signed with a secret that is shown once.
/// </summary>
internal sealed class Webhook
{
    /// <summary>Made by the client.</summary>
    public required Guid Id { get; init; }

    public required Uri Url { get; init; }

    /// <summary>Key of the HMAC, 256 random bits in Base64; it has to be known here to sign.</summary>
    public required string Secret { get; init; }

    /// <summary>Some of <see cref="WebhookEvents.All"/>.</summary>
    public required IReadOnlyList<string> Events { get; init; }

    public required string By { get; init; }

    public required DateTime At { get; init; }

    public DateTime? RetiredAt { get; private set; }

    public void Retire(DateTime at) => RetiredAt ??= at;
}

/// <summary>What webhooks tell.</summary>
internal static class WebhookEvents
{
    public const string Submitted = "dossier.submitted";
    public const string Returned = "dossier.returned";
    public const string SignedOff = "dossier.signed-off";
    public const string Published = "campaign.published";

    public static IReadOnlyList<string> All { get; } = [Submitted, Returned, SignedOff, Published];
}

/// <summary>One telling of one event to one webhook (envoi), with its log.</summary>
internal sealed class WebhookDelivery
{
    /// <summary>After so many failures it is given up, until somebody replays it.</summary>
    public const int MostAttempts = 12;

    public required Guid Id { get; init; }

    public required Guid WebhookId { get; init; }

    public required string Event { get; init; }

    /// <summary>JSON as it is sent and signed.</summary>
    public required string Body { get; init; }

    public required DateTime At { get; init; }

    public int Attempts { get; private set; }

    /// <summary>When to try next; null when delivered or given up.</summary>
    public DateTime? DueAt { get; set; }

    public DateTime? DeliveredAt { get; private set; }

    /// <summary>HTTP status of the last attempt, 0 without an answer.</summary>
    public int LastStatus { get; private set; }

    public void Succeed(int status, DateTime now) => (Attempts, LastStatus, DeliveredAt, DueAt) = (Attempts + 1, status, now, null);

    /// <summary>10 s, 20 s, 40 s … at most an hour between attempts.</summary>
    public void Fail(int status, DateTime now)
    {
        Attempts++;
        LastStatus = status;
        DueAt = Attempts >= MostAttempts ? null : now + TimeSpan.FromSeconds(Math.Min(3600, 10 * Math.Pow(2, Attempts - 1)));
    }

    public void Replay(DateTime now) => (Attempts, DeliveredAt, DueAt) = (0, null, now);
}

internal static class WebhookModel
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<Webhook>(e =>
        {
            e.ToTable("webhooks").HasKey(w => w.Id);
            e.Property(w => w.Id).ValueGeneratedNever();
            e.Property(w => w.Url).HasMaxLength(2000);
            e.Property(w => w.Secret).HasMaxLength(100);
            e.Property(w => w.Events).IsJson();
            e.Property(w => w.By).IsKeyText(200);
        });
        model.Entity<WebhookDelivery>(e =>
        {
            e.ToTable("webhook_deliveries").HasKey(d => d.Id);
            e.Property(d => d.Id).ValueGeneratedNever();
            e.Property(d => d.Event).IsKeyText(40);
            e.HasOne<Webhook>().WithMany().HasForeignKey(d => d.WebhookId).OnDelete(DeleteBehavior.Restrict);
            e.HasIndex(d => d.DueAt);
            e.HasIndex(d => new { d.WebhookId, d.At });
        });
    }
}
