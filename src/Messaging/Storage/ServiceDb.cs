using System.Diagnostics;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Ptce.Contracts;
using Ptce.Messaging.Outbox;

namespace Ptce.Messaging.Storage;

/// <summary>
/// The database of one service: its own entities, and beside them outbox, inbox, dead letters, leases, idempotency keys and the audit trail, so
/// that a row and what it announces commit together. Each service derives an abstract context with its model, and from that one
/// sealed child for each provider, which only exists to own that provider's migrations.
/// </summary>
/// <param name="options">Provider and connection.</param>
public abstract class ServiceDb(DbContextOptions options) : DbContext(options)
{
    /// <summary>Announces an event when the next <c>SaveChanges</c> commits, and only then.</summary>
    /// <param name="stream">Stream made by <see cref="Streams.Of"/>; a stream has one writing service.</param>
    /// <param name="e">The event.</param>
    public void Publish(string stream, IEvent e) => Set<OutboxMessage>().Add(new OutboxMessage
    {
        Id = Guid.CreateVersion7(),
        Stream = stream,
        Category = stream[..stream.IndexOf('/', StringComparison.Ordinal)],
        Type = e.GetType().Name,
        Body = JsonSerializer.Serialize(e, e.GetType(), EventTypes.Json),
        TraceParent = Activity.Current?.Id,
    });

    /// <summary>Whether a change of such an entity is remembered in the audit trail when a request makes it; the tables of this library are not.</summary>
    /// <param name="entity">Type of the entity.</param>
    public virtual bool IsAudited(Type entity) => entity.Assembly != typeof(ServiceDb).Assembly;

    /// <summary>
    /// What must be undone when the save under way fails, set by whoever opened a transaction for it. EF Core tells its interceptors of most failures,
    /// but not of a concurrency conflict: a transaction left open then would show the next attempt what never committed.
    /// </summary>
    public Func<Task>? UndoFailedSave { get; set; }

    /// <summary>The service's own entities.</summary>
    /// <param name="model">The model being built.</param>
    protected abstract void Configure(ModelBuilder model);

    /// <inheritdoc/>
    protected sealed override void OnModelCreating(ModelBuilder modelBuilder)
    {
        Configure(modelBuilder);
        modelBuilder.MapMessaging();
        modelBuilder.ApplyPortableConventions(Database.IsSqlServer());
    }

    /// <inheritdoc/>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        PortableModel.ConfigureConventions(configurationBuilder);

    /// <inheritdoc/>
    public override int SaveChanges(bool acceptAllChangesOnSuccess)
    {
        this.RaiseVersions();
        return base.SaveChanges(acceptAllChangesOnSuccess);
    }

    /// <inheritdoc/>
    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        this.RaiseVersions();
        try
        {
            return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        }
        catch when (UndoFailedSave is not null)
        {
            await UndoFailedSave();
            throw;
        }
        finally
        {
            UndoFailedSave = null;
        }
    }
}
