using Ptce.ServiceDefaults.Database;
using Ptce.Testing;

namespace Ptce.Finance.Tests;

public sealed class MigrationTests
{
    [Fact]
    public void Both_providers_have_every_change_of_the_model()
    {
        using var sqlite = new SqliteFinanceDb(DesignTime.Sqlite<SqliteFinanceDb>());
        using var sqlServer = new SqlServerFinanceDb(DesignTime.SqlServer<SqlServerFinanceDb>());
        Testing.Migrations.AssertComplete(sqlite);
        Testing.Migrations.AssertComplete(sqlServer);
    }

    [Fact]
    public void The_SQL_Server_script_parses_and_binds()
    {
        using var db = new SqlServerFinanceDb(DesignTime.SqlServer<SqlServerFinanceDb>());
        Assert.Empty(Testing.Migrations.FaultsOf(Testing.Migrations.SqlServerScript(db)));
    }
}
