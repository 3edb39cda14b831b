using Microsoft.EntityFrameworkCore;

namespace Ptce.ServiceDefaults.Database;

/// <summary>Options with which <c>dotnet ef</c> and the migration tests build a context without a host or a server.</summary>
public static class DesignTime
{
    /// <summary>Options for SQLite, no file opened.</summary>
    /// <typeparam name="TDb">The context.</typeparam>
    public static DbContextOptions<TDb> Sqlite<TDb>() where TDb : DbContext =>
        new DbContextOptionsBuilder<TDb>().UseSqlite("Data Source=:memory:").Options;

    /// <summary>Options for SQL Server, never connected.</summary>
    /// <typeparam name="TDb">The context.</typeparam>
    public static DbContextOptions<TDb> SqlServer<TDb>() where TDb : DbContext =>
        new DbContextOptionsBuilder<TDb>().UseSqlServer("Server=never-connected;Database=design;Integrated Security=true").Options;
}
