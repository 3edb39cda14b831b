using Ptce.Reporting.Facts;
using Ptce.Reporting.Figures;

namespace Ptce.Reporting.Indicators;

/// <summary>First-circle members as nodes, joint projects of a year as edges (réseau de coopération).</summary>
internal sealed class CooperationNetwork
{
    private const int LargeProject = 5;

    private CooperationNetwork(IReadOnlyList<string> nodes, IReadOnlySet<(string, string)> edges, Provenance origin) =>
        (Nodes, Edges, Origin) = (nodes, edges, origin);

    public IReadOnlyList<string> Nodes { get; }

    /// <summary>Pairs with a joint project, each once, the smaller key first.</summary>
    public IReadOnlySet<(string One, string Other)> Edges { get; }

    public Provenance Origin { get; }

    public int Pairs => Nodes.Count * (Nodes.Count - 1) / 2;

    /// <summary>
    /// The network of the campaign's year. Null when the pole keeps no register of joint projects: an absent register is unknown,
    /// not a network without edges.
    /// </summary>
    public static CooperationNetwork? Of(PoleFacts pole, CampaignFacts campaign, bool withoutLarge = false)
    {
        if (pole.Morphology is null || pole.Cooperation is not { Projects.Count: > 0 } cooperation)
            return null;
        var members = pole.Morphology.FirstCircle(campaign.ReferenceDate);
        var nodes = members.Select(member => member.Key).ToHashSet(StringComparer.Ordinal);
        var edges = new HashSet<(string, string)>();
        foreach (var project in cooperation.Projects.Where(project => project.IsActiveIn(campaign.Year)))
        {
            if (withoutLarge && project.Members.Count > LargeProject)
                continue;
            var among = project.Members.Where(nodes.Contains).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray();
            for (var one = 0; one < among.Length; one++)
                for (var other = one + 1; other < among.Length; other++)
                    edges.Add((among[one], among[other]));
        }
        var origin = members.Select(member => member.Origin).Concat(cooperation.Projects.Select(project => project.Origin)).Union();
        return new([.. nodes.Order(StringComparer.Ordinal)], edges, origin);
    }

    /// <summary>Groups of members linked by projects; a member without a project is a group of its own.</summary>
    public int Components()
    {
        var parent = Nodes.ToDictionary(node => node, node => node, StringComparer.Ordinal);
        string Root(string node)
        {
            while (parent[node] != node)
                node = parent[node] = parent[parent[node]];
            return node;
        }
        foreach (var (one, other) in Edges)
            parent[Root(one)] = Root(other);
        return Nodes.Count(node => Root(node) == node);
    }
}
