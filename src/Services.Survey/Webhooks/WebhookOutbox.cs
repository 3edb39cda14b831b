using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Ptce.Survey.Storage;

namespace Ptce.Survey.Webhooks;

/// <summary>Writes down what is to be told, in the commit of the fact itself: nothing is told that did not happen, and nothing that happened is forgotten.</summary>
internal sealed class WebhookOutbox(SurveyDb db, TimeProvider time)
{
    public async Task TellAsync(string what, object fact, CancellationToken ct)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var webhooks = await db.Webhooks.AsNoTracking().Where(w => w.RetiredAt == null).ToListAsync(ct);
        foreach (var webhook in webhooks.Where(w => w.Events.Contains(what)))
        {
            var id = Guid.CreateVersion7();
            db.Deliveries.Add(new WebhookDelivery
            {
                Id = id,
                WebhookId = webhook.Id,
                Event = what,
                Body = JsonSerializer.Serialize(new { id, type = what, at = now, data = fact }, JsonSerializerOptions.Web),
                At = now,
                DueAt = now,
            });
        }
    }
}
