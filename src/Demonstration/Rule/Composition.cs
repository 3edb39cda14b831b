using Ptce.Demonstration.Set;
using Ptce.Demonstration.Study;

namespace Ptce.Demonstration.Rule;

/// <summary>
/// Rule R3: the members of the first circle. Organisations that the study names come first, with what it says of them; "Membre fictif"
/// fill the circle up: enterprises outside ESS as R2 says, then ESS enterprises by status in proportions that depend on the pole's
/// history (work integration, culture, other), so that the published order of statuses comes out over the eleven.
/// </summary>
internal sealed class Composition(StudyFacts facts, StudiedPole pole, FirstCircleSize size, bool withFoundation)
{
    private static readonly Dictionary<string, int[]> Weights = new()
    {
        // association, SCIC, SCOP, SIAE
        ["insertion"] = [24, 16, 18, 42],
        ["culture"] = [44, 29, 27, 0],
        ["other"] = [30, 36, 34, 0],
    };

    private static readonly string[] Culture = ["coursive-boutaric", "culture-et-cooperation"];

    private readonly Draw draw = Draw.Of("composition", pole.Key);

    /// <summary>Few foundations: in two poles outside those of culture and insertion.</summary>
    public static IReadOnlySet<string> PolesWithFoundation(StudyFacts facts) =>
        Draw.Of("foundations").Shuffle(facts.Poles.Where(p => !p.InsertionComponent && !Culture.Contains(p.Key)), p => p.Key).Take(2).Select(p => p.Key).ToHashSet();

    /// <summary>First-circle members of June 2015, named ones first.</summary>
    public IReadOnlyList<Member> Members()
    {
        var named = facts.Organisations.Where(o => o.Pole == pole.Key && InFirstCircle(o)).Select(Named).ToList();
        var wanted = Quotas(named);
        List<Member> members = [.. named];
        var number = 0;
        foreach (var (kind, count) in wanted)
        {
            for (var i = 0; i < count; i++)
                members.Add(Fictional(++number, kind));
        }
        return members;
    }

    /// <summary>Named founders and historical members count in the first circle; an owner of premises and whoever is told to be in the second do not.</summary>
    public static bool InFirstCircle(NamedOrganisation organisation) => organisation.Circle != 2 && !organisation.OwnerOfPremises;

    private List<(string Kind, int Count)> Quotas(List<Member> named)
    {
        var ess = size.Members - size.NonEss - named.Count(m => !m.IsEnterprise);
        var parts = Shares.Divide(ess, Weights[pole.InsertionComponent ? "insertion" : Culture.Contains(pole.Key) ? "culture" : "other"]);
        int[] taken =
        [
            named.Count(m => m.Status is "association" or "ues" && !m.IsSiae),
            named.Count(m => m.Status == "scic"), named.Count(m => m.Status == "scop"), named.Count(m => m.IsSiae),
        ];
        // A pole may name more of one status than its quota: the surplus is taken from the largest part.
        for (var i = 0; i < parts.Length; i++)
        {
            for (; parts[i] < taken[i]; parts[i]++)
                parts[Array.IndexOf(parts, parts.Max())]--;
        }
        var foundations = withFoundation ? 1 : 0;
        return
        [
            ("association", parts[0] - taken[0] - foundations), ("scic", parts[1] - taken[1]), ("scop", parts[2] - taken[2]), ("siae", parts[3] - taken[3]),
            ("foundation", foundations), ("company", size.NonEss),
        ];
    }

    private Member Named(NamedOrganisation told)
    {
        Dictionary<string, string> sources = new() { ["name"] = told.Source };
        var status = Tell("status", told.Status) ?? (told.Integration is ["cae"] ? "scop" : told.Family is "research" ? "university" : "association");
        Tell("family", told.Family);
        if (told.Integration is not null)
            sources["labels"] = told.Source;
        if (told.Above50Fte)
            sources["above50"] = told.Source;
        var words = draw.And(told.Code);
        var form = LegalForms.Of(status, told.Integration is ["geiq"] or ["ge"], words);
        return new Member(pole.Key, told.Code, told.Name, told.Aliases ?? [], form.Category, status, form.Cooperative, told.Integration ?? [],
            told.Family ?? "ess", told.Family is "authority" ? "none" : Sectors.Of(pole, words), Sectors.Functions(pole, words, told.Integration is not null, told.Family is "authority" or "research"),
            told.Lead, told.Founder || told.Historical || told.Lead, Relations(told), Criteria(words, told.Lead || told.Founder), told.Above50Fte, sources);

        string? Tell(string field, string? value)
        {
            if (value is not null)
                sources[field] = told.Source;
            return value;
        }
    }

    private static string[] Relations(NamedOrganisation told) =>
        told.Family switch { "research" => ["member", "research-partner"], _ when told.OwnerOfPremises => ["premises-owner"], _ => ["member"] };

    private Member Fictional(int number, string kind) =>
        FictionalMember.Of(pole, number, kind, kind == "company" ? "non-ess" : "ess", Criteria(draw.And(number), decides: number <= 4));

    private List<string> Criteria(Draw words, bool decides)
    {
        List<string> criteria = ["active-participant"];
        if (words.And("paying").Percent(80))
            criteria.Add(facts.Governance.BoardOfCooperative.Poles.Contains(pole.Key) ? "shareholder" : "paying-member");
        if (decides)
            criteria.Add("decision-body");
        if (facts.Governance.Charter.Poles.Contains(pole.Key))
            criteria.Add("charter-signatory");
        if (pole.FoundedAroundPremises && words.And("resident").Percent(60))
            criteria.Add("resident");
        return criteria;
    }
}
