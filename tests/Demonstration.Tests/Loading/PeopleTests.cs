using Ptce.Demonstration.Loading;
using Ptce.Demonstration.Tests.Set;

namespace Ptce.Demonstration.Tests.Loading;

public sealed class PeopleTests
{
    [Fact]
    public void Each_PTCE_has_a_leader_that_nobody_takes_for_a_real_one()
    {
        var people = People.Of(GeneratedSet.Value, "secret");

        Assert.Equal(11, people.Count(p => p.Grant.StartsWith("leader:", StringComparison.Ordinal)));
        Assert.All(people, p => Assert.EndsWith("@demonstration.example", p.Email, StringComparison.Ordinal));
        Assert.All(people, p => Assert.Contains("démonstration", p.Name, StringComparison.Ordinal));
    }

    [Fact]
    public void Passwords_are_the_same_for_the_same_secret_and_others_for_another()
    {
        var first = People.Of(GeneratedSet.Value, "secret").Select(p => p.Password).ToList();

        Assert.Equal(first, People.Of(GeneratedSet.Value, "secret").Select(p => p.Password));
        Assert.Equal(first.Count, first.Distinct().Count());
        Assert.Empty(first.Intersect(People.Of(GeneratedSet.Value, "another").Select(p => p.Password)));
        Assert.All(first, p => Assert.True(p.Length >= 20));
    }

    [Fact]
    public void The_command_line_takes_the_secret_from_the_environment()
    {
        var options = CommandLine.Read(["--url", "https://observatoire.example.org", "--client-id", "demo"], name => name == "PTCE_CLIENT_SECRET" ? "s" : null);

        Assert.Equal(("https://observatoire.example.org/", "demo", "s"), (options!.Url.ToString(), options.ClientId, options.ClientSecret));
        Assert.Null(CommandLine.Read(["--client-id", "demo"], _ => null));
        Assert.Null(CommandLine.Read(["--what"], _ => "x"));
    }
}
