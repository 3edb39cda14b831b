using Ptce.Reporting.Facts;
using Ptce.Reporting.Figures;

namespace Ptce.Reporting.Indicators;

/// <summary>
/// Income lines by origin, as the study asks: operating grants, internal, external and other income. What was sold to a member
/// or not, nobody knows, stands apart and is never put silently into external income.
/// </summary>
internal static class Income
{
    public const string Grants = "operating-grants";
    public const string NotAllocated = "not-allocated";

    public const string Fees = "I.COT";
    public const string Rents = "I.LOY";
    public const string AgreedContributions = "I.CONV";

    private const string PrivateFunders = "private";

    public static readonly IReadOnlyList<IncomeOrigin> Origins =
    [
        new(Grants, "grants", new("Subventions d'exploitation", "Operating grants")),
        new("internal", "internal", new("Produits internes", "Internal income")),
        new("external", "external", new("Produits externes", "External income")),
        new("unresolved", "unresolved", new("Ventes non ventilées", "Sales not allocated")),
        new("other", "other", new("Autres produits", "Other income")),
    ];

    public static bool IsGrant(BudgetLine line) => line.Group == "grants";

    /// <summary>Funder in the closed list of the subsidy form; a grant without one is not allocated.</summary>
    public static string Funder(BudgetLine line) => line.Funder ?? NotAllocated;

    public static bool IsPublicGrant(BudgetLine line) => IsGrant(line) && Funder(line) is not (PrivateFunders or NotAllocated);

    /// <summary>I11: total income as declared; null without a single income line.</summary>
    public static decimal? Total(PoleFacts pole) =>
        pole.Economics is { Income.Count: > 0 } economics ? economics.Income.Sum(line => line.Amount) : null;

    public static Provenance OriginOfTotal(PoleFacts pole) =>
        pole.Economics?.Income.Select(line => line.Origin).Union() ?? Provenance.None;

    /// <summary>A part of total income. Lines are a whole income statement, so a line that is not there is a true zero.</summary>
    public static PoleShare Share(PoleFacts pole, Func<BudgetLine, bool> which) =>
        new(pole, Total(pole) is null ? null : pole.Economics!.Income.Where(which).Sum(line => line.Amount), Total(pole), OriginOfTotal(pole));

    /// <summary>At most 5 % of operating grants have no funder: above, nothing can be said by funder.</summary>
    public static bool FundersAreKnown(PoleFacts pole)
    {
        var grants = pole.Economics!.Income.Where(IsGrant).ToArray();
        return grants.Where(line => Funder(line) == NotAllocated).Sum(line => line.Amount) <= 0.05m * grants.Sum(line => line.Amount);
    }
}

/// <param name="Part">Name of the part in figures.</param>
/// <param name="Group">Group of the harmonised catalogue.</param>
/// <param name="Label">Words for it.</param>
internal sealed record IncomeOrigin(string Part, string Group, Label Label);
