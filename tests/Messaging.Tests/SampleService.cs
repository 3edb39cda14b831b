using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Ptce.Contracts;
using Ptce.Contracts.Survey;
using Ptce.Messaging.Inbox;
using Ptce.Messaging.Storage;

namespace Ptce.Messaging.Tests;

/// <summary>What the sample service did on an event: one row per effect, so that an effect twice is seen.</summary>
public sealed class Effect
{
    public long Id { get; init; }

    public required string Stream { get; init; }

    public long Sequence { get; init; }
}

public abstract class SampleDb(DbContextOptions options) : ServiceDb(options)
{
    public DbSet<Effect> Effects => Set<Effect>();

    protected override void Configure(ModelBuilder model) => model.Entity<Effect>(e => e.Property(f => f.Stream).IsKeyText(200));
}

public sealed class SenderDb(DbContextOptions<SenderDb> options) : SampleDb(options);

public sealed class ReceiverDb(DbContextOptions<ReceiverDb> options) : SampleDb(options);

public sealed class Faults
{
    public Func<EventContext, bool> Poisoned { get; set; } = _ => false;
}

public sealed class RecordEffect(ReceiverDb db, Faults faults) : IConsume<CampaignClosed>
{
    public Task HandleAsync(CampaignClosed e, EventContext context, CancellationToken ct)
    {
        db.Effects.Add(new Effect { Stream = context.Stream, Sequence = context.Sequence });
        if (faults.Poisoned(context))
            throw new InvalidOperationException("poisoned");
        return Task.CompletedTask;
    }
}

/// <summary>A sender and a receiver with a database file each, in one container or, over RabbitMQ, in two.</summary>
public sealed class SampleService : IAsyncDisposable
{
    private readonly IHost _host;

    private SampleService(IHost host) => _host = host;

    public IServiceProvider Services => _host.Services;

    public Faults Faults => Services.GetRequiredService<Faults>();

    public static async Task<SampleService> StartAsync(string folder, bool sender = true, bool receiver = true, string? broker = null, bool dispatch = true, bool run = true)
    {
        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { ["ConnectionStrings:rabbitmq"] = broker });
        builder.Services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Warning));
        builder.Services.AddSingleton<Faults>();
        if (sender)
        {
            AddDb<SenderDb>(builder, folder);
            builder.AddConsumers<SenderDb>("sender");
        }
        if (receiver)
        {
            AddDb<ReceiverDb>(builder, folder);
            builder.AddConsumers<ReceiverDb>("receiver", map => map.On<CampaignClosed, RecordEffect>(Streams.Campaigns));
        }
        var service = new SampleService(builder.Build());
        await using (var scope = service.Services.CreateAsyncScope())
        {
            if (sender)
                await scope.ServiceProvider.GetRequiredService<SenderDb>().Database.EnsureCreatedAsync();
            if (receiver)
                await scope.ServiceProvider.GetRequiredService<ReceiverDb>().Database.EnsureCreatedAsync();
        }
        await MessagingSetup.DeclareTopologyAsync(service.Services, CancellationToken.None);
        if (run)
            await service._host.StartAsync();
        if (dispatch)
            service.Services.GetRequiredService<MessagingReadiness>().Announce();
        return service;
    }

    private static void AddDb<TDb>(HostApplicationBuilder builder, string folder) where TDb : DbContext =>
        builder.Services.AddDbContext<TDb>((services, options) => options
            .UseSqlite($"Data Source={Path.Combine(folder, typeof(TDb).Name)}.db;Default Timeout=30")
            .AddInterceptors(new SqlitePragmas(), new Outbox.OutboxSignalInterceptor<TDb>(services.GetRequiredService<Outbox.OutboxSignal<TDb>>())));

    public async Task PublishAsync(string key, int count, bool commit = true)
    {
        await using var scope = Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SenderDb>();
        await using var transaction = await db.Database.BeginTransactionAsync();
        for (var i = 0; i < count; i++)
        {
            db.Publish(Streams.Of(Streams.Campaigns, key), new CampaignClosed(Guid.CreateVersion7()));
            await db.SaveChangesAsync();
        }
        if (commit)
            await transaction.CommitAsync();
    }

    public async Task<T> QueryAsync<TDb, T>(Func<TDb, Task<T>> query) where TDb : notnull
    {
        await using var scope = Services.CreateAsyncScope();
        return await query(scope.ServiceProvider.GetRequiredService<TDb>());
    }

    public Task<List<long>> EffectsAsync(string key) => QueryAsync<ReceiverDb, List<long>>(db =>
        db.Effects.Where(e => e.Stream == Streams.Of(Streams.Campaigns, key)).OrderBy(e => e.Id).Select(e => e.Sequence).ToListAsync());

    public static async Task UntilAsync(Func<Task<bool>> condition)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (!await condition())
            await Task.Delay(20, limit.Token);
    }

    internal EventPump<ReceiverDb> Pump => Services.GetRequiredService<EventPump<ReceiverDb>>();

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        _host.Dispose();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
    }
}
