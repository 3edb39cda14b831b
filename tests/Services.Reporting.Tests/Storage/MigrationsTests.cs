using Ptce.Reporting.Storage;

namespace Ptce.Reporting.Tests.Storage;

public sealed class MigrationsTests
{
    [Fact]
    public void Both_providers_have_every_migration()
    {
        using var sqlite = new SqliteDesign().CreateDbContext([]);
        using var server = new SqlServerDesign().CreateDbContext([]);
        Testing.Migrations.AssertComplete(sqlite);
        Testing.Migrations.AssertComplete(server);
    }

    [Fact]
    public void The_sql_server_script_parses_and_binds()
    {
        using var server = new SqlServerDesign().CreateDbContext([]);
        Assert.Empty(Testing.Migrations.FaultsOf(Testing.Migrations.SqlServerScript(server)));
    }
}
