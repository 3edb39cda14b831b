using Ptce.Demonstration.Set;
using Ptce.Demonstration.Study;

namespace Ptce.Demonstration.Rule;

/// <summary>
/// Rule R10: the lines of the fiscal year. Told amounts and shares stand as told; the other lines share what is left by drawn weights.
/// Grants take the largest part, the State's call only for laureates; membership fees are below 10 % in nine poles of eleven; where a
/// carrier keeps the premises in its own accounts there is no rent.
/// </summary>
internal sealed class Economics(StudyFacts facts, StudiedPole pole, Budget budget)
{
    private readonly EconomicFacts told = facts.Economics;
    private readonly Draw draw = Draw.Of("economics", pole.Key);
    private readonly List<BudgetLine> lines = [];

    /// <summary>Turnover of which the levy is the published share, euros.</summary>
    public static int TurnoverBehindLevy(StudyFacts facts) => facts.Economics.Levy.Amount * 100 / facts.Economics.Levy.PercentOfTurnover;

    public FiscalYear Year()
    {
        var (situation, source) = told.SituationOf(pole.Key);
        Income();
        Expenses(situation);
        if (told.ContributionsInKind.Pole == pole.Key)
        {
            lines.Add(new("V.BEN", 1, "contribution", told.ContributionsInKind.Amount, null, null, told.ContributionsInKind.Source));
            lines.Add(new("U.BEN", 1, "use", told.ContributionsInKind.Amount, null, null, told.ContributionsInKind.Source));
        }
        if (told.Recapitalisation.Pole == pole.Key)
            lines.Add(new("Q.CAP", 1, "equity", told.Recapitalisation.Amount, null, null, told.Recapitalisation.Source));
        return new FiscalYear(told.FiscalYear, situation, source, Premises(), situation == "not-separable" ? null : true, null,
            told.PremisesIncluded.Poles.Contains(pole.Key) || told.PremisesWithCarrier.Poles.ContainsKey(pole.Key), lines);
    }

    private bool? Premises() =>
        told.PremisesWithCarrier.Poles.ContainsKey(pole.Key) ? false : told.PremisesIncluded.Poles.Contains(pole.Key) || pole.FoundedAroundPremises ? true : null;

    private string? Perimeter(string line) =>
        told.SituationOf(pole.Key).Situation == "not-separable" ? null : line is "I.SRV" or "support" or "premises" ? "support" : "coordinator";

    private int Percent(string of, int lowTenths, int highTenths) => (int)((long)budget.Income * draw.And(of).Between(lowTenths, highTenths) / 1000);

    private void Income()
    {
        Add("I.COT", Fees());
        if (told.RentShares.SingleOrDefault(r => r.Pole == pole.Key) is { } share)
        {
            Add("I.LOY", (int)Math.Round(budget.Income * share.Percent / 100m));
            if (share.WithContributionPercent is { } with)
                Add("I.CONV", (int)Math.Round(budget.Income * with / 100m) - (int)Math.Round(budget.Income * share.Percent / 100m));
        }
        else if (Premises() is true)
        {
            Add("I.LOY", Percent("rents", 100, 240));
            Add("E.LOY", Percent("rooms", 10, 30));
        }
        if (told.AgreedContributions.Poles.Contains(pole.Key))
            Add("I.CONV", Percent("agreed", 50, 90));
        if (told.Levy.Pole == pole.Key)
            Turnover();
        else
        {
            Add("I.SRV", Percent("services", 20, 80));
            Add("E.PRE", Percent("sales", 20, 80));
            if (draw.And("trains").Percent(45))
                Add("E.FOR", Percent("training", 10, 50));
        }
        Add("X.DIV", Percent("other", 0, 12));
        Grants(budget.Income - lines.Where(l => l.Side == "income").Sum(l => l.Amount));
    }

    private int Fees()
    {
        var above = Draw.Of("economics", "fees").Shuffle(facts.Poles, p => p.Key).Take(2).Any(p => p.Key == pole.Key);
        return above ? Percent("fees", 105, 140) : Percent("fees", 15, 90);
    }

    // Lille: rents, levy, services and sales together are the turnover that the levy is a share of.
    private void Turnover()
    {
        lines.Add(new("I.PREL", 1, "income", told.Levy.Amount, null, Perimeter("I.PREL"), told.Levy.Source));
        var rest = TurnoverBehindLevy(facts) - told.Levy.Amount - lines.Single(l => l.Code == "I.LOY").Amount;
        var parts = Shares.Divide(rest, [draw.And("srv").Between(15, 30), draw.And("mar").Between(40, 60), draw.And("pre").Between(15, 30)]);
        Add("I.SRV", parts[0]);
        Add("E.MAR", parts[1]);
        Add("E.PRE", parts[2]);
    }

    private void Grants(int amount)
    {
        List<(string Line, int Weight)> weights =
        [
            ("S.REG", draw.And("S.REG").Between(20, 35)), ("S.EPCI", draw.And("S.EPCI").Between(15, 30)), ("S.DEP", draw.And("S.DEP").Between(4, 15)),
            ("S.UE.FEDER", told.LargestErdf.Pole == pole.Key ? 45 : draw.And("S.UE.FEDER").Percent(30) ? 3 : 0),
            ("S.ETAT.PTCE", pole.Laureate2013 ? draw.And("S.ETAT.PTCE").Between(18, 30) : 0),
        ];
        foreach (var (line, cases) in new[] { ("S.COM", 50), ("S.ASP", 40), ("S.PRIV", 40), ("S.SOC", 20) })
            weights.Add((line, draw.And(line).Percent(cases) ? draw.And(line).And("weight").Between(3, 9) : 0));
        var parts = Shares.Divide(amount, [.. weights.Select(w => w.Weight)]);
        for (var i = 0; i < parts.Length; i++)
            Add(weights[i].Line, parts[i]);
    }

    private void Expenses(string situation)
    {
        var coordination = Shares.Divide(budget.Coordination, [86, 9, 5]);
        string[] nature = ["C.PER", "C.DEP", "C.COM"];
        for (var i = 0; i < nature.Length; i++)
            Spend(nature[i], 1, coordination[i], "coordination");
        var rest = Math.Max(0, budget.Income * draw.And("spent").Between(965, 1000) / 1000 - budget.Coordination);
        if (budget.Income == budget.Coordination)
            rest = 0;
        List<(string Line, int Number, string Destination, int Weight)> weights =
        [
            ("C.PER", 2, "support", 30), ("C.HON", 1, "support", 8), ("C.ACH", 1, "projects", 20), ("C.AUT", 1, "other", 6), ("C.DOT", 1, "other", situation == "autonomous" ? 6 : 0),
            ("C.LOC", 1, "premises", lines.Any(l => l.Code == "I.LOY") ? 34 : 0), ("C.AID", 1, "projects", told.LargestErdf.Pole == pole.Key ? 25 : 0),
        ];
        var parts = Shares.Divide(rest, [.. weights.Select(w => w.Weight)]);
        for (var i = 0; i < parts.Length; i++)
            Spend(weights[i].Line, weights[i].Number, parts[i], weights[i].Destination);
    }

    private void Add(string line, int amount)
    {
        if (amount > 0)
            lines.Add(new(line, 1, "income", amount, null, Perimeter(line), null));
    }

    private void Spend(string line, int number, int amount, string destination)
    {
        if (amount > 0)
            lines.Add(new(line, number, "expense", amount, destination, Perimeter(destination), null));
    }
}
