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
        var head = copy.Of("economics").FirstOrDefault();
        return new(
            head?["situation"]?.AsText,
            head?["forecast"]?.AsFlag ?? false,
            head?["premisesIncluded"]?.AsFlag,
            head?["secondmentValued"]?.AsFlag,
            head?["supportIncluded"]?.AsFlag,
            [.. copy.Of("line").Select(BudgetLine.Read)]);
    }

    /// <summary>Lines of the income statement's credit side, class 87 apart; none for a forecast, which is not a closed year.</summary>
    public IReadOnlyList<BudgetLine> Income => Side("income");

    public IReadOnlyList<BudgetLine> Expenses => Side("expense");

    /// <summary>Non-monetary contributions, class 87.</summary>
    public IReadOnlyList<BudgetLine> Contributions => Side("contribution");

    private IReadOnlyList<BudgetLine> Side(string side) => Forecast ? [] : [.. Lines.Where(line => line.Side == side)];
}

/// <summary>One line of a budget.</summary>
/// <param name="Code">Line of the account mapping, e.g. <c>S.REG</c>.</param>
/// <param name="Side"><c>income</c>, <c>expense</c>, <c>contribution</c>, <c>use</c>, <c>equity</c>.</param>
/// <param name="Amount">EUR.</param>
internal sealed record BudgetLine(string Code, string Side, decimal Amount, string? Destination, string? Funder, string? Perimeter, Provenance Origin)
{
    public static BudgetLine Read(CopiedRecord record) => new(
        record["line"]?.AsText ?? throw new FormatException($"Line {record.Key} has no code."),
        record["side"]?.AsText ?? throw new FormatException($"Line {record.Key} has no side."),
        record["amount"]?.AsDecimal ?? throw new FormatException($"Line {record.Key} has no amount."),
        record["destination"]?.AsText,
        record["funder"]?.AsText,
        record["perimeter"]?.AsText,
        Provenances.Read(record.OriginOf("amount")));
}
