using Ptce.Survey.Projects;

namespace Ptce.Survey.Tests.Projects;

public class CooperationNetworkTests
{
    [Fact]
    public void Members_of_one_project_are_joined_in_pairs_and_shared_projects_are_counted()
    {
        // Worked out by hand: a–b twice, b–c and a–c once, d–e apart, f alone (helped by the PTCE).
        var network = CooperationNetwork.Of([["a", "b", "c"], ["b", "a"], ["d", "e"], ["f"]]);
        Assert.Equal([("a", "b", 2), ("a", "c", 1), ("b", "c", 1), ("d", "e", 1)], network.Edges.Select(e => (e.A, e.B, e.Projects)));
        Assert.Equal([("a", 2, 1), ("b", 2, 1), ("c", 2, 1), ("d", 1, 2), ("e", 1, 2), ("f", 0, 3)], network.Nodes.Select(n => (n.Member, n.Degree, n.Component)));
        Assert.Equal(3, network.Components);
        // 4 edges of 15 pairs.
        Assert.Equal(0.2667m, network.Density);
    }

    [Fact]
    public void A_network_of_nobody_or_of_one_has_no_density()
    {
        Assert.Null(CooperationNetwork.Of([]).Density);
        Assert.Null(CooperationNetwork.Of([["a"]]).Density);
    }

    [Fact]
    public void A_member_named_twice_in_a_project_is_one() => Assert.Empty(CooperationNetwork.Of([["a", "a"]]).Edges);
}
