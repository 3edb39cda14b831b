using Ptce.Demonstration.Study;

namespace Ptce.Demonstration.Rule;

/// <summary>What a pole's budget of the fiscal year must be.</summary>
/// <param name="Income">Total income, euros.</param>
/// <param name="Coordination">Expenses with destination coordination and animation, euros.</param>
internal sealed record Budget(int Income, int Coordination);

/// <summary>
/// Rule R9: budgets of 2014 reach both published ends and have exactly the published mean over the eleven. The lowest goes to one of the
/// poles without the State's grant, by draw; the highest to any other but Lille, whose budget must hold a known turnover. The cost of
/// coordination runs over its published range the same way. Nobody may read these amounts as a pole's own.
/// </summary>
internal static class Budgets
{
    private const int Step = 100;

    public static IReadOnlyDictionary<string, Budget> Of(StudyFacts facts)
    {
        var range = facts.Aggregates.Budget2014;
        var draw = Draw.Of("budgets");
        var lowest = draw.And("lowest").OneOf(facts.Economics.StateGrantOfCall.Without);
        var highest = draw.And("highest").Shuffle(facts.Poles.Select(p => p.Key).Where(k => k != lowest && k != facts.Economics.Levy.Pole), k => k)[0];
        var others = facts.Poles.Select(p => p.Key).Where(k => k != lowest && k != highest).ToArray();
        var rest = range.Mean * facts.Poles.Count - range.Minimum - range.Maximum;
        var incomes = Shares.Fit(rest / Step, [.. others.Select(k => Bounds(facts, k))], [.. others.Select(k => draw.And("weight").And(k).Between(10, 100))]);
        var budgets = others.Zip(incomes, (key, income) => (key, income: income * Step)).ToDictionary(x => x.key, x => new Budget(x.income, Coordination(facts, x.key, x.income)));
        budgets[lowest] = new(range.Minimum, facts.Aggregates.CoordinationCost.Minimum);
        budgets[highest] = new(range.Maximum, facts.Aggregates.CoordinationCost.Maximum);
        return budgets;
    }

    private static (int Low, int High) Bounds(StudyFacts facts, string pole)
    {
        if (pole == facts.Economics.Levy.Pole)
            return (340_000 / Step, 420_000 / Step);
        return pole == facts.Economics.LargestErdf.Pole ? (180_000 / Step, 420_000 / Step) : (70_000 / Step, 420_000 / Step);
    }

    private static int Coordination(StudyFacts facts, string pole, int income)
    {
        var range = facts.Aggregates.CoordinationCost;
        var high = Math.Min(range.Maximum - Step, income * 6 / 10);
        return Draw.Of("budgets", "coordination", pole).Between((range.Minimum + Step) / Step, high / Step) * Step;
    }
}
