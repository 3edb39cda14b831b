using Ptce.Reporting.Facts;
using Ptce.Reporting.Figures;

namespace Ptce.Reporting.Indicators;

/// <summary>
/// Income lines by origin, as the study asks: operating grants (S), internal income (I), external income (E), other (X). Investment
/// grants taken to income and public tariffs (S.INV, S.CP) are not operating grants and stand with other income.
/// </summary>
internal static class Income
{
    public const string Grants = "operating-grants";
    public const string Internal = "internal";
    public const string External = "external";
    public const string Other = "other";

    public static readonly IReadOnlyList<(string Key, Label Label)> Origins =
    [
        (Grants, new("Subventions d'exploitation", "Operating grants")),
        (Internal, new("Produits internes", "Internal income")),
        (External, new("Produits externes", "External income")),
        (Other, new("Autres produits", "Other income")),
    ];

    public static string Origin(BudgetLine line) => line.Code switch
    {
        "S.INV" or "S.CP" => Other,
        _ when line.Code.StartsWith("S.", StringComparison.Ordinal) => Grants,
        _ when line.Code.StartsWith("I.", StringComparison.Ordinal) => Internal,
        _ when line.Code.StartsWith("E.", StringComparison.Ordinal) => External,
        _ => Other,
    };

    public static bool IsGrant(BudgetLine line) => Origin(line) == Grants;

    /// <summary>Funder of an operating grant: the second segment of its line, so that S.ETAT.PTCE is the State's.</summary>
    public static string Funder(BudgetLine line) => line.Code.Split('.')[1];

    public const string NotAllocated = "NV";

    /// <summary>Public funders: all but private ones and what is not allocated.</summary>
    public static bool IsPublicGrant(BudgetLine line) => IsGrant(line) && Funder(line) is not ("PRIV" or NotAllocated);

    /// <summary>I11: total income as declared; null without a single income line.</summary>
    public static decimal? Total(PoleFacts pole) =>
        pole.Economics is { Income.Count: > 0 } economics ? economics.Income.Sum(line => line.Amount) : null;

    public static Provenance OriginOfTotal(PoleFacts pole) =>
        pole.Economics?.Income.Select(line => line.Origin).Union() ?? Provenance.None;

    /// <summary>A part of total income. Lines are a whole income statement, so a line that is not there is a true zero.</summary>
    public static PoleShare Share(PoleFacts pole, Func<BudgetLine, bool> which) =>
        new(pole, Total(pole) is null ? null : pole.Economics!.Income.Where(which).Sum(line => line.Amount), Total(pole), OriginOfTotal(pole));

    /// <summary>More than 5 % of operating grants have no funder: nothing can be said by funder.</summary>
    public static bool FundersAreKnown(PoleFacts pole)
    {
        var grants = pole.Economics!.Income.Where(IsGrant).ToArray();
        return grants.Where(line => Funder(line) == NotAllocated).Sum(line => line.Amount) <= 0.05m * grants.Sum(line => line.Amount);
    }
}
