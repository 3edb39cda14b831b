namespace Ptce.Charts.Networks;

/// <summary>
/// Places a connected graph by stress majorisation (Gansner, Koren, North 2004) from a fixed spiral. Only + − × ÷ and √ are used, which IEEE 754
/// rounds the same way everywhere: the drawing is the same on every machine.
/// </summary>
internal static class StressLayout
{
    private const int Sweeps = 120;

    // Cosine and sine of the golden angle.
    private const double Cos = -0.7373688780783197, Sin = 0.6754902942615238;

    public static (double X, double Y)[] Place(int count, IReadOnlyList<(int A, int B)> edges)
    {
        var distance = Distances(count, edges);
        var place = Spiral(count);
        for (var sweep = 0; sweep < Sweeps; sweep++)
        {
            for (var i = 0; i < count; i++)
            {
                double x = 0, y = 0, total = 0;
                for (var j = 0; j < count; j++)
                {
                    if (i == j)
                        continue;
                    var d = distance[i, j];
                    var weight = 1 / (d * d);
                    var dx = place[i].X - place[j].X;
                    var dy = place[i].Y - place[j].Y;
                    var length = Math.Sqrt(dx * dx + dy * dy);
                    var pull = length > 1e-9 ? d / length : 0;
                    x += weight * (place[j].X + dx * pull);
                    y += weight * (place[j].Y + dy * pull);
                    total += weight;
                }
                if (total > 0)
                    place[i] = (x / total, y / total);
            }
        }
        return place;
    }

    private static (double X, double Y)[] Spiral(int count)
    {
        var place = new (double X, double Y)[count];
        double x = 1, y = 0;
        for (var i = 0; i < count; i++)
        {
            var radius = Math.Sqrt(i + 0.5);
            place[i] = (x * radius, y * radius);
            (x, y) = (x * Cos - y * Sin, x * Sin + y * Cos);
        }
        return place;
    }

    private static double[,] Distances(int count, IReadOnlyList<(int A, int B)> edges)
    {
        var near = Enumerable.Range(0, count).Select(_ => new List<int>()).ToArray();
        foreach (var (a, b) in edges)
        {
            near[a].Add(b);
            near[b].Add(a);
        }
        var distance = new double[count, count];
        for (var start = 0; start < count; start++)
        {
            var queue = new Queue<int>([start]);
            var seen = new HashSet<int> { start };
            while (queue.TryDequeue(out var at))
            {
                foreach (var next in near[at])
                {
                    if (!seen.Add(next))
                        continue;
                    distance[start, next] = distance[start, at] + 1;
                    queue.Enqueue(next);
                }
            }
        }
        return distance;
    }
}
