using System.Reflection;
using Ptce.ServiceDefaults.Problems;

namespace Ptce.Architecture.Tests;

/// <summary>One catalogue of failures: stable codes, both languages.</summary>
public sealed class ProblemCatalogueTests
{
    private static readonly List<(string Place, Problem Problem)> All =
    [
        .. SourceTree.Services.Append("ServiceDefaults").Append("Gateway").Select(Assembly.Load).SelectMany(assembly => assembly.GetTypes())
            .SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic).Where(f => f.FieldType == typeof(Problem))
                .Select(field => ($"{type.FullName}.{field.Name}", (Problem)field.GetValue(null)!))),
    ];

    [Fact]
    public void Every_code_has_three_parts_and_stands_once()
    {
        Assert.NotEmpty(All);
        Assert.All(All, entry => Assert.Matches("^[a-z]+(\\.[a-z0-9-]+){2}$", entry.Problem.Code));
        var twice = All.GroupBy(entry => entry.Problem.Code).Where(group => group.Count() > 1).Select(group => group.Key + ": " + string.Join(", ", group.Select(e => e.Place)));
        Assert.Empty(twice);
    }

    [Fact]
    public void Every_failure_speaks_both_languages_and_has_an_error_status() => Assert.All(All, entry =>
    {
        Assert.False(string.IsNullOrWhiteSpace(entry.Problem.Title.Fr));
        Assert.False(string.IsNullOrWhiteSpace(entry.Problem.Title.En));
        Assert.NotEqual(entry.Problem.Title.Fr, entry.Problem.Title.En);
        Assert.InRange(entry.Problem.Status, 400, 599);
    });
}
