using System.Globalization;
using System.Text.RegularExpressions;
using Ptce.Finance.Ledgers.Findings;

namespace Ptce.Finance.Ledgers.Reading;

/// <summary>The name that the law asks for (A. 47 A-1 IX): SIREN, FEC, closing date, and a number for each part of a split file.</summary>
internal static partial class FileName
{
    public static void Check(string? name, int part, LedgerOptions options, FindingList findings)
    {
        if (string.IsNullOrEmpty(name))
            return;
        var match = Form().Match(Path.GetFileName(name));
        if (!match.Success)
        {
            findings.Add(FindingKind.FileNameForm, part, 0, null, Path.GetFileName(name));
            return;
        }
        if (!IsSiren(match.Groups["siren"].Value))
            findings.Add(FindingKind.FileNameSiren, part, 0, null, match.Groups["siren"].Value);
        var closing = match.Groups["closing"].Value;
        if (closing != options.Closes.ToString("yyyyMMdd", CultureInfo.InvariantCulture))
            findings.Add(FindingKind.FileNameClosing, part, 0, null, closing);
    }

    /// <summary>Nine digits that pass Luhn's check and are not all zero.</summary>
    public static bool IsSiren(string siren)
    {
        if (siren.Length != 9 || siren == "000000000" || siren.Any(c => !char.IsAsciiDigit(c)))
            return false;
        var sum = 0;
        for (var i = 0; i < 9; i++)
        {
            var digit = (siren[i] - '0') * (i % 2 == 0 ? 1 : 2);
            sum += digit > 9 ? digit - 9 : digit;
        }
        return sum % 10 == 0;
    }

    [GeneratedRegex(@"^(?<siren>\d{9})FEC(?<closing>\d{8})(_\d+)?(\.\w+)?$", RegexOptions.IgnoreCase)]
    private static partial Regex Form();
}
