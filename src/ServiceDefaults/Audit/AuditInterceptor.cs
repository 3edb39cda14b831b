using System.Data.Common;
using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Storage;
using Ptce.Messaging.Audit;
using Ptce.Messaging.Storage;
using Ptce.ServiceDefaults.Access;

namespace Ptce.ServiceDefaults.Audit;

/// <summary>
/// Remembers every change that a request makes, in the same transaction, whatever the slice: nobody can forget to. What services do by themselves on
/// events is not a person's doing and is not in the trail.
/// </summary>
/// <param name="requests">The request of the moment.</param>
/// <param name="time">The clock.</param>
public sealed class AuditInterceptor(IHttpContextAccessor requests, TimeProvider time) : SaveChangesInterceptor
{
    private readonly ConditionalWeakTable<DbContext, IDbContextTransaction> _own = [];

    /// <inheritdoc/>
    public override async ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        if (eventData.Context is not ServiceDb db || requests.HttpContext is not { } http || Changes(db) is not { Length: > 0 } changes)
            return result;
        if (db.Database.CurrentTransaction is null)
        {
            db.Database.AutoSavepointsEnabled = false;
            _own.Add(db, await db.Database.BeginTransactionAsync(cancellationToken));
            db.UndoFailedSave = () => EndAsync(db, commit: false);
        }
        try
        {
            await AuditTrail.AppendAsync(db, NoteOf(http, changes), time.GetUtcNow().UtcDateTime, cancellationToken);
        }
        catch (DbException)
        {
            await EndAsync(db, commit: false);
            throw;
        }
        return result;
    }

    /// <inheritdoc/>
    public override async ValueTask<int> SavedChangesAsync(SaveChangesCompletedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        await EndAsync(eventData.Context, commit: true);
        return result;
    }

    /// <inheritdoc/>
    public override Task SaveChangesFailedAsync(DbContextErrorEventData eventData, CancellationToken cancellationToken = default) => EndAsync(eventData.Context, commit: false);

    /// <inheritdoc/>
    public override Task SaveChangesCanceledAsync(DbContextEventData eventData, CancellationToken cancellationToken = default) => EndAsync(eventData.Context, commit: false);

    /// <inheritdoc/>
    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result) =>
        eventData.Context is ServiceDb db && requests.HttpContext is not null && Changes(db).Length > 0
            ? throw new InvalidOperationException("A request saves asynchronously: its changes are audited.")
            : result;

    private async Task EndAsync(DbContext? db, bool commit)
    {
        if (db is null)
            return;
        if (_own.TryGetValue(db, out var transaction))
        {
            _own.Remove(db);
            await using (transaction)
            {
                if (commit)
                    await transaction.CommitAsync();
                else
                    await transaction.RollbackAsync();
            }
            db.Database.AutoSavepointsEnabled = true;
        }
        // Read anew next time: other requests append in between.
        foreach (var entry in db.ChangeTracker.Entries().Where(entry => entry.Entity is AuditHead or AuditEntry).ToList())
            entry.State = EntityState.Detached;
    }

    private static string Changes(ServiceDb db) => string.Join(", ", db.ChangeTracker.Entries()
        .Where(entry => entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted && db.IsAudited(entry.Metadata.ClrType))
        .GroupBy(entry => $"{entry.Metadata.ClrType.Name} {entry.State.ToString().ToLowerInvariant()}", StringComparer.Ordinal)
        .OrderBy(group => group.Key, StringComparer.Ordinal)
        .Select(group => string.Create(CultureInfo.InvariantCulture, $"{group.Key} {group.Count()}")));

    private static AuditNote NoteOf(HttpContext http, string changes)
    {
        var caller = Caller.Of(http);
        var route = (http.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText;
        return new AuditNote(
            $"{http.Request.Method} /{(route ?? http.Request.Path.Value ?? "").TrimStart('/')}",
            http.Request.Path,
            (http.GetRouteValue("poleKey") ?? http.GetRouteValue("key") ?? http.GetRouteValue("pole")) as string ?? "",
            http.Items[AuditActor.Item] as string ?? caller.Subject,
            caller.Client ?? "",
            http.Connection.RemoteIpAddress?.ToString() ?? "",
            changes,
            System.Diagnostics.Activity.Current?.TraceId.ToString() ?? "");
    }
}

/// <summary>Names who acts where there is no token yet: on the pages on which people sign in or follow a link.</summary>
public static class AuditActor
{
    internal static readonly object Item = new();

    /// <summary>From here on, the request's changes are this subject's.</summary>
    /// <param name="http">The request.</param>
    /// <param name="subject">Subject.</param>
    public static void Is(HttpContext http, string subject) => http.Items[Item] = subject;
}
