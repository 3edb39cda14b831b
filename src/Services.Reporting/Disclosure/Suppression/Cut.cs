using Ptce.Reporting.Disclosure.Tables;

namespace Ptce.Reporting.Disclosure.Suppression;

/// <summary>A linear inequality over free cells, in whole numbers: Σ factor × hidden ≥ least. Rounded so that it stays valid.</summary>
internal sealed record Cut(int[] Cells, long[] Factors, long Least)
{
    private const double Scale = 10_000;

    /// <summary>From coefficients of Σ c × hidden ≥ 1, where cells hidden from the start count on the left. Null when that is always so.</summary>
    public static Cut? From(SuppressionProblem problem, double[] coefficients)
    {
        var least = (long)Scale;
        var cells = new List<int>();
        var factors = new List<long>();
        for (var i = 0; i < coefficients.Length; i++)
        {
            if (coefficients[i] <= 0 || problem.Known[i])
                continue;
            var factor = (long)Math.Ceiling(coefficients[i] * Scale - 1e-3);
            if (factor <= 0)
                continue;
            if (problem.Forced[i])
            {
                least -= factor;
                continue;
            }
            cells.Add(i);
            factors.Add(factor);
        }
        if (least <= 0)
            return null;
        var capped = factors.Select(f => Math.Min(f, least)).ToArray();
        return capped.All(f => f == least) ? new([.. cells], [.. capped.Select(_ => 1L)], 1) : new([.. cells], capped, least);
    }

    /// <summary>At least one of the cells that a failing pattern leaves open must be hidden.</summary>
    public static Cut Beyond(SuppressionProblem problem, bool[] pattern)
    {
        var cells = Enumerable.Range(0, problem.Cells).Where(i => problem.IsFree(i) && !pattern[i]).ToArray();
        return new(cells, [.. cells.Select(_ => 1L)], 1);
    }

    /// <summary>
    /// A hidden cell that is alone in a relation can be computed, so that hiding it was useless: every optimal pattern hides another beside it.
    /// </summary>
    public static IEnumerable<(int Cell, int[] Others)> Companions(SuppressionProblem problem)
    {
        var required = problem.Requirements.Select(r => r.Cell).ToHashSet();
        foreach (var relation in problem.Relations)
        {
            int[] all = [relation.Total, .. relation.Parts];
            foreach (var cell in all)
            {
                if (!problem.IsFree(cell) && !required.Contains(cell))
                    continue;
                var others = all.Where(o => o != cell).ToArray();
                if (!others.Any(o => problem.Forced[o]))
                    yield return (cell, [.. others.Where(problem.IsFree)]);
            }
        }
    }

    public double Slack(ReadOnlySpan<double> openness)
    {
        double sum = -Least;
        for (var k = 0; k < Cells.Length; k++)
            sum += Factors[k] * openness[Cells[k]];
        return sum / Least;
    }

    public string Signature() => string.Join(',', Cells) + ':' + string.Join(',', Factors) + '>' + Least;
}
