using Ptce.Finance.Economics.Checks;
using Ptce.Finance.Economics.Lines;
using Ptce.Finance.Economics.Perimeters;

namespace Ptce.Finance.Economics.ReadYear;

/// <summary>A year as the API shows it; amounts in EUR.</summary>
internal sealed record YearView(
    string Pole,
    int Year,
    long Version,
    long Revision,
    YearHeader Header,
    IReadOnlyList<LineView> Lines,
    YearTotals Totals,
    IReadOnlyList<CheckView> Checks,
    PerimetersView Perimeters,
    Completeness Completeness)
{
    public static YearView Of(EconomicYear year, EconomicYear? previous, string language) => new(
        year.PoleKey,
        year.Year,
        year.Version,
        year.Revision,
        YearHeader.Of(year),
        [.. year.Lines.OrderBy(line => LineCatalogue.PositionOf(line.Line)).ThenBy(line => line.Number).Select(LineView.Of)],
        YearTotals.Of(year),
        [.. CheckEconomics.Run(year, previous).Select(check => CheckView.Of(check, year, language))],
        new([.. ComputePerimeters.Income(year).Select(PerimeterView.Of)], [.. ComputePerimeters.CoordinationCost(year).Select(PerimeterView.Of)]),
        Ptce.Finance.Economics.Checks.Completeness.Of(year));
}

/// <summary>The header of a year.</summary>
internal sealed record YearHeader(
    string? Situation,
    bool Forecast,
    DateOnly Opens,
    DateOnly Closes,
    string? Regime,
    bool? PremisesIncluded,
    bool? SupportIncluded,
    bool? SecondmentValued,
    decimal? DeclaredIncome,
    decimal? DeclaredExpenses,
    string Provenance,
    string? Source,
    string? Comment)
{
    public static YearHeader Of(EconomicYear year) => new(
        Wire<Situation>.Of(year.Situation), year.Forecast, year.Opens, year.Closes, year.Regime,
        year.PremisesIncluded, year.SupportIncluded, year.SecondmentValued,
        year.DeclaredIncomeCents / 100m, year.DeclaredExpensesCents / 100m, year.Provenance, year.Source, year.Comment);
}

/// <summary>Totals of a year in EUR. Contributions stay outside income; the result is income minus expenses.</summary>
internal sealed record YearTotals(
    decimal Income,
    decimal Expenses,
    decimal Result,
    decimal Contributions,
    decimal Uses,
    decimal Equity,
    IReadOnlyDictionary<string, decimal> ByGroup,
    IReadOnlyDictionary<string, decimal> ByDestination,
    decimal UnresolvedShare)
{
    public static YearTotals Of(EconomicYear year)
    {
        var income = year.Total(LineSide.Income);
        var unresolved = year.Lines.Where(line => line.Definition.Group is LineGroup.Unresolved || line.Line is "S.NV" or "X.NM").Sum(line => line.Cents);
        return new(
            income / 100m,
            year.Total(LineSide.Expense) / 100m,
            (income - year.Total(LineSide.Expense)) / 100m,
            year.Total(LineSide.Contribution) / 100m,
            year.Total(LineSide.Use) / 100m,
            year.Total(LineSide.Equity) / 100m,
            year.Lines.GroupBy(line => line.Definition.Group).OrderBy(group => group.Key)
                .ToDictionary(group => Wire<LineGroup>.Of(group.Key), group => group.Sum(line => line.Cents) / 100m),
            year.Lines.Where(line => line.Definition.Side is LineSide.Expense)
                .GroupBy(line => Wire<Destination>.Of(line.Destination) ?? "unknown").OrderBy(group => group.Key, StringComparer.Ordinal)
                .ToDictionary(group => group.Key, group => group.Sum(line => line.Cents) / 100m),
            income == 0 ? 0 : Math.Round((decimal)unresolved / income, 4));
    }
}

/// <summary>A check in the language of the request.</summary>
internal sealed record CheckView(string Code, CheckSeverity Severity, string Message, bool Answered, string? Answer)
{
    public static CheckView Of(Check check, EconomicYear year, string language) => new(
        check.Code, check.Severity, language == "en" ? check.En : check.Fr, year.IsAnswered(check), year.Answers.Find(a => a.Code == check.Code)?.Answer);
}

/// <summary>I12 and I16.</summary>
internal sealed record PerimetersView(IReadOnlyList<PerimeterView> Income, IReadOnlyList<PerimeterView> CoordinationCost);

/// <summary>One of the six values of a perimeter indicator, in EUR.</summary>
internal sealed record PerimeterView(Perimeter Perimeter, bool WithPremises, decimal? Amount, string? Missing)
{
    public static PerimeterView Of(PerimeterValue value) => new(value.Perimeter, value.WithPremises, value.Cents / 100m, value.Missing);
}
