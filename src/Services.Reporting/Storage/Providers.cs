using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Ptce.ServiceDefaults.Database;

namespace Ptce.Reporting.Storage;

/// <summary>Owns SQLite's migrations.</summary>
internal sealed class SqliteReportingDb(DbContextOptions<SqliteReportingDb> options) : ReportingDb(options);

/// <summary>Owns SQL Server's migrations.</summary>
internal sealed class SqlServerReportingDb(DbContextOptions<SqlServerReportingDb> options) : ReportingDb(options);

internal sealed class SqliteDesign : IDesignTimeDbContextFactory<SqliteReportingDb>
{
    public SqliteReportingDb CreateDbContext(string[] args) => new(DesignTime.Sqlite<SqliteReportingDb>());
}

internal sealed class SqlServerDesign : IDesignTimeDbContextFactory<SqlServerReportingDb>
{
    public SqlServerReportingDb CreateDbContext(string[] args) => new(DesignTime.SqlServer<SqlServerReportingDb>());
}
