namespace Ptce.Members.Figures;

/// <summary>
/// Size class (catégorie de taille) of décret n° 2008-1354, art. 3: micro, SME – which includes micro –, intermediate, large,
/// tested in this order. Headcount in work units a year (unités de travail par année), turnover excluding VAT, balance-sheet
/// total. The décret has no "small" class; that is the EU recommendation of 2003.
/// </summary>
/// <param name="Code"><c>micro</c>, <c>sme</c>, <c>intermediate</c>, <c>large</c> or <c>undetermined</c>.</param>
/// <param name="Reason">What decided, or what is missing.</param>
internal sealed record SizeClass(string Code, string Reason)
{
    private const long Million = 100_000_000;

    private static readonly (string Code, int Headcount, long Turnover, long Balance)[] Tests =
    [
        ("micro", 10, 2 * Million, 2 * Million),
        ("sme", 250, 50 * Million, 43 * Million),
        ("intermediate", 5000, 1500 * Million, 2000 * Million),
    ];

    /// <summary>The class, undetermined as soon as one test in the order cannot be decided.</summary>
    /// <param name="headcount">Work units a year, null when not known.</param>
    /// <param name="turnover">What is known of turnover.</param>
    /// <param name="balance">Balance-sheet total in cents, null when not known.</param>
    public static SizeClass Of(decimal? headcount, AmountRange turnover, long? balance)
    {
        if (headcount is null)
            return new("undetermined", "headcount-unknown");
        foreach (var test in Tests)
        {
            if (headcount >= test.Headcount)
                continue;
            var byTurnover = turnover.IsAtMost(test.Turnover);
            var byBalance = balance is { } total ? total <= test.Balance : (bool?)null;
            if (byTurnover is true || byBalance is true)
                return new(test.Code, byTurnover is true ? "headcount-and-turnover" : "headcount-and-balance");
            if (byTurnover is null || byBalance is null)
                return new("undetermined", (turnover == AmountRange.Unknown && balance is null) ? "amounts-unknown" : "one-amount-unknown");
        }
        return new("large", headcount >= 5000 ? "headcount" : "amounts");
    }
}
