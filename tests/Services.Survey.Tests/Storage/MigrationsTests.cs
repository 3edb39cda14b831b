using Ptce.Survey.Storage;

namespace Ptce.Survey.Tests.Storage;

public class MigrationsTests
{
    [Fact]
    public void The_model_has_nothing_that_the_migrations_lack()
    {
        using var sqlite = new SqliteSurveyDesign().CreateDbContext([]);
        using var sqlServer = new SqlServerSurveyDesign().CreateDbContext([]);
        Ptce.Testing.Migrations.AssertComplete(sqlite);
        Ptce.Testing.Migrations.AssertComplete(sqlServer);
    }

    [Fact]
    public void The_sql_server_script_parses_and_binds()
    {
        using var db = new SqlServerSurveyDesign().CreateDbContext([]);
        Assert.Empty(Ptce.Testing.Migrations.FaultsOf(Ptce.Testing.Migrations.SqlServerScript(db)));
    }
}
