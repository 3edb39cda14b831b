using Ptce.Demonstration.Set;
using Ptce.Demonstration.Study;

namespace Ptce.Demonstration.Rule;

/// <summary>Belonging periods, and the members that left.</summary>
internal sealed record PoleHistory(IReadOnlyList<Belonging> Belongings, IReadOnlyList<Member> Former);

/// <summary>
/// Rule R6: when each member came. The study tells four kinds of growth of the first circle from June 2012 to June 2015; each has its
/// own steps, in percent of the members of 2015 that were already there. Where it tells nothing, one pole in three stands still.
/// </summary>
internal sealed class History(StudyFacts facts, StudiedPole pole, bool secondCircleCountable)
{
    private readonly Draw draw = Draw.Of("history", pole.Key);
    private readonly int first = facts.Aggregates.FirstJune;

    public PoleHistory Of(IReadOnlyList<Member> firstCircle, IReadOnlyList<Member> secondCircle)
    {
        List<Belonging> belongings = [];
        var ordered = firstCircle.OrderByDescending(m => m.Founder).ThenByDescending(m => m.Named).ThenBy(m => draw.And(m.Code).Number).ToList();
        var present = Steps().Select(percent => (ordered.Count * percent + 50) / 100).ToArray();
        var came = 0;
        for (var i = 0; i < ordered.Count; i++)
        {
            var step = Array.FindIndex(present, count => i < count);
            var entry = Entry(ordered[i], step < 0 ? present.Length : step);
            var told = ordered[i].Told.ContainsKey("circle");
            // Every third newcomer was in the second circle for a year before.
            if (entry.Year >= first && secondCircleCountable && came++ % 3 == 0)
                belongings.Add(new(ordered[i].Code, 2, entry.AddYears(-1), entry, CircleTold: false));
            belongings.Add(new(ordered[i].Code, 1, entry, null, told));
        }
        belongings.AddRange(secondCircle.Select(m =>
            new Belonging(m.Code, 2, new DateOnly(draw.And("second").And(m.Code).Between(first - 1, first + 2), draw.And("month").And(m.Code).Between(1, 12), 1), null, m.Told.ContainsKey("circle"))));
        var former = Former();
        foreach (var member in former)
        {
            var exit = new DateOnly(first + draw.And("exit").And(member.Code).Between(1, 2), draw.And("exit-month").And(member.Code).Between(1, 12), 1);
            belongings.Add(new(member.Code, 1, new DateOnly(first - 2, draw.And(member.Code).Between(1, 12), 1), exit, CircleTold: false));
        }
        return new(belongings, former);
    }

    // Percent of the members of June 2015 present in June of the three years before.
    private int[] Steps() => pole.Growth switch
    {
        "start-up" => [15, 40, 70],
        "recast" => [45, 50, 75],
        "recent-entries" => [70, 75, 80],
        _ when StandsStill() => [100, 100, 100],
        _ => [draw.And("2012").Between(60, 75), draw.And("2013").Between(76, 86), draw.And("2014").Between(87, 95)],
    };

    private bool StandsStill()
    {
        var untold = facts.Poles.Where(p => p.Growth == "not-told").ToList();
        return Draw.Of("history", "stands-still").Shuffle(untold, p => p.Key).Take(untold.Count / 3).Any(p => p.Key == pole.Key);
    }

    private DateOnly Entry(Member member, int step)
    {
        var words = draw.And("entry").And(member.Code);
        if (step == 0)
            return new DateOnly(words.And("year").Between(first - 6, first - 1), words.And("month").Between(1, 12), 1);
        // Between July and the next June: whoever is counted in June of a year came in the twelve months before.
        var start = new DateOnly(first + step - 1, 7, 1);
        return start.AddMonths(words.Between(0, 11));
    }

    private List<Member> Former()
    {
        var count = pole.Growth == "recast" ? 4 : draw.And("former").Between(0, 1) * (StandsStill() ? 0 : 1);
        return [.. Enumerable.Range(41, count).Select(n => FictionalMember.Of(pole, n, "association", "ess", ["active-participant"]))];
    }
}
