using Ptce.Demonstration.Set;
using Ptce.Demonstration.Study;

namespace Ptce.Demonstration.Rule;

/// <summary>
/// Rules R7 and R8: yearly figures of the first circle. FTE fill the plan of the pole; the members with most jobs have the highest
/// incomes, two to four of them above 2 M€, a large majority below 1 M€; some tell only a band and some nothing. Induced jobs stand
/// where the study tells them; other structures of work integration get drawn ones.
/// </summary>
internal sealed class MemberFigures(StudyFacts facts, StudiedPole pole, JobPlan plan)
{
    private readonly Draw draw = Draw.Of("figures", pole.Key);

    public IReadOnlyList<YearlyFigures> Of(IReadOnlyList<Member> members)
    {
        var counted = BySize(members.Where(m => m.IsEnterprise));
        var tenths = Tenths(counted);
        var incomes = Incomes(counted, tenths);
        var contracts = InsertionContracts(members.Where(m => m.IsSiae).ToList());
        return [.. members.Select(m => Figures(m, counted.IndexOf(m), tenths, incomes, contracts))];
    }

    // Told large ones first, then drawn with a head start for work integration; the lead structure of Lille comes last, its turnover follows from the levy.
    private List<Member> BySize(IEnumerable<Member> members) =>
        [.. members.OrderByDescending(m => m.Large).ThenBy(m => m.Code == facts.Economics.Levy.Of)
            .ThenBy(m => draw.And("size").And(m.Code).Number / (m.IsSiae || m.Labels.Count > 0 ? 3ul : 1ul))];

    private int[] Tenths(List<Member> counted)
    {
        var bounds = counted.Select((_, i) => i < plan.Large ? JobPlan.LargeBounds : i < plan.Large + plan.Middling ? JobPlan.MiddlingBounds : JobPlan.SmallBounds).ToArray();
        return Shares.Fit(plan.Tenths, bounds, [.. counted.Select(m => draw.And("weight").And(m.Code).Between(10, 100))]);
    }

    private Dictionary<string, (int? Amount, string? Band)> Incomes(List<Member> counted, int[] tenths)
    {
        var range = facts.Aggregates.Income;
        var top = Math.Max(range.MembersAboveHigh.Minimum, counted.Count / 4);
        var above = draw.And("above").Between(range.MembersAboveHigh.Minimum, Math.Min(range.MembersAboveHigh.Maximum, top));
        var between = draw.And("between").Between(0, Math.Min(2, top - above));
        var order = Enumerable.Range(0, counted.Count).OrderByDescending(i => tenths[i]).ThenBy(i => i).ToList();
        Dictionary<string, (int?, string?)> incomes = [];
        for (var rank = 0; rank < order.Count; rank++)
        {
            var member = counted[order[rank]];
            var words = draw.And("income").And(member.Code);
            if (member.Code == facts.Economics.Levy.Of)
                incomes[member.Code] = (Economics.TurnoverBehindLevy(facts), null);
            else if (rank < above)
                incomes[member.Code] = (words.Between(range.High / 1000 + 50, range.High / 1000 + 1500) * 1000, null);
            else if (rank < above + between)
                incomes[member.Code] = (words.Between(range.Low / 1000 + 50, range.High / 1000 - 100) * 1000, null);
            else if (words.And("told").Between(1, 100) is var told && told <= 10 && counted.Count >= 9)
                incomes[member.Code] = (null, null);
            else
            {
                var amount = Math.Clamp(tenths[order[rank]] * words.Between(25, 60) * 100, 12_000, range.Low - 50_000);
                incomes[member.Code] = told <= 25 ? (null, "below-1m") : (amount, null);
            }
        }
        return incomes;
    }

    private Dictionary<string, int> InsertionContracts(List<Member> siae)
    {
        var told = facts.Unnamed.SingleOrDefault(u => u.Pole == pole.Key && u.Figures?.InsertionContracts is not null)?.Figures?.InsertionContracts;
        var drawn = siae.Select(m => draw.And("contracts").And(m.Code).Between(8, 40)).ToArray();
        if (told is { } total)
            drawn = Shares.Divide(total, drawn);
        return siae.Zip(drawn).ToDictionary(x => x.First.Code, x => x.Second);
    }

    private YearlyFigures Figures(Member member, int rank, int[] tenths, Dictionary<string, (int? Amount, string? Band)> incomes, Dictionary<string, int> contracts)
    {
        var told = facts.Organisations.SingleOrDefault(o => o.Pole == pole.Key && o.Code == member.Code);
        var words = draw.And("people").And(member.Code);
        var income = rank < 0 ? (null, null) : incomes[member.Code];
        var basis = income is { Amount: null, Band: null } ? null : member.Status is "association" or "foundation" ? "operating-income" : "turnover";
        int? insertion = contracts.TryGetValue(member.Code, out var count) ? count : null;
        Dictionary<string, string> sources = [];
        if (told?.Figures is not null)
        {
            foreach (var (field, value) in new (string, int?)[]
                     { ("professionalisationContracts", told.Figures.ProfessionalisationContracts), ("salariedEntrepreneurs", told.Figures.SalariedEntrepreneurs), ("residents", told.Figures.Residents) })
            {
                if (value is not null)
                    sources[field] = told.Source;
            }
        }
        return new YearlyFigures(member.Code, facts.Economics.FiscalYear, rank < 0 ? null : tenths[rank] / 10m, income.Amount, income.Band, basis,
            insertion is null ? null : Math.Max(2, insertion.Value / 3), insertion, told?.Figures?.ProfessionalisationContracts, told?.Figures?.SalariedEntrepreneurs, told?.Figures?.Residents,
            Heads: 1, Presidents: words.And("president").Percent(25) ? 1 : 0, Employees: words.And("employees").Between(0, 3) / 2 + (words.And("more").Percent(20) ? 1 : 0),
            Volunteers: member.Status == "association" && words.And("volunteer").Percent(20) ? 1 : 0, sources);
    }
}
