using Ptce.Finance.Economics.Lines;

namespace Ptce.Finance.Economics.Perimeters;

/// <summary>
/// Income (I12) and cost of coordination (I16) by perimeter. Values stand side by side and are never averaged across perimeters;
/// what is not documented line by line is missing, never zero.
/// </summary>
internal static class ComputePerimeters
{
    /// <summary>Income by perimeter: income lines, and the non-monetary contributions tagged with a perimeter.</summary>
    public static IReadOnlyList<PerimeterValue> Income(EconomicYear year) =>
        Compute(year, line => line.Definition.Side is LineSide.Income, line => line.Definition.Side is LineSide.Contribution);

    /// <summary>Cost of coordination by perimeter: expenses with destination coordination, and the uses tagged with a perimeter.</summary>
    public static IReadOnlyList<PerimeterValue> CoordinationCost(EconomicYear year) =>
        Compute(
            year,
            line => line.Definition.Side is LineSide.Expense && line.Destination is Destination.Coordination,
            line => line.Definition.Side is LineSide.Use);

    private static PerimeterValue[] Compute(EconomicYear year, Func<EconomicLine, bool> always, Func<EconomicLine, bool> whenTagged)
    {
        var monetary = year.Lines.Where(always).ToArray();
        var tagged = year.Lines.Where(line => whenTagged(line) && line.Perimeter is not null).ToArray();
        return
        [
            .. Enum.GetValues<Perimeter>().SelectMany(perimeter => new[] { Value(perimeter, true), Value(perimeter, false) }),
        ];

        PerimeterValue Value(Perimeter perimeter, bool withPremises)
        {
            var missing = Missing(year, perimeter, withPremises, monetary);
            var counted = monetary.Concat(tagged).Where(line => line.Perimeter <= perimeter && (withPremises || !line.Premises));
            return new(perimeter, withPremises, missing is null ? counted.Sum(line => line.Cents) : null, missing);
        }
    }

    private static string? Missing(EconomicYear year, Perimeter perimeter, bool withPremises, EconomicLine[] monetary) => 0 switch
    {
        _ when year.Situation is Situation.NotSeparable => "not-separable",
        _ when monetary.Length == 0 => "empty",
        _ when monetary.Any(line => line.Perimeter is null) => "undocumented",
        _ when perimeter is Perimeter.Leader && year.SecondmentValued is not true => "secondment-not-valued",
        // Kept in the carrier's accounts, the premises cannot be counted; an unknown flag leaves the tagged lines to speak.
        _ when withPremises && year.PremisesIncluded is false => "premises-not-included",
        _ => null,
    };
}
