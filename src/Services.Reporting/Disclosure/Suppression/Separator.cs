namespace Ptce.Reporting.Disclosure.Suppression;

/// <summary>
/// Tells whether a pattern protects, and if not, which inequality it breaks. Remembers the deviations that were seen to protect a cell: a pattern
/// that hides all the cells they move needs no programme.
/// </summary>
internal sealed class Separator(SuppressionProblem problem, WorkMeter meter) : IDisposable
{
    private const double Ajar = 1e-3;
    private const int Remembered = 16, MostCuts = 400;
    private readonly AttackModel model = new(problem, meter);
    private readonly Dictionary<(int Cell, int Direction), List<Witness>> witnesses = [];
    private readonly double[] openness = new double[problem.Cells];

    /// <summary>Whether a requirement holds under a pattern.</summary>
    public bool Protects(int requirement, bool[] pattern)
    {
        if (Witnessed(requirement, pattern))
            return true;
        Open(pattern, 0);
        var target = problem.Requirements[requirement];
        if (!model.Run(target, openness, 1).Satisfied && !model.Run(target, openness, double.PositiveInfinity).Satisfied)
            return false;
        Remember(requirement, model.Witness(target));
        return true;
    }

    /// <summary>Remembers deviations that protect a requirement by themselves.</summary>
    public void Remember(int requirement, Witness witness)
    {
        var key = (problem.Requirements[requirement].Cell, problem.Requirements[requirement].Direction);
        if (!witnesses.TryGetValue(key, out var list))
            witnesses[key] = list = [];
        if (list.Count == Remembered)
            list.RemoveAt(0);
        list.Add(witness);
    }

    /// <summary>The first requirement that fails, asking <paramref name="order"/>; −1 when none.</summary>
    public int FirstFailure(bool[] pattern, IReadOnlyList<int> order)
    {
        foreach (var requirement in order)
        {
            if (!Protects(requirement, pattern))
                return requirement;
        }
        return -1;
    }

    /// <summary>Inequalities that a failing whole pattern breaks, at least one if it fails.</summary>
    public List<Cut> Separate(bool[] pattern)
    {
        var cuts = new List<Cut>();
        for (var r = 0; r < problem.Requirements.Count && cuts.Count < MostCuts; r++)
        {
            if (Witnessed(r, pattern))
                continue;
            // Closed cells stand ajar, so that among equal duals those are chosen that ask for fewest other cells.
            Open(pattern, Ajar);
            var target = problem.Requirements[r];
            if (!model.Run(target, openness, 1).Satisfied && Broken(target, pattern) is { } strong)
            {
                cuts.Add(strong);
                continue;
            }
            if (Protects(r, pattern))
                continue;
            cuts.Add(Broken(target, pattern) ?? Cut.Beyond(problem, pattern));
        }
        return cuts;
    }

    /// <summary>Inequalities that a fractional point breaks, for the requirements given.</summary>
    public List<Cut> Separate(double[] point, IEnumerable<int> requirements)
    {
        var cuts = new List<Cut>();
        foreach (var r in requirements.TakeWhile(_ => meter.Within(0.6)))
        {
            for (var i = 0; i < point.Length; i++)
                openness[i] = problem.Known[i] ? 0 : problem.Forced[i] ? 1 : Math.Max(point[i], Ajar / 10);
            var attack = model.Run(problem.Requirements[r], openness, 1);
            if (attack.Reach < 1 - 1e-4 && Cut.From(problem, model.Cut(problem.Requirements[r])) is { } cut && cut.Slack(point) < -1e-4)
                cuts.Add(cut);
        }
        return cuts;
    }

    public void Dispose() => model.Dispose();

    private bool Witnessed(int requirement, bool[] pattern)
    {
        var target = problem.Requirements[requirement];
        if (!witnesses.TryGetValue((target.Cell, target.Direction), out var list))
            return false;
        meter.AddLooks(list.Count);
        return list.Exists(w => w.Shows(target, problem.Attackers[target.Attacker], pattern));
    }

    private Cut? Broken(Requirement target, bool[] pattern)
    {
        var cut = Cut.From(problem, model.Cut(target));
        Span<double> whole = new double[pattern.Length];
        for (var i = 0; i < pattern.Length; i++)
            whole[i] = pattern[i] ? 1 : 0;
        return cut is not null && cut.Slack(whole) < -1e-9 ? cut : null;
    }

    private void Open(bool[] pattern, double closed)
    {
        for (var i = 0; i < pattern.Length; i++)
            openness[i] = problem.Known[i] ? 0 : pattern[i] ? 1 : closed;
    }
}
