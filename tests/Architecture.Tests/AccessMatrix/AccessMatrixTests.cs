using System.Globalization;
using Ptce.ServiceDefaults.Access;

namespace Ptce.Architecture.Tests.AccessMatrix;

/// <summary>What everybody may do, tried on every endpoint that exists, against the table that is kept by hand in docs/access-matrix.md.</summary>
public sealed class AccessMatrixTests(RunningServices services) : IClassFixture<RunningServices>
{
    private static readonly string Table = Path.Combine(SourceTree.Root, "docs", "access-matrix.md");

    [Theory]
    [MemberData(nameof(RunningServices.Names), MemberType = typeof(RunningServices))]
    public async Task Every_endpoint_answers_every_role_as_the_table_says(string service)
    {
        var expected = Read(service);
        var differences = new List<string>();
        var found = new List<string>();
        foreach (var (method, endpoint) in services.Endpoints(service))
        {
            var name = $"{method} {RunningServices.Pattern(endpoint)}";
            var outcomes = await Outcomes.OfAsync(services, service, method, endpoint);
            found.Add(string.Create(CultureInfo.InvariantCulture, $"| `{name}` | {string.Join(" | ", outcomes)} |"));
            if (!expected.Remove(name, out var row))
                differences.Add($"{name} is not in the table; it answers {string.Join(", ", outcomes)}");
            else if (!row.SequenceEqual(outcomes))
                differences.Add($"{name}: the table says {string.Join(", ", row)}; it answers {string.Join(", ", outcomes)}");
        }
        differences.AddRange(expected.Keys.Select(name => $"{name} is in the table but does not exist"));
        Assert.True(differences.Count == 0, string.Join('\n', differences) + "\n\nAs it answers:\n" + string.Join('\n', found));
    }

    [Theory]
    [MemberData(nameof(RunningServices.Names), MemberType = typeof(RunningServices))]
    public void Every_endpoint_declares_a_permission_or_that_it_is_public(string service)
    {
        var undeclared = services.Endpoints(service)
            .Where(one => one.Endpoint.Metadata.GetMetadata<DeclaredPermission>() is null && one.Endpoint.Metadata.GetMetadata<DeclaredPublic>() is null)
            .Select(one => RunningServices.Pattern(one.Endpoint));
        Assert.Empty(undeclared);
    }

    [Fact]
    public void No_machine_may_sign_a_dossier_whatever_its_permissions()
    {
        var everything = new System.Security.Claims.ClaimsIdentity(
            [new("sub", "machine"), .. Permissions.All.Append("*").Select(permission => new System.Security.Claims.Claim(Caller.PermissionClaim, permission))], "test");
        var machine = new Caller(new(everything));
        Assert.Equal([Permissions.DossiersSignOff], Permissions.All.Where(permission => !machine.Can(permission, "phares")));
    }

    private static Dictionary<string, string[]> Read(string service)
    {
        var rows = new Dictionary<string, string[]>(StringComparer.Ordinal);
        var inside = false;
        foreach (var line in File.ReadLines(Table))
        {
            if (line.StartsWith("## ", StringComparison.Ordinal))
                inside = line[3..].Trim() == service;
            if (inside && line.StartsWith("| `", StringComparison.Ordinal))
            {
                var cells = line.Trim('|').Split('|', StringSplitOptions.TrimEntries);
                rows.Add(cells[0].Trim('`'), cells[1..]);
            }
        }
        return rows;
    }
}
