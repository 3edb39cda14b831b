using Ptce.Grid.Canonical;
using Ptce.Reporting.Figures;

namespace Ptce.Reporting.Facts;

/// <summary>Lines of one fiscal year in euros, and what can be compared (fonctionnement économique).</summary>
internal sealed record Economics(
    string? Situation,
    bool Forecast,
    bool? PremisesIncluded,
    bool? SecondmentValued,
    bool? SupportIncluded,
    IReadOnlyList<BudgetLine> Lines)
{
    public static Economics Read(SectionCopy copy)
    {
        var head = copy.Of("economics") is [var first, ..] ? first : null;
        return new(
            head?["situation"]?.AsText,
            head?["forecast"]?.AsFlag ?? false,
            head?["premisesIncluded"]?.AsFlag,
            head?["secondmentValued"]?.AsFlag,
            head?["supportIncluded"]?.AsFlag,
            [.. copy.Of("line").Select(BudgetLine.Read)]);
    }

    /// <summary>Income statement, credit side, class 87 apart; none for a forecast, which is not a closed year.</summary>
    public IReadOnlyList<BudgetLine> Income => Side("income");

    public IReadOnlyList<BudgetLine> Expenses => Side("expense");

    /// <summary>Non-monetary contributions, class 87.</summary>
    public IReadOnlyList<BudgetLine> Contributions => Side("contribution");

    /// <summary>Uses of non-monetary contributions, class 86.</summary>
    public IReadOnlyList<BudgetLine> Uses => Side("use");

    private IReadOnlyList<BudgetLine> Side(string side) => Forecast ? [] : [.. Lines.Where(line => line.Side == side)];
}
