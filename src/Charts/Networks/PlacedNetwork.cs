namespace Ptce.Charts.Networks;

/// <summary>Components laid out one by one, the largest first, then packed in rows; members without a tie stand together at the end.</summary>
internal sealed record PlacedNetwork(IReadOnlyList<(double X, double Y)> Places, double Height)
{
    private const double Room = 28;

    public static PlacedNetwork Of(int count, IReadOnlyList<(int A, int B)> edges, double width)
    {
        var places = new (double X, double Y)[count];
        // Small networks are drawn larger.
        var length = count <= 8 ? 120.0 : count <= 20 ? 96 : 74;
        double x = 0, y = 0, row = 0;
        foreach (var component in Components(count, edges))
        {
            var index = component.Select((node, i) => (node, i)).ToDictionary(p => p.node, p => p.i);
            var inside = edges.Where(e => index.ContainsKey(e.A)).Select(e => (index[e.A], index[e.B])).ToList();
            var local = StressLayout.Place(component.Count, inside);
            var (left, top) = (local.Min(p => p.X), local.Min(p => p.Y));
            var scale = Math.Min(length, (width - Room) / Math.Max(0.01, local.Max(p => p.X) - left));
            var wide = (local.Max(p => p.X) - left) * scale + Room;
            var high = (local.Max(p => p.Y) - top) * scale + Room;
            if (x > 0 && x + wide > width)
            {
                x = 0;
                y += row + 8;
                row = 0;
            }
            for (var i = 0; i < component.Count; i++)
                places[component[i]] = (x + Room / 2 + (local[i].X - left) * scale, y + Room / 2 + (local[i].Y - top) * scale);
            x += wide + 8;
            row = Math.Max(row, high);
        }
        return new(places, y + row);
    }

    private static IEnumerable<List<int>> Components(int count, IReadOnlyList<(int A, int B)> edges)
    {
        var root = Enumerable.Range(0, count).ToArray();
        int Find(int i) => root[i] == i ? i : root[i] = Find(root[i]);
        foreach (var (a, b) in edges)
            root[Math.Max(Find(a), Find(b))] = Math.Min(Find(a), Find(b));
        return Enumerable.Range(0, count).GroupBy(Find).Select(g => g.ToList()).OrderByDescending(g => g.Count).ThenBy(g => g[0]);
    }
}
