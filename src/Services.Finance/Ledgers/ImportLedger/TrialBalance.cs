using System.Globalization;
using System.Text;
using MiniExcelLibs;
using Ptce.Finance.Ledgers.Findings;
using Ptce.Finance.Ledgers.Reading;

namespace Ptce.Finance.Ledgers.ImportLedger;

/// <summary>
/// Reads a trial balance (balance générale) as CSV or XLSX, for structures without a FEC: columns CompteNum, CompteLib, Debit, Credit – or Solde débiteur and Solde
/// créditeur. A balance has no entries: what depends on who paid stays unresolved unless the pole's own rules say it.
/// </summary>
internal static class TrialBalance
{
    private const int LargestBytes = 20_000_000;

    private static readonly char[] Separators = [';', '\t', '|', ','];

    private static readonly Dictionary<string, string> Names = new(StringComparer.OrdinalIgnoreCase)
    {
        ["comptenum"] = "account", ["compte"] = "account", ["numero"] = "account", ["n"] = "account", ["numerodecompte"] = "account", ["account"] = "account",
        ["comptelib"] = "label", ["libelle"] = "label", ["intitule"] = "label", ["intituleducompte"] = "label", ["label"] = "label",
        ["debit"] = "debit", ["soldedebiteur"] = "debit", ["soldedebit"] = "debit",
        ["credit"] = "credit", ["soldecrediteur"] = "credit", ["soldecredit"] = "credit",
    };

    public static async Task<LedgerReading> ReadAsync(IAsyncEnumerable<LedgerPart> parts, CancellationToken ct)
    {
        var findings = new FindingList();
        var ledger = new Ledger();
        using var bytes = new MemoryStream();
        await foreach (var part in parts.WithCancellation(ct))
        {
            await part.Content.CopyToAsync(bytes, ct);
            if (bytes.Length > LargestBytes)
                findings.Add(FindingKind.LineTooLong);
        }
        ledger.Bytes = bytes.Length;
        bytes.Position = 0;
        if (bytes.Length == 0)
            findings.Add(FindingKind.FileEmpty);
        else if (!findings.HasErrors)
            Read(bytes.GetBuffer().AsSpan(0, 2) is [(byte)'P', (byte)'K'] ? Workbook(bytes) : Text(bytes, ledger), ledger, findings);
        return new LedgerReading(ledger, findings);
    }

    private static void Read(IEnumerable<string[]> rows, Ledger ledger, FindingList findings)
    {
        Dictionary<string, int>? columns = null;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var line = 0;
        var balance = 0L;
        foreach (var row in rows)
        {
            line++;
            if (columns is null)
            {
                columns = Header(row, findings);
                if (columns is null)
                    return;
                continue;
            }
            if (row.All(string.IsNullOrWhiteSpace))
                continue;
            var account = Cell(row, columns["account"]);
            // Totals and headings stand between the accounts of many balances.
            if (account.Length < 2 || !account.All(char.IsAsciiLetterOrDigit) || !char.IsAsciiDigit(account[0]))
                continue;
            if (!seen.Add(account))
                findings.Add(FindingKind.AccountRepeated, 1, line, "CompteNum", account);
            var cents = Amount(row, columns["credit"], "Credit", line, findings) - Amount(row, columns["debit"], "Debit", line, findings);
            balance += cents;
            Post(ledger, account, columns.TryGetValue("label", out var label) ? Cell(row, label) : "", cents, line);
        }
        if (ledger.Lines == 0 && !findings.HasErrors)
            findings.Add(FindingKind.FileWithoutEntry);
        if (balance != 0)
            findings.Add(FindingKind.FileUnbalanced, value: LedgerChecks.Money(balance));
        var result = ledger.Accounts.Where(a => a.Kind is AccountKind.Income or AccountKind.Grant or AccountKind.Expense).ToList();
        if (result.Count > 1 && result.TrueForAll(a => a.Balance == 0))
            findings.Add(FindingKind.ResultZeroed);
        var contributions = ledger.Accounts.Where(a => a.Kind is AccountKind.Use or AccountKind.Contribution).Sum(a => a.Balance);
        if (contributions != 0)
            findings.Add(FindingKind.ContributionsUnbalanced, value: LedgerChecks.Money(contributions));
    }

    private static Dictionary<string, int>? Header(string[] row, FindingList findings)
    {
        var columns = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < row.Length; i++)
        {
            if (Names.TryGetValue(Mapping.PlainText.Of(row[i]).Replace(" ", "", StringComparison.Ordinal), out var name))
                columns[name] = i;
        }
        foreach (var (name, column) in new[] { ("account", "CompteNum"), ("debit", "Debit"), ("credit", "Credit") })
        {
            if (!columns.ContainsKey(name))
                findings.Add(FindingKind.ColumnMissing, 1, 1, column, column);
        }
        return findings.HasErrors ? null : columns;
    }

    private static void Post(Ledger ledger, string account, string label, long cents, int line)
    {
        var kind = AccountKinds.Of(account);
        ledger.Lines++;
        ledger.Accounts.Add(new LedgerAccount { Number = account, Label = Encoding.UTF8.GetBytes(label), Kind = kind, Balance = cents, Lines = 1 });
        if (ledger.Journals.Count == 0)
        {
            ledger.Journals.Add(new LedgerJournal { Code = "BAL", Label = [] });
            ledger.EntryNumbers.Intern("1"u8, 0);
            ledger.Entries.Add() = new LedgerEntry { Auxiliary = Ledger.NoAuxiliary, FirstLine = line, Part = 1 };
        }
        // The balance of capital is what stands, not what came in this year.
        if (kind is AccountKind.Balance or AccountKind.ThirdParty or AccountKind.YearResult or AccountKind.Closing or AccountKind.Capital)
            return;
        ledger.Postings.Add() = new Posting { Cents = cents, Account = ledger.Accounts.Count - 1, Auxiliary = Ledger.NoAuxiliary, Analytic = -1, Label = -1, Line = line, Part = 1 };
    }

    private static long Amount(string[] row, int column, string name, int line, FindingList findings)
    {
        var text = Cell(row, column).Replace("\u00a0", "", StringComparison.Ordinal).Replace("\u202f", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal).TrimEnd('€');
        if (LedgerAmount.Read(Encoding.Latin1.GetBytes(text), out var cents) is { } kind)
            findings.Add(kind, 1, line, name, text);
        return cents;
    }

    private static string Cell(string[] row, int column) => column < row.Length ? row[column].Trim() : "";

    private static IEnumerable<string[]> Text(MemoryStream bytes, Ledger ledger)
    {
        var content = bytes.GetBuffer().AsSpan(0, (int)bytes.Length);
        ledger.Encoding = Encoding.UTF8;
        var text = System.Text.Unicode.Utf8.IsValid(content)
            ? Encoding.UTF8.GetString(content).TrimStart('\uFEFF')
            : CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetString(content);
        var lines = text.Split(["\r\n", "\n", "\r"], StringSplitOptions.None);
        var separator = Separators.MaxBy(candidate => lines[0].Count(c => c == candidate));
        return lines.Select(line => line.Split(separator).Select(cell => cell.Trim().Trim('"')).ToArray());
    }

    private static IEnumerable<string[]> Workbook(MemoryStream bytes) => bytes.Query(useHeaderRow: false)
        .Select(row => ((IDictionary<string, object?>)row).Values.Select(Written).ToArray());

    private static string Written(object? value) => value switch
    {
        null => "",
        double number => ((decimal)number).ToString("0.####", CultureInfo.InvariantCulture).Replace('.', ','),
        decimal number => number.ToString("0.####", CultureInfo.InvariantCulture).Replace('.', ','),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };
}
