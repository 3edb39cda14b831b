using Ptce.Members.Storage;
using Ptce.ServiceDefaults.Database;

namespace Ptce.Members.Tests.Storage;

public sealed class MigrationTests
{
    [Fact]
    public void Both_providers_have_every_change_of_the_model()
    {
        using var sqlite = new SqliteMembersDb(DesignTime.Sqlite<SqliteMembersDb>());
        using var sqlServer = new SqlServerMembersDb(DesignTime.SqlServer<SqlServerMembersDb>());
        Testing.Migrations.AssertComplete(sqlite);
        Testing.Migrations.AssertComplete(sqlServer);
    }

    [Fact]
    public void The_sql_server_script_parses_and_binds()
    {
        using var db = new SqlServerMembersDb(DesignTime.SqlServer<SqlServerMembersDb>());
        Assert.Empty(Testing.Migrations.FaultsOf(Testing.Migrations.SqlServerScript(db)));
    }
}
