using System.Text.RegularExpressions;

namespace Ptce.Architecture.Tests;

/// <summary>A service opens its own database and nobody else's.</summary>
public sealed partial class DatabaseOwnershipTests
{
    public static TheoryData<string> Services => [.. SourceTree.Services];

    [Theory]
    [MemberData(nameof(Services))]
    public void A_service_opens_only_its_own_database(string service)
    {
        var files = SourceTree.Files("src/" + service).ToList();
        Assert.Empty(files.SelectMany(file => Trespasses(service, file)));
        Assert.Contains(files, file => Registration().IsMatch(file.Text));
    }

    [Theory]
    [InlineData("builder.AddServiceDatabase<MembersDb, SqliteMembersDb, SqlServerMembersDb>(\"members\");")]
    [InlineData("const string Service = \"members\"; builder.AddServiceDatabase<MembersDb, SqliteMembersDb, SqlServerMembersDb>(Service);")]
    [InlineData("options.UseSqlite(\"Data Source=data/members.db\")")]
    [InlineData("using var connection = new SqliteConnection(path);")]
    [InlineData("var text = configuration.GetConnectionString(\"members\");")]
    public void A_service_that_opens_anothers_database_is_refused(string code) =>
        Assert.NotEmpty(Trespasses("Services.Survey", new SourceFile("src/Services.Survey/Trespass.cs", code)));

    private static IEnumerable<string> Trespasses(string service, SourceFile file)
    {
        var own = service["Services.".Length..].ToLowerInvariant();
        foreach (Match match in Registration().Matches(file.Text))
        {
            var name = match.Groups["name"].Success ? match.Groups["name"].Value : Constant(file.Text, match.Groups["constant"].Value);
            if (name != own)
                yield return $"{file.Path} opens the database '{name}'";
        }
        // A connection is made in one place, ServiceDefaults; what a service needs beyond EF it gets from its context.
        foreach (Match match in OwnConnection().Matches(file.Text))
            yield return $"{file.Path} makes a connection of its own: {match.Value}";
    }

    // A module may name its service once, as a constant beside the registration.
    private static string Constant(string text, string name) => Regex.Match(text, $@"const string {name} = ""(?<value>[a-z]+)""").Groups["value"].Value;

    [GeneratedRegex(@"AddServiceDatabase<[^>]*>\((""(?<name>[a-z]+)""|(?<constant>\w+))\)")]
    private static partial Regex Registration();

    [GeneratedRegex(@"\.UseSqlite\(|\.UseSqlServer\(|new SqliteConnection\(|new SqlConnection\(|GetConnectionString\(")]
    private static partial Regex OwnConnection();
}
