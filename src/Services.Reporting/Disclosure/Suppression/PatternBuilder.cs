namespace Ptce.Reporting.Disclosure.Suppression;

/// <summary>Makes a safe pattern out of an unsafe one, then gives back every cell that is not needed.</summary>
internal sealed class PatternBuilder(SuppressionProblem problem, Separator separator, WorkMeter meter) : IDisposable
{
    private readonly CompletionModel completion = new(problem, meter);

    /// <summary>A safe pattern that holds <paramref name="start"/> or what of it is needed.</summary>
    /// <param name="start">Cells to hide at first.</param>
    /// <param name="lean">See <see cref="CompletionModel.Complete(Requirement, bool[], double[])"/>.</param>
    /// <param name="share">Share of all effort after which no more cells are given back: the pattern is safe already.</param>
    public bool[] Build(bool[] start, double[]? lean, double share = 1)
    {
        var pattern = (bool[])start.Clone();
        var order = Enumerable.Range(0, problem.Requirements.Count).OrderByDescending(r => problem.Requirements[r].Amount).ThenBy(r => r).ToList();
        foreach (var r in order)
        {
            if (separator.Protects(r, pattern))
                continue;
            if (completion.Complete(problem.Requirements[r], pattern, lean) is { } witness)
            {
                Array.ForEach(witness.Cells, cell => pattern[cell] = true);
                separator.Remember(r, witness);
            }
            else
            {
                // Requirements that nothing can meet were set aside before: hiding everything meets this one.
                pattern = [.. pattern.Select((hidden, i) => hidden || problem.IsFree(i))];
            }
        }
        Prune(pattern, share);
        return pattern;
    }

    public void Dispose() => completion.Dispose();

    private void Prune(bool[] pattern, double share)
    {
        var order = Enumerable.Range(0, problem.Requirements.Count).ToList();
        var costly = Enumerable.Range(0, problem.Cells).Where(i => pattern[i] && problem.IsFree(i)).OrderByDescending(i => problem.Cost[i]).ThenBy(i => i).ToList();
        foreach (var cell in costly.TakeWhile(_ => meter.Within(share)))
        {
            pattern[cell] = false;
            var failure = separator.FirstFailure(pattern, order);
            if (failure < 0)
                continue;
            pattern[cell] = true;
            // What failed once fails soonest again.
            order.Remove(failure);
            order.Insert(0, failure);
        }
    }
}
