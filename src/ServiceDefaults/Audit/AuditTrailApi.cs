using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Ptce.Messaging.Audit;
using Ptce.Messaging.Storage;
using Ptce.ServiceDefaults.Access;
using Ptce.ServiceDefaults.Http;

namespace Ptce.ServiceDefaults.Audit;

/// <summary>The audit trail over HTTP, the same in every service and both hosts.</summary>
public static class AuditTrailApi
{
    /// <summary>Maps <c>audit</c> under the service's group: newest first, narrowed by pole, actor, thing or time.</summary>
    /// <typeparam name="TDb">The service's context.</typeparam>
    /// <param name="group">The service's group, <c>/api/{service}</c>.</param>
    public static void MapAuditTrail<TDb>(this RouteGroupBuilder group) where TDb : ServiceDb =>
        group.MapGet("audit", ListAsync<TDb>).RequirePermission(Permissions.OperationsManage).WithSummary("Audit trail, newest first");

    private static async Task<Page<AuditView>> ListAsync<TDb>(HttpContext http, [AsParameters] AuditQuery query, CancellationToken ct) where TDb : ServiceDb
    {
        var db = http.RequestServices.GetRequiredService<TDb>();
        var size = Page.Size(query.Limit);
        var entries = db.Set<AuditEntry>().AsNoTracking();
        if (!string.IsNullOrEmpty(query.Pole))
            entries = entries.Where(entry => entry.PoleKey == query.Pole);
        if (!string.IsNullOrEmpty(query.Actor))
            entries = entries.Where(entry => entry.Actor == query.Actor);
        if (!string.IsNullOrEmpty(query.Thing))
            entries = entries.Where(entry => entry.Thing.Contains(query.Thing));
        if (query.From is { } since)
            entries = entries.Where(entry => entry.At >= since);
        if (query.To is { } until)
            entries = entries.Where(entry => entry.At < until);
        if (Page.After<long?>(query.Cursor) is { } before)
            entries = entries.Where(entry => entry.Sequence < before);
        var rows = await entries.OrderByDescending(entry => entry.Sequence).Take(size + 1).ToListAsync(ct);
        return Page.Of(rows, size, entry => entry.Sequence, entry => new AuditView(
            entry.Sequence, entry.At, entry.Action, entry.Thing, entry.PoleKey.Length == 0 ? null : entry.PoleKey,
            entry.Actor, entry.Client, entry.Origin, entry.Changes, entry.TraceId, entry.Hash));
    }
}

/// <summary>What to look for.</summary>
/// <param name="Pole">Pole concerned.</param>
/// <param name="Actor">Subject who acted.</param>
/// <param name="Thing">Part of the path: a dossier's id, for instance.</param>
/// <param name="From">Not before, UTC.</param>
/// <param name="To">Before, UTC.</param>
/// <param name="Cursor">Cursor of the page.</param>
/// <param name="Limit">Page size.</param>
internal sealed record AuditQuery(string? Pole, string? Actor, string? Thing, DateTime? From, DateTime? To, string? Cursor, int? Limit);

/// <summary>An entry as administrators see it.</summary>
/// <param name="Sequence">Position.</param>
/// <param name="At">When, UTC.</param>
/// <param name="Action">What was done.</param>
/// <param name="Thing">To what.</param>
/// <param name="Pole">Pole concerned.</param>
/// <param name="Actor">Who; null once erased.</param>
/// <param name="Client">By which client.</param>
/// <param name="Origin">From which address; null once erased.</param>
/// <param name="Changes">What changed, by kind and count.</param>
/// <param name="TraceId">Trace of the request.</param>
/// <param name="Hash">Hash of the entry.</param>
public sealed record AuditView(
    long Sequence, DateTime At, string Action, string Thing, string? Pole, string? Actor, string Client, string? Origin, string Changes, string TraceId, string Hash);
