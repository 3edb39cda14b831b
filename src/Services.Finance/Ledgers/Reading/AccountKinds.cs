namespace Ptce.Finance.Ledgers.Reading;

/// <summary>Sorts accounts by their first digits, the same in every chart.</summary>
internal static class AccountKinds
{
    public static AccountKind Of(string number) => number switch
    {
        ['1', '2', ..] => AccountKind.YearResult,
        ['1', '0', '1', ..] or ['1', '0', '2', ..] or ['1', '0', '3', ..] => AccountKind.Capital,
        ['4', ..] => AccountKind.ThirdParty,
        ['6', ..] => AccountKind.Expense,
        ['7', '3', ..] or ['7', '4', ..] or ['7', '7', '1', '5', ..] => AccountKind.Grant,
        ['7', ..] => AccountKind.Income,
        ['8', '6', ..] => AccountKind.Use,
        ['8', '7', ..] => AccountKind.Contribution,
        ['8', '8', ..] or ['8', '9', ..] => AccountKind.Closing,
        _ => AccountKind.Balance,
    };
}

/// <summary>Recognises the journals that the law gives a role of their own.</summary>
internal static class JournalNames
{
    private static readonly string[] OpeningCodes = ["AN", "ANO", "ANOUV", "RAN", "RANX", "OUV", "OD_AN", "A-N", "A NOUV"];

    public static LedgerJournal Read(ReadOnlySpan<byte> code, ReadOnlySpan<byte> label)
    {
        var name = Plain(code);
        var text = Plain(label);
        return new LedgerJournal
        {
            Code = System.Text.Encoding.Latin1.GetString(code).Trim(),
            Label = label.ToArray(),
            Opening = Array.IndexOf(OpeningCodes, name) >= 0 || text.Contains("NOUVEAU", StringComparison.Ordinal) || text.Contains("OUVERTURE", StringComparison.Ordinal),
            Centralisation = name.StartsWith("CENTR", StringComparison.Ordinal) || text.Contains("CENTRALIS", StringComparison.Ordinal),
        };
    }

    private static string Plain(ReadOnlySpan<byte> text) => System.Text.Encoding.Latin1.GetString(text).Trim().ToUpperInvariant();
}
