using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Ptce.ServiceDefaults.Access;
using Ptce.ServiceDefaults.Http;
using Ptce.ServiceDefaults.Problems;
using Ptce.Survey.Storage;

namespace Ptce.Survey.Webhooks;

/// <summary>A webhook as sent.</summary>
internal sealed record WebhookRequest(Guid Id, string Url, IReadOnlyList<string> Events);

/// <summary>A webhook as read; the secret is there once, in the answer to its creation.</summary>
internal sealed record WebhookView(Guid Id, Uri Url, IReadOnlyList<string> Events, DateTime At, DateTime? RetiredAt, string? Secret)
{
    public static WebhookView Of(Webhook w, bool withSecret = false) => new(w.Id, w.Url, w.Events, w.At, w.RetiredAt, withSecret ? w.Secret : null);
}

/// <summary>One line of the delivery log.</summary>
internal sealed record DeliveryView(Guid Id, string Event, DateTime At, int Attempts, int LastStatus, DateTime? DeliveredAt, DateTime? DueAt);

/// <summary>Use cases: register, list and retire webhooks; read the log and replay.</summary>
internal static class WebhookUseCases
{
    private static readonly Problem NotFound = new("survey.webhook.not-found", 404, fr: "Cette notification sortante n'existe pas.", en: "There is no such webhook.");

    private static readonly Problem Exists = new("survey.webhook.exists", 409, fr: "Cet identifiant a déjà servi.", en: "This id was used already.");

    private static readonly Problem BadUrl = new("survey.webhook.bad-url", 422, fr: "L'adresse doit être en https, sans identifiants.", en: "The address must be https, without credentials.");

    private static readonly Problem BadEvents = new("survey.webhook.bad-events", 422,
        fr: "Choisissez parmi dossier.submitted, dossier.returned, dossier.signed-off, campaign.published.", en: "Choose among dossier.submitted, dossier.returned, dossier.signed-off, campaign.published.");

    public static async Task<IResult> RegisterAsync(WebhookRequest request, Caller caller, SurveyDb db, WebhookAddress address, TimeProvider time, CancellationToken ct)
    {
        if (!Uri.TryCreate(request.Url, UriKind.Absolute, out var url) || !address.IsAllowed(url) || request.Url.Length > 2000)
            return BadUrl.With();
        if (request.Events.Count == 0 || request.Events.Except(WebhookEvents.All, StringComparer.Ordinal).Any())
            return BadEvents.With();
        if (await db.Webhooks.FindAsync([request.Id], ct) is not null)
            return Exists.With();
        var webhook = new Webhook
        {
            Id = request.Id,
            Url = url,
            Secret = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)),
            Events = [.. request.Events.Distinct(StringComparer.Ordinal)],
            By = caller.Subject,
            At = time.GetUtcNow().UtcDateTime,
        };
        db.Webhooks.Add(webhook);
        await db.SaveChangesAsync(ct);
        return Results.Created($"/api/survey/webhooks/{webhook.Id}", WebhookView.Of(webhook, withSecret: true));
    }

    public static async Task<IResult> ListAsync(SurveyDb db, CancellationToken ct) =>
        Results.Ok(new Page<WebhookView>([.. (await db.Webhooks.AsNoTracking().OrderBy(w => w.At).ToListAsync(ct)).Select(w => WebhookView.Of(w))], null));

    public static async Task<IResult> RetireAsync(Guid id, SurveyDb db, TimeProvider time, CancellationToken ct)
    {
        if (await db.Webhooks.FindAsync([id], ct) is not { } webhook)
            return NotFound.With();
        webhook.Retire(time.GetUtcNow().UtcDateTime);
        await db.SaveChangesAsync(ct);
        return Results.NoContent();
    }

    public static async Task<IResult> LogAsync(Guid id, int? limit, string? cursor, SurveyDb db, CancellationToken ct)
    {
        var size = Page.Size(limit);
        var deliveries = db.Deliveries.AsNoTracking().Where(d => d.WebhookId == id);
        if (Page.After<DateTime?>(cursor) is { } before)
            deliveries = deliveries.Where(d => d.At < before);
        var rows = await deliveries.OrderByDescending(d => d.At).ThenBy(d => d.Id).Take(size + 1).ToListAsync(ct);
        return Results.Ok(Page.Of(rows, size, d => d.At, d => new DeliveryView(d.Id, d.Event, d.At, d.Attempts, d.LastStatus, d.DeliveredAt, d.DueAt)));
    }

    public static async Task<IResult> ReplayAsync(Guid id, Guid deliveryId, SurveyDb db, TimeProvider time, CancellationToken ct)
    {
        if (await db.Deliveries.SingleOrDefaultAsync(d => d.Id == deliveryId && d.WebhookId == id, ct) is not { } delivery)
            return NotFound.With();
        delivery.Replay(time.GetUtcNow().UtcDateTime);
        await db.SaveChangesAsync(ct);
        return Results.Accepted();
    }
}
