using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Ptce.Messaging.Outbox;
using Ptce.Messaging.Storage;
using Ptce.ServiceDefaults.Audit;

namespace Ptce.ServiceDefaults.Database;

/// <summary>One service's database: SQLite by default, SQL Server in production.</summary>
public static class DatabaseSetup
{
    /// <summary>
    /// Registers the context. <c>Database:Provider</c> is <c>Sqlite</c> (default) or <c>SqlServer</c>; the connection string has the service's name; SQLite's default
    /// file is <c>{Data:Folder}/{service}.db</c>, the folder being <c>data</c> when not configured.
    /// </summary>
    /// <typeparam name="TDb">The service's context.</typeparam>
    /// <typeparam name="TSqlite">Its child that owns SQLite's migrations.</typeparam>
    /// <typeparam name="TSqlServer">Its child that owns SQL Server's migrations.</typeparam>
    /// <param name="builder">The host.</param>
    /// <param name="service">Service name.</param>
    /// <exception cref="InvalidOperationException">Unknown provider, or SQL Server without a connection string.</exception>
    public static void AddServiceDatabase<TDb, TSqlite, TSqlServer>(this IHostApplicationBuilder builder, string service)
        where TDb : DbContext
        where TSqlite : TDb
        where TSqlServer : TDb
    {
        builder.Services.TryAddSingleton<OutboxSignal<TDb>>();
        builder.Services.AddAudit<TDb>(service);
        var provider = builder.Configuration["Database:Provider"] ?? "Sqlite";
        var connection = builder.Configuration.GetConnectionString(service);
        if (string.Equals(provider, "Sqlite", StringComparison.OrdinalIgnoreCase))
        {
            connection ??= SqliteFile(builder.Configuration["Data:Folder"] ?? "data", service);
            builder.Services.AddDbContext<TDb, TSqlite>((services, options) => options
                .UseSqlite(connection)
                .AddInterceptors(new SqlitePragmas(), new OutboxSignalInterceptor<TDb>(services.GetRequiredService<OutboxSignal<TDb>>()), services.GetRequiredService<AuditInterceptor>()));
        }
        else if (string.Equals(provider, "SqlServer", StringComparison.OrdinalIgnoreCase))
        {
            if (string.IsNullOrEmpty(connection))
                throw new InvalidOperationException($"ConnectionStrings:{service} is not configured, and Database:Provider is SqlServer.");
            builder.Services.AddDbContext<TDb, TSqlServer>((services, options) => options
                .UseSqlServer(connection)
                .AddInterceptors(new OutboxSignalInterceptor<TDb>(services.GetRequiredService<OutboxSignal<TDb>>()), services.GetRequiredService<AuditInterceptor>()));
        }
        else
        {
            throw new InvalidOperationException($"Database:Provider is '{provider}': it must be Sqlite or SqlServer.");
        }
        builder.Services.AddSingleton(new ServiceMigration(service, async (services, ct) =>
        {
            await using var scope = services.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<TDb>().Database.MigrateAsync(ct);
        }));
        builder.Services.AddHealthChecks().AddDbContextCheck<TDb>($"{service}-database");
    }

    private static string SqliteFile(string folder, string service)
    {
        Directory.CreateDirectory(folder);
        return new SqliteConnectionStringBuilder { DataSource = Path.Combine(folder, service + ".db"), DefaultTimeout = 30 }.ToString();
    }
}

/// <summary>Brings one service's database to this version.</summary>
/// <param name="Service">Service name.</param>
/// <param name="ApplyAsync">Applies what is missing.</param>
public sealed record ServiceMigration(string Service, Func<IServiceProvider, CancellationToken, Task> ApplyAsync);
