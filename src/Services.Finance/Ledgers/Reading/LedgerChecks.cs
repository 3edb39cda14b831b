using System.Globalization;
using Ptce.Finance.Ledgers.Findings;

namespace Ptce.Finance.Ledgers.Reading;

/// <summary>The checks that need the whole file, most of which the tax office's tool lacks: balances, closing, opening, numbering.</summary>
internal static class LedgerChecks
{
    public static void Run(Ledger ledger, FindingList findings)
    {
        if (ledger.Lines == 0)
            return;
        CheckBalances(ledger, findings);
        CheckClosing(ledger, findings);
        CheckOpening(ledger, findings);
        EntryNumbering.Check(ledger, findings);
        foreach (var journal in ledger.Journals.Where(journal => journal.Centralisation))
            findings.Add(FindingKind.CentralisationJournal, value: journal.Code);
        var contributions = ledger.Accounts.Where(account => account.Kind is AccountKind.Use or AccountKind.Contribution).Sum(account => account.Balance);
        if (contributions != 0)
            findings.Add(FindingKind.ContributionsUnbalanced, value: Money(contributions));
    }

    private static void CheckBalances(Ledger ledger, FindingList findings)
    {
        for (var id = 0; id < ledger.Entries.Count; id++)
        {
            ref var entry = ref ledger.Entries[id];
            if (entry.Balance != 0 && findings.Count(FindingKind.EntryUnbalanced))
                findings.Keep(new(FindingKind.EntryUnbalanced, entry.Part, entry.FirstLine, null, $"{Name(ledger, id)} ({Money(entry.Balance)})"));
        }
        foreach (var journal in ledger.Journals.Where(journal => journal.Balance != 0))
            findings.Add(FindingKind.JournalUnbalanced, value: $"{journal.Code} ({Money(journal.Balance)})");
        if (ledger.Journals.Sum(journal => journal.Balance) is not 0 and var balance)
            findings.Add(FindingKind.FileUnbalanced, value: Money(balance));
    }

    private static void CheckClosing(Ledger ledger, FindingList findings)
    {
        for (var id = 0; id < ledger.Entries.Count; id++)
        {
            ref var entry = ref ledger.Entries[id];
            if ((entry.Traits & (EntryTraits.Closing | EntryTraits.Result)) == (EntryTraits.Closing | EntryTraits.Result))
                findings.Add(FindingKind.ClosingEntry, entry.Part, entry.FirstLine, null, Name(ledger, id));
        }
        var result = ledger.Accounts.Where(account => account.Kind is AccountKind.Expense or AccountKind.Income or AccountKind.Grant).ToList();
        if (result.Count > 1 && result.TrueForAll(account => account.Balance == 0))
            findings.Add(FindingKind.ResultZeroed);
    }

    private static void CheckOpening(Ledger ledger, FindingList findings)
    {
        var seen = false;
        var late = false;
        var others = false;
        for (var id = 0; id < ledger.Entries.Count; id++)
        {
            ref var entry = ref ledger.Entries[id];
            if (!ledger.Journals[ledger.EntryNumbers.Journal(id)].Opening)
            {
                others = true;
                continue;
            }
            seen = true;
            if (others && !late)
            {
                late = true;
                findings.Add(FindingKind.OpeningNotFirst, entry.Part, entry.FirstLine);
            }
            if ((entry.Traits & EntryTraits.Result) != 0)
                findings.Add(FindingKind.OpeningOnResult, entry.Part, entry.FirstLine, null, Name(ledger, id));
        }
        if (!seen)
            findings.Add(FindingKind.OpeningMissing);
    }

    public static string Name(Ledger ledger, int entry) => $"{ledger.Journals[ledger.EntryNumbers.Journal(entry)].Code} {ledger.NumberOf(entry)}";

    public static string Money(long cents) => (cents / 100m).ToString("0.00", CultureInfo.InvariantCulture);
}
