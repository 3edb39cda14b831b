namespace Ptce.Survey.Projects;

/// <summary>
/// The cooperation network (réseau de coopération) that the register draws: members are nodes, two members of one active project an edge, weighted by the number of
/// projects they share. Indicator I08 over all first-circle members is computed by Reporting; here density is over the members cited.
/// </summary>
/// <param name="Nodes">Members cited, with degree (neighbours) and number of their component.</param>
/// <param name="Edges">Pairs of members, each once, the smaller key first.</param>
/// <param name="Components">Connected groups.</param>
/// <param name="Density">Edges ÷ all pairs, 0–1; null with fewer than two members.</param>
internal sealed record CooperationNetwork(IReadOnlyList<NetworkNode> Nodes, IReadOnlyList<NetworkEdge> Edges, int Components, decimal? Density)
{
    public static CooperationNetwork Of(IEnumerable<IReadOnlyCollection<string>> projects)
    {
        var shared = new SortedDictionary<(string A, string B), int>();
        var members = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var project in projects)
        {
            var keys = project.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
            members.UnionWith(keys);
            for (var a = 0; a < keys.Count; a++)
            {
                for (var b = a + 1; b < keys.Count; b++)
                    shared[(keys[a], keys[b])] = shared.GetValueOrDefault((keys[a], keys[b])) + 1;
            }
        }
        var neighbours = members.ToDictionary(m => m, _ => new List<string>(), StringComparer.Ordinal);
        foreach (var (a, b) in shared.Keys)
        {
            neighbours[a].Add(b);
            neighbours[b].Add(a);
        }
        var component = Group(members, neighbours);
        var pairs = members.Count * (members.Count - 1) / 2m;
        return new CooperationNetwork(
            [.. members.Select(m => new NetworkNode(m, neighbours[m].Count, component[m]))],
            [.. shared.Select(s => new NetworkEdge(s.Key.A, s.Key.B, s.Value))],
            component.Values.Distinct().Count(),
            pairs == 0 ? null : decimal.Round(shared.Count / pairs, 4));
    }

    private static Dictionary<string, int> Group(SortedSet<string> members, Dictionary<string, List<string>> neighbours)
    {
        var component = new Dictionary<string, int>(StringComparer.Ordinal);
        var count = 0;
        foreach (var start in members.Where(m => !component.ContainsKey(m)))
        {
            count++;
            var waiting = new Stack<string>([start]);
            while (waiting.TryPop(out var member))
            {
                if (component.TryAdd(member, count))
                    neighbours[member].ForEach(waiting.Push);
            }
        }
        return component;
    }
}

/// <summary>A member in the network.</summary>
internal sealed record NetworkNode(string Member, int Degree, int Component);

/// <summary>Two members that share projects.</summary>
internal sealed record NetworkEdge(string A, string B, int Projects);
