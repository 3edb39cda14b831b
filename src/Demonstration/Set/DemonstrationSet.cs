using Ptce.Demonstration.Rule;
using Ptce.Demonstration.Study;

namespace Ptce.Demonstration.Set;

/// <summary>
/// The whole demonstration data set (jeu de démonstration): the study's facts, completed by the rule. The same on every machine; no
/// clock, no random number, no file but the facts.
/// </summary>
internal sealed record DemonstrationSet(StudyFacts Facts, IReadOnlyList<PoleSet> Poles)
{
    /// <summary>Makes the set.</summary>
    public static DemonstrationSet Generate()
    {
        var facts = StudyFacts.Read();
        var circles = FirstCircles.Of(facts);
        var budgets = Budgets.Of(facts);
        var jobs = JobTotals.Of(facts, circles);
        var foundations = Composition.PolesWithFoundation(facts);
        List<PoleSet> poles = [];
        foreach (var pole in facts.Poles)
        {
            var second = SecondCircle.Of(facts, pole);
            var members = new Composition(facts, pole, circles[pole.Key], foundations.Contains(pole.Key)).Members();
            var history = new History(facts, pole, second.Countable).Of(members, second.Members);
            var figures = new MemberFigures(facts, pole, jobs[pole.Key]).Of(members);
            poles.Add(new PoleSet(
                pole,
                CountingRules.Of(pole, second.Countable),
                [.. members, .. second.Members, .. history.Former],
                history.Belongings,
                figures,
                new Economics(facts, pole, budgets[pole.Key]).Year(),
                new GridAnswers(facts, pole).Answers()));
        }
        return new DemonstrationSet(facts, poles);
    }

    /// <summary>The pole with this key.</summary>
    public PoleSet this[string key] => Poles.Single(p => p.Pole.Key == key);
}

/// <summary>Everything of one PTCE.</summary>
/// <param name="Pole">What the study tells.</param>
/// <param name="Counting">How its circles are counted.</param>
/// <param name="Organisations">Members of both circles, former ones too.</param>
/// <param name="Belongings">Who belonged to which circle and when.</param>
/// <param name="Figures">Yearly figures of the first circle.</param>
/// <param name="Economics">The fiscal year.</param>
/// <param name="Answers">Answers to the items of the grid, cooperation and governance.</param>
internal sealed record PoleSet(
    StudiedPole Pole, CountingRule Counting, IReadOnlyList<Member> Organisations, IReadOnlyList<Belonging> Belongings, IReadOnlyList<YearlyFigures> Figures,
    FiscalYear Economics, IReadOnlyList<GridAnswer> Answers)
{
    /// <summary>Codes of the members in a circle on a day.</summary>
    public IEnumerable<string> CircleAt(int circle, DateOnly day) =>
        Belongings.Where(b => b.Circle == circle && b.OpenAt(day)).Select(b => b.Member);

    /// <summary>Members of the first circle on a day.</summary>
    public IEnumerable<Member> FirstCircleAt(DateOnly day) => CircleAt(1, day).Select(code => Organisations.Single(o => o.Code == code));
}
