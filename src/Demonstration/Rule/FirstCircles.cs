using Ptce.Demonstration.Study;

namespace Ptce.Demonstration.Rule;

/// <summary>Size of a first circle in June 2015 and how many of it are enterprises outside ESS.</summary>
internal sealed record FirstCircleSize(int Members, int NonEss);

/// <summary>
/// Rules R1 and R2. R1: as many poles as published stand above 15, both published extremes are reached, the smaller sizes go to the
/// poles of which the study names fewer members. R2: the numbers of enterprises outside ESS are the ones nearest to the published
/// share in each pole whose mean over the poles is exactly that share, with the fewest such enterprises in all.
/// </summary>
internal static class FirstCircles
{
    public static IReadOnlyDictionary<string, FirstCircleSize> Of(StudyFacts facts)
    {
        var sizes = Sizes(facts);
        var keys = facts.Poles.Select(p => p.Key).ToArray();
        var nonEss = NonEss([.. keys.Select(k => sizes[k])], facts.Aggregates.NonEssMeanPercent.Value);
        return keys.Select((key, i) => (key, new FirstCircleSize(sizes[key], nonEss[i]))).ToDictionary(x => x.key, x => x.Item2);
    }

    private static Dictionary<string, int> Sizes(StudyFacts facts)
    {
        var range = facts.Aggregates.FirstCircle;
        var draw = Draw.Of("first-circle");
        var ordered = facts.Poles
            .OrderByDescending(p => facts.Organisations.Count(o => o.Pole == p.Key && o.Circle != 2))
            .ThenBy(p => draw.And("order").And(p.Key).Number).ToArray();
        var sizes = new Dictionary<string, int>();
        for (var i = 0; i < ordered.Length; i++)
        {
            var key = ordered[i].Key;
            sizes[key] = i < range.PolesAbove
                ? i == 0 ? range.Maximum : draw.And("size").And(key).Between(range.Above + 1, range.Maximum)
                : i == ordered.Length - 1 ? range.Minimum : draw.And("size").And(key).Between(range.Minimum + 1, range.Above);
        }
        return sizes;
    }

    // Integer arithmetic over the least common multiple: "exactly 18 %" is a statement about fractions, not about doubles.
    private static int[] NonEss(int[] sizes, int percent)
    {
        var multiple = sizes.Select(s => (long)s).Aggregate(100L, (a, b) => a / Gcd(a, b) * b);
        var goal = multiple / 100 * percent * sizes.Length;
        var best = (Miss: long.MaxValue, Total: int.MaxValue, Spread: double.MaxValue, Counts: Array.Empty<int>());
        var counts = new int[sizes.Length];
        Search(0, 0, 0);
        return best.Counts;

        void Search(int i, long sum, double spread)
        {
            if (i == sizes.Length)
            {
                var miss = Math.Abs(goal - sum);
                var found = (miss, counts.Sum(), spread);
                if (found.CompareTo((best.Miss, best.Total, best.Spread)) < 0)
                    best = (miss, found.Item2, spread, (int[])counts.Clone());
                return;
            }
            var nearest = sizes[i] * percent / 100;
            for (var n = Math.Max(1, nearest - 1); n <= nearest + 1; n++)
            {
                counts[i] = n;
                var off = (double)n / sizes[i] - percent / 100.0;
                Search(i + 1, sum + multiple / sizes[i] * n, spread + off * off);
            }
        }
    }

    private static long Gcd(long a, long b) => b == 0 ? a : Gcd(b, a % b);
}
