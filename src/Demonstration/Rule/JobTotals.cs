using Ptce.Demonstration.Study;

namespace Ptce.Demonstration.Rule;

/// <summary>How many of a pole's members are small, middling and large, and what their FTE add up to.</summary>
/// <param name="Small">Members below 10 FTE.</param>
/// <param name="Middling">Members from 10 to 50 FTE.</param>
/// <param name="Large">Members above 50 FTE.</param>
/// <param name="Tenths">Total, in tenths of a full-time equivalent.</param>
internal sealed record JobPlan(int Small, int Middling, int Large, int Tenths)
{
    public static readonly (int Low, int High) SmallBounds = (4, 95);
    public static readonly (int Low, int High) MiddlingBounds = (100, 420);
    public static readonly (int Low, int High) LargeBounds = (505, 640);

    /// <summary>The least that these members can add up to.</summary>
    public int Least => Small * SmallBounds.Low + Middling * MiddlingBounds.Low + Large * LargeBounds.Low;
}

/// <summary>
/// Rule R7: two thirds to three quarters of the members with known FTE are below 10; members above 50 stand only where the study names
/// such poles, one or two each; totals lie in the published range and reach both its ends.
/// </summary>
internal static class JobTotals
{
    public static IReadOnlyDictionary<string, JobPlan> Of(StudyFacts facts, IReadOnlyDictionary<string, FirstCircleSize> sizes)
    {
        var range = facts.Aggregates.FullTimeEquivalents;
        var plans = facts.Poles.ToDictionary(p => p.Key, p => Plan(facts, p.Key, sizes[p.Key].Members));
        var least = plans.Where(p => p.Value.Large == 0).OrderBy(p => p.Value.Least).ThenBy(p => p.Key, StringComparer.Ordinal).First().Key;
        var most = plans.Where(p => p.Value.Large > 0).OrderByDescending(p => p.Value.Least).ThenBy(p => p.Key, StringComparer.Ordinal).First().Key;
        foreach (var (key, plan) in plans)
        {
            var total = key == least ? range.Minimum * 10 : key == most ? range.Maximum * 10 : Between(key, plan, range);
            plans[key] = plan with { Tenths = total };
        }
        return plans;
    }

    private static JobPlan Plan(StudyFacts facts, string pole, int members)
    {
        var counted = members - facts.Organisations.Count(o => o.Pole == pole && Composition.InFirstCircle(o) && o.Family is ("authority" or "research"));
        var draw = Draw.Of("jobs", pole);
        var small = draw.And("small").Between((2 * counted + 2) / 3, 3 * counted / 4);
        var large = facts.Aggregates.LargeMembers.Poles.Contains(pole)
            ? draw.And("large").Between(facts.Aggregates.LargeMembers.Minimum, facts.Aggregates.LargeMembers.Maximum) : 0;
        return new(small, counted - small - large, large, 0);
    }

    private static int Between(string pole, JobPlan plan, PublishedRange range)
    {
        var low = Math.Max(range.Minimum * 10 + 10, plan.Least * 11 / 10);
        var high = Math.Min(range.Maximum * 10 - 10, Math.Max(low + 100, plan.Least + (plan.Small + plan.Middling + plan.Large) * 60));
        return Draw.Of("jobs", pole, "total").Between(Math.Min(low, high), high);
    }
}
