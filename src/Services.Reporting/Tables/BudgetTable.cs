using Ptce.Reporting.Facts;
using Ptce.Reporting.Figures;

namespace Ptce.Reporting.Tables;

/// <summary>Rows of a budget over the poles that declared one: amount, pooled share, mean of shares, poles concerned.</summary>
/// <param name="poles">Poles with a closed year, sorted by key.</param>
/// <param name="side">Lines of a pole's budget that make the whole.</param>
internal sealed class BudgetTable(IReadOnlyList<PoleFacts> poles, Func<Economics, IReadOnlyList<BudgetLine>> side)
{
    private readonly IReadOnlyList<(string Pole, IReadOnlyList<BudgetLine> Lines, decimal Total)> _budgets =
        [.. poles.Select(pole => (pole.Key, side(pole.Economics!), side(pole.Economics!).Sum(line => line.Amount)))];

    private readonly Provenance _origin = poles.SelectMany(pole => side(pole.Economics!)).Select(line => line.Origin).Union();

    public static readonly Column[] Columns =
    [
        new("amount", new("Montant", "Amount"), Units.Euros),
        new("pooled-percent", new("% du total", "% of the total"), Units.Percent),
        new("mean-percent", new("Moyenne des % par PTCE", "Mean of % by PTCE"), Units.Percent),
        new("poles", new("PTCE concernés", "PTCE concerned"), Units.Poles),
    ];

    public Row Row(string key, Label label, Func<BudgetLine, bool> which)
    {
        var parts = _budgets.Select(budget => new Contribution(budget.Pole, budget.Lines.Where(which).Sum(line => line.Amount))).ToArray();
        var concerned = parts.Where(part => part.Amount != 0).ToArray();
        var total = _budgets.Sum(budget => budget.Total);
        var shares = _budgets.Zip(parts).Where(pair => pair.First.Total > 0).Select(pair => 100m * pair.Second.Amount / pair.First.Total).ToArray();
        return new(
            key,
            label,
            [
                Cell.Sum(Units.Euros, concerned, _origin),
                Cell.Of(Units.Percent, total > 0 ? 100m * concerned.Sum(part => part.Amount) / total : null, _origin),
                Cell.Of(Units.Percent, shares.Length > 0 ? shares.Average() : null, _origin),
                Cell.Of(Units.Poles, concerned.Length, _origin),
            ]);
    }
}
