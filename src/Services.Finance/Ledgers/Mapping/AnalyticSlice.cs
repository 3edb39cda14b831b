using System.Globalization;

namespace Ptce.Finance.Ledgers.Mapping;

/// <summary>
/// One rule by which the PTCE's part is cut out of the accounts of its lead structure (tranche analytique): by extra column, journal, account suffix or
/// prefix; in part only with a dated allocation key and its reason.
/// </summary>
/// <param name="By"><c>column</c>, <c>journal</c>, <c>suffix</c> or <c>prefix</c>.</param>
/// <param name="Value">Value of the analytic column, journal code, or end or beginning of the account number.</param>
/// <param name="Percent">Part that belongs to the PTCE, 0–100, at most two decimals.</param>
/// <param name="Reason">Why this part; needed below 100.</param>
/// <param name="From">First day; null for the whole year.</param>
/// <param name="To">Last day; null for the whole year.</param>
/// <param name="Destination">What these expenses are for.</param>
/// <param name="Perimeter">Innermost perimeter that counts them.</param>
internal sealed record SliceRule(
    string By, string Value, decimal Percent = 100, string? Reason = null, DateOnly? From = null, DateOnly? To = null, string? Destination = null, string? Perimeter = null)
{
    /// <summary>Part in hundredths of a percent.</summary>
    public int BasisPoints => (int)(Percent * 100);

    public bool Fits(string account, string journal, string analytic, int date) =>
        (From is not { } from || date >= Reading.LedgerDate.Number(from))
        && (To is not { } to || date <= Reading.LedgerDate.Number(to))
        && By switch
        {
            "column" => string.Equals(analytic, Value, StringComparison.OrdinalIgnoreCase),
            "journal" => string.Equals(journal, Value, StringComparison.OrdinalIgnoreCase),
            "suffix" => account.EndsWith(Value, StringComparison.OrdinalIgnoreCase),
            "prefix" => account.StartsWith(Value, StringComparison.OrdinalIgnoreCase),
            _ => false,
        };

    public bool IsSound() =>
        By is "column" or "journal" or "suffix" or "prefix"
        && Value.Length > 0
        && Percent is >= 0 and <= 100 && Percent * 100 == decimal.Truncate(Percent * 100)
        && (Percent == 100 || !string.IsNullOrWhiteSpace(Reason));

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{By}:{Value} {Percent} %");
}
