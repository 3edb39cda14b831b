using Ptce.Reporting.Facts;
using Ptce.Reporting.Figures;

namespace Ptce.Reporting.Tables;

/// <summary>T7, activities of cooperation by stage (activités de coopération par stade): number of poles.</summary>
internal sealed class T07Activities : ITable
{
    public string Code => "T7";

    public bool IsExempt => false;

    public Table Compute(CampaignFacts campaign)
    {
        var answering = campaign.Poles.Where(pole => pole.Cooperation is { Stages.Count: > 0 }).ToArray();
        var asked = Vocabulary.Activities.Where(activity => answering.Any(pole => pole.Cooperation!.Stages.ContainsKey(activity.Key)));
        return TableDraft.Of(
            campaign,
            Code,
            new("Activités de coopération par stade", "Activities of cooperation by stage"),
            [.. Vocabulary.Stages.Select(stage => new Column(stage.Key, stage.Label, Units.Poles)), new Column("answered", new("PTCE ayant répondu", "PTCE that answered"), Units.Poles)],
            [.. asked.Select(activity => Row(activity, answering))],
            answering,
            new Label("Nombre de PTCE. Une activité sans objet ou inconnue n'est pas comptée comme « aucune ».", "Number of PTCE. An activity that is not applicable or unknown does not count as “none”."));
    }

    private static Row Row((string Key, Label Label) activity, PoleFacts[] poles)
    {
        var answers = poles
            .Where(pole => pole.Cooperation!.Stages.ContainsKey(activity.Key))
            .Select(pole => (pole.Key, Answer: pole.Cooperation!.Stages[activity.Key]))
            .ToArray();
        var origin = answers.Select(one => one.Answer.Origin).Union();
        Cell Count(Func<ActivityStage, bool> which) => Cell.Sum(Units.Poles, [.. answers.Where(one => which(one.Answer)).Select(one => new Contribution(one.Key, 1))], origin);
        return new(
            activity.Key,
            new($"{activity.Key} {activity.Label.Fr}", $"{activity.Key} {activity.Label.En}"),
            [.. Vocabulary.Stages.Select(stage => Count(answer => answer.Stage == stage.Key)), Count(_ => true)]);
    }
}
