using Ptce.Reporting.Facts;
using Ptce.Reporting.Figures;

namespace Ptce.Reporting.Tables;

/// <summary>T12, joint projects active in the year (projets communs), by kind.</summary>
internal sealed class T12Projects : ITable
{
    public string Code => "T12";

    public bool IsExempt => false;

    public Table Compute(CampaignFacts campaign)
    {
        var poles = campaign.Poles.Where(pole => pole.Cooperation is { Projects.Count: > 0 }).ToArray();
        var projects = poles
            .SelectMany(pole => pole.Cooperation!.Projects.Where(project => project.IsActiveIn(campaign.Year)).Select(project => (pole.Key, Project: project)))
            .ToArray();
        var origin = projects.Select(one => one.Project.Origin).Union();
        var named = Vocabulary.ProjectKinds.Select(kind => kind.Key).ToHashSet(StringComparer.Ordinal);
        Row Row(string key, Label label, Func<string?, bool> which)
        {
            var among = projects.Where(one => which(one.Project.Kind)).ToArray();
            var byPole = among.GroupBy(one => one.Key, StringComparer.Ordinal).Select(group => new Contribution(group.Key, group.Count())).ToArray();
            return new(
                key,
                label,
                [
                    Cell.Sum(Units.Count, byPole, origin),
                    Cell.Of(Units.Members, among.SelectMany(one => one.Project.Members).Distinct(StringComparer.Ordinal).Count(), origin),
                    Cell.Of(Units.Poles, byPole.Length, origin),
                ]);
        }
        return TableDraft.Of(
            campaign,
            Code,
            new($"Projets communs actifs en {campaign.Year}", $"Joint projects active in {campaign.Year}"),
            [
                new("projects", new("Projets", "Projects"), Units.Count),
                new("members", new("Membres engagés", "Members involved"), Units.Members),
                new("poles", new("PTCE concernés", "PTCE concerned"), Units.Poles),
            ],
            [
                .. Vocabulary.ProjectKinds.Select(kind => Row(kind.Key, kind.Label, given => given == kind.Key)),
                Row("unknown", new("Nature non dite", "Kind not told"), given => given is null || !named.Contains(given)),
                Row("total", new("Ensemble", "All"), _ => true),
            ],
            poles,
            new Label("Sur les PTCE qui tiennent un registre des projets communs. Un membre engagé dans plusieurs natures de projets n'est compté qu'une fois dans l'ensemble.", "Over PTCE that keep a register of joint projects. A member in several kinds counts once in the whole."));
    }
}
