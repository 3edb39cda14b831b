using Ptce.Gateway.Session;
using Ptce.ServiceDefaults.Database;
using Checked = Ptce.Testing.Migrations;

namespace Ptce.Gateway.Tests.Session;

public sealed class SessionMigrationTests
{
    [Fact]
    public void Migrations_hold_the_whole_model_and_the_SQL_Server_script_binds()
    {
        using var sqlite = new SqliteSessionsDb(DesignTime.Sqlite<SqliteSessionsDb>());
        using var sqlServer = new SqlServerSessionsDb(DesignTime.SqlServer<SqlServerSessionsDb>());
        Checked.AssertComplete(sqlite);
        Checked.AssertComplete(sqlServer);
        Assert.Empty(Checked.FaultsOf(Checked.SqlServerScript(sqlServer)));
    }
}
