using System.Globalization;
using Ptce.Finance.Economics.Lines;
using Ptce.Finance.Economics.Perimeters;

namespace Ptce.Finance.Economics.Checks;

/// <summary>
/// The checks of a year (contrôles): totals and the balance of classes 86 and 87 block; contradictions with the comparability flags, what is not
/// allocated, and jumps against last year warn.
/// </summary>
internal static class CheckEconomics
{
    private static readonly CultureInfo French = CultureInfo.GetCultureInfo("fr-FR");
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");

    public static IReadOnlyList<Check> Run(EconomicYear year, EconomicYear? previous) =>
        [.. Totals(year), .. Balance(year), .. Signs(year), .. Flags(year), .. Allocation(year), .. Jumps(year, previous)];

    private static IEnumerable<Check> Totals(EconomicYear year)
    {
        if (year.DeclaredIncomeCents is { } income && income != year.Total(LineSide.Income))
            yield return Blocking("finance.totals.income", (income, year.Total(LineSide.Income)),
                "Le total des produits déclaré ({0}) n’est pas la somme des lignes ({1}).",
                "The declared total income ({0}) is not the sum of the lines ({1}).");
        if (year.DeclaredExpensesCents is { } expenses && expenses != year.Total(LineSide.Expense))
            yield return Blocking("finance.totals.expenses", (expenses, year.Total(LineSide.Expense)),
                "Le total des charges déclaré ({0}) n’est pas la somme des lignes ({1}).",
                "The declared total expenses ({0}) are not the sum of the lines ({1}).");
    }

    private static IEnumerable<Check> Balance(EconomicYear year)
    {
        var (uses, contributions) = (year.Total(LineSide.Use), year.Total(LineSide.Contribution));
        if (uses != contributions)
            yield return Blocking("finance.contributions.unbalanced", (uses, contributions),
                "Les emplois des contributions volontaires (86 : {0}) n’égalent pas les ressources (87 : {1}).",
                "Uses of non-monetary contributions (86: {0}) do not equal the contributions (87: {1}).");
    }

    private static IEnumerable<Check> Signs(EconomicYear year)
    {
        foreach (var line in year.Lines.Where(line => line.Cents < 0
                     && line.Definition.Group is LineGroup.Grants or LineGroup.Contribution or LineGroup.Use or LineGroup.Effect))
            yield return Blocking("finance.line.negative", (line.Cents, 0),
                $"La ligne {line.Key} ne peut être négative ({{0}}).", $"Line {line.Key} cannot be negative ({{0}}).");
    }

    private static IEnumerable<Check> Flags(EconomicYear year)
    {
        if (year.PremisesIncluded is false && year.Lines.Any(line => line.Premises && line.Cents != 0 && line.Definition.Side is LineSide.Income or LineSide.Expense))
            yield return Warning("finance.flags.premises", "premises",
                "Le lieu est dit hors des comptes, mais des lignes lui sont rattachées.",
                "The premises are said to be outside the accounts, but lines belong to them.");
        if (year.SecondmentValued is false && year.Lines.Any(line => line.Line is "V.MAD" or "U.MAD" && line.Cents != 0))
            yield return Warning("finance.flags.secondment", "secondment",
                "Les mises à disposition sont dites non valorisées, mais une ligne les valorise.",
                "Seconded time is said not to be valued, but a line values it.");
        if (year.SupportIncluded is false && year.Lines.Any(line => line.Perimeter is Perimeter.Support || line.Destination is Destination.Support))
            yield return Warning("finance.flags.support", "support",
                "Les fonctions support sont dites exclues, mais des lignes leur sont rattachées.",
                "Support functions are said to be left out, but lines belong to them.");
        if (year.Situation is Situation.NotSeparable && year.Lines.Any(line => line.Perimeter is not null))
            yield return Warning("finance.situation.perimeters", "not-separable",
                "Des lignes portent un périmètre alors que les comptes sont dits non séparables.",
                "Lines carry a perimeter although the accounts are said not to be separable.");
        if (year.Forecast)
            yield return Warning("finance.year.forecast", "forecast",
                "Ces montants sont un prévisionnel : l’exercice clos est attendu.",
                "These amounts are a forecast: the closed year is expected.");
    }

    private static IEnumerable<Check> Allocation(EconomicYear year)
    {
        var grants = year.Total(LineGroup.Grants);
        var unallocated = year.Lines.Where(line => line.Line == "S.NV").Sum(line => line.Cents);
        if (Above(unallocated, grants, 5))
            yield return Warning("finance.grants.not-allocated", (unallocated, grants),
                "Plus de 5 % des subventions n’ont pas de financeur ({0} sur {1}).",
                "More than 5 % of the grants have no funder ({0} of {1}).");
        var unresolved = year.Total(LineGroup.Unresolved);
        if (Above(unresolved, year.Total(LineSide.Income), 5))
            yield return Warning("finance.sales.not-allocated", (unresolved, year.Total(LineSide.Income)),
                "Plus de 5 % des produits ne sont ni internes ni externes ({0} sur {1}).",
                "More than 5 % of the income is neither internal nor external ({0} of {1}).");
        var unmapped = year.Lines.Where(line => line.Line is "X.NM" or "C.NM").Sum(line => Math.Abs(line.Cents));
        if (unmapped != 0)
            yield return Warning("finance.accounts.not-mapped", (unmapped, 0),
                "Des comptes ne sont rattachés à aucune ligne ({0}).",
                "Some accounts are mapped to no line ({0}).");
    }

    private static IEnumerable<Check> Jumps(EconomicYear year, EconomicYear? previous)
    {
        if (previous is null)
            yield break;
        foreach (var (side, fr, en) in new[] { (LineSide.Income, "produits", "income"), (LineSide.Expense, "charges", "expenses") })
        {
            var (now, before) = (year.Total(side), previous.Total(side));
            if (before != 0 && now != 0 && Above(Math.Abs(now - before), Math.Abs(before), 50))
                yield return Warning($"finance.change.{en}", (now, before),
                    $"Total des {fr} : {{0}}, contre {{1}} l’année précédente (plus de 50 % d’écart).",
                    $"Total {en}: {{0}}, against {{1}} the year before (more than 50 % apart).");
        }
    }

    private static bool Above(long part, long whole, int percent) => whole > 0 && part * 100m > whole * (decimal)percent;

    private static Check Blocking(string code, (long, long) figures, string fr, string en) => Figures(code, CheckSeverity.Blocking, figures, fr, en);

    private static Check Warning(string code, (long, long) figures, string fr, string en) => Figures(code, CheckSeverity.Warning, figures, fr, en);

    private static Check Warning(string code, string about, string fr, string en) => new(code, CheckSeverity.Warning, about, fr, en);

    private static Check Figures(string code, CheckSeverity severity, (long First, long Second) figures, string fr, string en) => new(
        code,
        severity,
        string.Create(CultureInfo.InvariantCulture, $"{figures.First}:{figures.Second}"),
        string.Format(French, fr, Money(figures.First, French), Money(figures.Second, French)),
        string.Format(English, en, Money(figures.First, English), Money(figures.Second, English)));

    private static string Money(long cents, CultureInfo culture) => (cents / 100m).ToString("N2", culture) + " €";
}
