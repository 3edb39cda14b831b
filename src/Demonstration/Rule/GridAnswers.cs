using Ptce.Demonstration.Set;
using Ptce.Demonstration.Study;

namespace Ptce.Demonstration.Rule;

/// <summary>
/// Rule R11: answers to the items of edition 2015. What the study reports of a pole stands with its example; a stage that it does not
/// tell is drawn – never "none" where an activity is reported – and forms that it tells nothing of are left to a draw. Governance
/// that the study puts in neither configuration is answered "unknown".
/// </summary>
internal sealed class GridAnswers(StudyFacts facts, StudiedPole pole)
{
    private static readonly string[] Activities = ["C1.1", "C1.2", "C1.3", "C1.4", "C1.5", "C1.6", "C2.1", "C2.2", "C2.3", "C2.4"];

    // Edition 2015 has six forms of pooling; concierge services, group purchasing and solidarity finance stand with the sixth.
    private static readonly Dictionary<string, string> Folded = new() { ["C1.7"] = "C1.6", ["C1.8"] = "C1.6" };

    private readonly GovernanceFacts governance = facts.Governance;
    private readonly Draw draw = Draw.Of("answers", pole.Key);
    private readonly List<GridAnswer> answers = [];

    public IReadOnlyList<GridAnswer> Answers()
    {
        foreach (var item in Activities)
            Activity(item);
        Configuration();
        Bodies();
        Coordination();
        return answers;
    }

    private void Activity(string item)
    {
        var reported = facts.Cooperation.Activities.Where(a => a.Pole == pole.Key && Folded.GetValueOrDefault(a.Item, a.Item) == item).ToList();
        var stage = reported.Where(a => a.Item == item).Select(a => a.Stage).FirstOrDefault(s => s is not null);
        var words = draw.And(item);
        if (stage is not null)
            Told(item, stage, reported[0].Source);
        else if (reported.Count > 0)
            Made(item, words.OneOf<string>(item is "C1.1" or "C1.2" ? ["some-members", "generalised", "generalised"] : ["some-members", "some-members", "generalised"]));
        else
            Made(item, words.OneOf<string>(item == "C1.1" ? ["generalised"] : ["none", "in-project", "in-project", "some-members", "some-members"]));
        if (reported.Count > 0 && (stage ?? "some") != "none")
            answers.Add(new($"{item}.description", null, string.Join(" ; ", reported.Select(a => a.Example.Fr)), null, [], null, reported[0].Source));
    }

    private void Configuration()
    {
        var strategy = facts.Cooperation.Activities.FirstOrDefault(a => a.Pole == pole.Key && a.Item == "C3");
        if (strategy is not null)
            Told("C3", strategy.Example.Fr, strategy.Source);
        else
            answers.Add(new("C3", null, null, "unknown", [], null, "étude, §3"));

        if (governance.NotStated.Poles.Contains(pole.Key))
            answers.Add(new("G1", null, null, "unknown", [], null, governance.NotStated.Source));
        else if (governance.Delegated.Poles.TryGetValue(pole.Key, out var lead))
        {
            Told("G1", "delegated", governance.Delegated.Source);
            Told("G3", $"code:{pole.Key}/{lead}", governance.Delegated.Source);
        }
        else
            Told("G1", governance.BoardOfCooperative.Poles.Contains(pole.Key) ? "scic-board" : "association-board", governance.Direct.Source);
        if (governance.BoardOfCooperative.Poles.Contains(pole.Key))
            Told("G2", "scic", governance.BoardOfCooperative.Source);
        else
            Made("G2", governance.Direct.Poles.Contains(pole.Key) ? "association" : "none");
    }

    private void Bodies()
    {
        if (governance.SteeringCommittee.Poles.Contains(pole.Key))
            Told("G4.bodies", Choices("steering-committee"), governance.SteeringCommittee.Source);
        else if (governance.Direct.Poles.Contains(pole.Key))
            Told("G4.bodies", Choices("board", "bureau"), governance.Direct.Source);
        else
            answers.Add(new("G4.bodies", null, null, "unknown", [], null, governance.NotStated.Source));

        List<string> formal = [];
        if (governance.Charter.Poles.Contains(pole.Key))
            formal.Add("charter");
        if (governance.RulesOfPremises.Poles.Contains(pole.Key))
            formal.Add("premises-rules");
        formal.Add(governance.BoardOfCooperative.Poles.Contains(pole.Key) ? "shares" : "fee");
        formal.Sort(StringComparer.Ordinal);
        answers.Add(new("G5", null, formal, null, [], formal.Contains("charter") ? "Charte propre au PTCE : étude, §4, note 53 ; le reste est synthétique." : null, null));
        if (governance.Authorities.Poles.TryGetValue(pole.Key, out var place))
            Told("G6", Choices(place == "owner" ? "premises-owner" : place), governance.Authorities.Source);
        else
            Made("G6", Choices(draw.And("G6").OneOf<string>(["ex-officio-board", "none", "steering-committee"])));
    }

    private void Coordination()
    {
        Made("G7", draw.And("G7").OneOf<string>(["emblematic-leader", "emblematic-leader", "historic-core"]));
        if (governance.Delegated.Poles.ContainsKey(pole.Key))
            Made("G7.time", draw.And("G7.time").Between(governance.LeaderTimePercent.Minimum, governance.LeaderTimePercent.Maximum));
        Made("G8.fte", draw.And("G8").Between(governance.CoordinationFte.Minimum * 10, governance.CoordinationFte.Maximum * 10) / 10m);
        if (governance.SupportOfEss.Poles.Contains(pole.Key))
            Told("G9", "Animation, formation ou centre de ressources de l'ESS sur le territoire", governance.SupportOfEss.Source);
    }

    private void Told(string item, object value, string source) => answers.Add(new(item, null, value, null, [], null, source));

    private static string[] Choices(params string[] choices) => choices;

    private void Made(string item, object value) => answers.Add(new(item, null, value, null, [], null, null));
}
