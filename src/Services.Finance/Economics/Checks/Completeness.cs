using Ptce.Finance.Economics.Lines;

namespace Ptce.Finance.Economics.Checks;

/// <summary>How much of the section is filled (taux de remplissage): the situation, three flags, income and expenses.</summary>
/// <param name="Answered">What is there.</param>
/// <param name="Expected">What is asked.</param>
/// <param name="Complete">Everything required is there: the accounting situation and at least one income line.</param>
internal sealed record Completeness(int Answered, int Expected, bool Complete)
{
    public const int Asked = 6;

    public static Completeness Of(EconomicYear year)
    {
        var income = year.Lines.Any(line => line.Definition.Side is LineSide.Income);
        bool[] asked =
        [
            year.Situation is not null,
            year.PremisesIncluded is not null,
            year.SupportIncluded is not null,
            year.SecondmentValued is not null,
            income,
            year.Lines.Any(line => line.Definition.Side is LineSide.Expense),
        ];
        return new(asked.Count(filled => filled), Asked, year.Situation is not null && income);
    }
}
