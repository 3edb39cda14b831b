using Ptce.Demonstration.Set;
using Ptce.Demonstration.Study;

namespace Ptce.Demonstration.Rule;

/// <summary>Members of the second circle, and whether it can be counted at all.</summary>
internal sealed record SecondCircleMembers(bool Countable, IReadOnlyList<Member> Members);

/// <summary>
/// Rule R5: a second circle can be counted where the study tells who it is, where it names a member of it, and in two further poles;
/// elsewhere it is unknown. Enterprises outside ESS are more frequent in it than in the first, and local authorities stand in it.
/// </summary>
internal static class SecondCircle
{
    public static SecondCircleMembers Of(StudyFacts facts, StudiedPole pole)
    {
        var named = facts.Organisations.Where(o => o.Pole == pole.Key && !Composition.InFirstCircle(o)).ToList();
        if (!Countable(facts).Contains(pole.Key))
            return new(false, []);
        var draw = Draw.Of("second-circle", pole.Key);
        var members = named.Select(o => Authority(o)).ToList();
        var count = draw.And("size").Between(6, 18);
        for (var n = 1; n <= count; n++)
            members.Add(Fictional(pole, 60 + n, draw.And(n)));
        return new(true, members);
    }

    private static HashSet<string> Countable(StudyFacts facts)
    {
        var told = facts.Poles.Where(p => p.SecondCircle is not null || facts.Organisations.Any(o => o.Pole == p.Key && !Composition.InFirstCircle(o))).Select(p => p.Key).ToHashSet();
        told.UnionWith(Draw.Of("second-circle", "countable").Shuffle(facts.Poles.Where(p => !told.Contains(p.Key)), p => p.Key).Take(2).Select(p => p.Key));
        return told;
    }

    private static Member Authority(NamedOrganisation told)
    {
        Dictionary<string, string> sources = new() { ["name"] = told.Source, ["status"] = told.Source, ["family"] = told.Source };
        if (told.Circle is not null)
            sources["circle"] = told.Source;
        return new(told.Pole, told.Code, told.Name, told.Aliases ?? [], "7344", told.Status ?? "epci", null, [], told.Family ?? "authority", "none", ["local-development"],
            told.Lead, told.Founder, told.OwnerOfPremises ? ["premises-owner"] : ["funder"], ["decision-body"], Large: false, sources);
    }

    private static Member Fictional(StudiedPole pole, int number, Draw draw)
    {
        var (status, family) = draw.And("kind").Between(1, 100) switch
        {
            <= 34 => ("company", "non-ess"),
            <= 44 => ("authority", "authority"),
            <= 49 => ("university", "research"),
            <= 54 => ("training-body", "training"),
            <= 84 => ("association", "ess"),
            <= 92 => ("scic", "ess"),
            _ => ("scop", "ess"),
        };
        return FictionalMember.Of(pole, number, status, family, ["active-participant"]);
    }
}
