using System.Xml.Linq;

namespace Ptce.Architecture.Tests;

/// <summary>Who may reference whom (docs/architecture.md, "Rooms").</summary>
public sealed class ReferenceTests
{
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["Contracts"] = [],
        ["Grid"] = [],
        ["Charts"] = [],
        ["Messaging"] = ["Contracts"],
        ["ServiceDefaults"] = ["Contracts", "Messaging"],
        ["Services.Members"] = ["Contracts", "Grid", "Charts", "Messaging", "ServiceDefaults"],
        ["Services.Survey"] = ["Contracts", "Grid", "Charts", "Messaging", "ServiceDefaults"],
        ["Services.Finance"] = ["Contracts", "Grid", "Charts", "Messaging", "ServiceDefaults"],
        ["Services.Reporting"] = ["Contracts", "Grid", "Charts", "Messaging", "ServiceDefaults"],
        ["Services.Identity"] = ["Contracts", "Messaging", "ServiceDefaults"],
        ["Gateway"] = ["ServiceDefaults"],
    };

    public static TheoryData<string> Projects => [.. Allowed.Keys];

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_room_references_only_what_its_place_in_the_house_allows(string project) =>
        Assert.Empty(Forbidden(project, SourceTree.References(project)));

    [Fact]
    public void A_reference_from_one_service_to_another_is_refused()
    {
        var project = XDocument.Parse("""<Project><ItemGroup><ProjectReference Include="..\Services.Members\Services.Members.csproj" /></ItemGroup></Project>""");
        Assert.Equal(["Services.Members"], Forbidden("Services.Survey", SourceTree.ProjectReferences(project)));
    }

    [Fact]
    public void No_compiled_service_refers_to_another()
    {
        foreach (var service in SourceTree.Services)
        {
            var references = System.Reflection.Assembly.Load(service).GetReferencedAssemblies().Select(a => a.Name!);
            Assert.DoesNotContain(references, name => name.StartsWith("Services.", StringComparison.Ordinal));
        }
    }

    private static IEnumerable<string> Forbidden(string project, IEnumerable<string> references) => references.Except(Allowed[project]);
}
