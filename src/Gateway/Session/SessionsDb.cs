using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Ptce.Messaging.Storage;
using Ptce.ServiceDefaults.Database;

namespace Ptce.Gateway.Session;

/// <summary>One browser's session: what the cookie stands for. The tokens never leave the server.</summary>
internal sealed class StoredSession
{
    /// <summary>SHA-256 of what the cookie holds: a stolen database signs nobody in.</summary>
    public required string Key { get; init; }

    /// <summary>Whose session, so that all of a person's can be ended together.</summary>
    public required string Subject { get; set; }

    public DateTime StartedAt { get; init; }

    public DateTime ExpiresAt { get; set; }

    /// <summary>Principal and tokens, protected by Data Protection.</summary>
    public required byte[] Ticket { get; set; }
}

/// <summary>The gateway's only memory.</summary>
internal abstract class SessionsDb(DbContextOptions options) : DbContext(options)
{
    public DbSet<StoredSession> Sessions => Set<StoredSession>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) => PortableModel.ConfigureConventions(configurationBuilder);

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<StoredSession>(session =>
        {
            session.ToTable("sessions").HasKey(s => s.Key);
            session.Property(s => s.Key).IsKeyText(64);
            session.Property(s => s.Subject).IsKeyText(100);
            session.HasIndex(s => s.Subject);
            session.HasIndex(s => s.ExpiresAt);
        });
        modelBuilder.ApplyPortableConventions(Database.IsSqlServer());
    }
}

/// <summary>The SQLite child; its migrations are in <c>Migrations/Sqlite</c>.</summary>
internal sealed class SqliteSessionsDb(DbContextOptions<SqliteSessionsDb> options) : SessionsDb(options)
{
    internal sealed class Factory : IDesignTimeDbContextFactory<SqliteSessionsDb>
    {
        public SqliteSessionsDb CreateDbContext(string[] args) => new(DesignTime.Sqlite<SqliteSessionsDb>());
    }
}

/// <summary>The SQL Server child; its migrations are in <c>Migrations/SqlServer</c>.</summary>
internal sealed class SqlServerSessionsDb(DbContextOptions<SqlServerSessionsDb> options) : SessionsDb(options)
{
    internal sealed class Factory : IDesignTimeDbContextFactory<SqlServerSessionsDb>
    {
        public SqlServerSessionsDb CreateDbContext(string[] args) => new(DesignTime.SqlServer<SqlServerSessionsDb>());
    }
}
