using Microsoft.EntityFrameworkCore;
using Ptce.Identity.Storage;
using Ptce.ServiceDefaults.Database;
using Checked = Ptce.Testing.Migrations;

namespace Ptce.Identity.Tests.Storage;

public sealed class MigrationTests
{
    [Fact]
    public void Migrations_hold_the_whole_model_on_both_providers()
    {
        using var sqlite = new SqliteIdentityDb(DesignTime.Sqlite<SqliteIdentityDb>());
        using var sqlServer = new SqlServerIdentityDb(DesignTime.SqlServer<SqlServerIdentityDb>());
        Checked.AssertComplete(sqlite);
        Checked.AssertComplete(sqlServer);
    }

    [Fact]
    public void The_SQL_Server_script_parses_and_binds()
    {
        using var db = new SqlServerIdentityDb(DesignTime.SqlServer<SqlServerIdentityDb>());
        Assert.Empty(Checked.FaultsOf(Checked.SqlServerScript(db)));
    }
}
