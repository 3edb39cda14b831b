using System.Text;

namespace Ptce.Finance.Ledgers.Reading;

/// <summary>What is kept of a line on an account that the economics are made of (classes 6, 7, 86, 87, capital).</summary>
internal struct Posting
{
    /// <summary>Credit minus debit, EUR cents.</summary>
    public long Cents;
    public int Account;
    public int Entry;
    public int Auxiliary;
    public int Analytic;
    public int Label;
    public int Date;
    public int Line;
    public short Part;

    /// <summary>Place of the harmonised line in the catalogue, once mapped.</summary>
    public short Mapped;

    /// <summary>Part inside the slice, in hundredths of a percent, once mapped.</summary>
    public short BasisPoints;
}

/// <summary>An entry (écriture): the lines with one number in one journal.</summary>
internal struct LedgerEntry
{
    public long Balance;

    /// <summary>Third party of the entry: its number, <see cref="Ledger.NoAuxiliary"/>, or <see cref="Ledger.SeveralAuxiliaries"/>.</summary>
    public int Auxiliary;
    public int FirstLine;
    public int Date;
    public short Part;
    public EntryTraits Traits;
}

/// <summary>What an entry was seen to hold.</summary>
[Flags]
internal enum EntryTraits : short
{
    None = 0,
    Result = 1,
    Closing = 2,
    SeveralDates = 4,
}

/// <summary>A general account (compte général).</summary>
internal sealed class LedgerAccount
{
    public required string Number { get; init; }

    public required byte[] Label { get; init; }

    public required AccountKind Kind { get; init; }

    public bool SeveralLabels { get; set; }

    /// <summary>Credit minus debit over the file, EUR cents.</summary>
    public long Balance { get; set; }

    public int Lines { get; set; }
}

/// <summary>What the first digits of an account say about its use here.</summary>
internal enum AccountKind
{
    /// <summary>Balance sheet accounts that the economics do not use.</summary>
    Balance,

    /// <summary>Result of the year (12): with classes 6 and 7 it closes the books.</summary>
    YearResult,

    /// <summary>Third parties (class 4).</summary>
    ThirdParty,

    /// <summary>Capital (101): its movements are contributions.</summary>
    Capital,

    /// <summary>Expenses (class 6).</summary>
    Expense,

    /// <summary>Income (class 7).</summary>
    Income,

    /// <summary>Income of which the line's label can name the funder (73, 74, 7715).</summary>
    Grant,

    /// <summary>Uses of non-monetary contributions (86).</summary>
    Use,

    /// <summary>Non-monetary contributions (87).</summary>
    Contribution,

    /// <summary>Opening and closing balance sheet (89).</summary>
    Closing,
}

/// <summary>A journal.</summary>
internal sealed class LedgerJournal
{
    public required string Code { get; init; }

    public required byte[] Label { get; init; }

    public bool SeveralLabels { get; set; }

    public long Balance { get; set; }

    /// <summary>Opening balances (à-nouveaux), by code or label.</summary>
    public bool Opening { get; init; }

    public bool Centralisation { get; init; }
}

/// <summary>A ledger that was read: accounts, journals, entries and the postings that the economics are made of. Labels stay bytes until the encoding is known.</summary>
internal sealed class Ledger
{
    public const int NoAuxiliary = -1;
    public const int SeveralAuxiliaries = -2;

    public List<LedgerAccount> Accounts { get; } = [];

    public List<LedgerJournal> Journals { get; } = [];

    public ChunkedList<LedgerEntry> Entries { get; } = new();

    public ChunkedList<Posting> Postings { get; } = new();

    /// <summary>Numbers of entries in their journals.</summary>
    public EntryNumbers EntryNumbers { get; } = new();

    public ByteInterner Auxiliaries { get; } = new();

    /// <summary>Names of third parties: read by label rules, then dropped.</summary>
    public List<byte[]> AuxiliaryLabels { get; } = [];

    /// <summary>Labels of lines on grant accounts: read by label rules, then dropped.</summary>
    public ByteInterner Labels { get; } = new();

    public ByteInterner Analytics { get; } = new();

    public long Lines { get; set; }

    public long Bytes { get; set; }

    /// <summary>How labels are to be decoded.</summary>
    public Encoding Encoding { get; set; } = Encoding.UTF8;

    public string JournalOf(in Posting posting) => Journals[EntryNumbers.Journal(posting.Entry)].Code;

    public string NumberOf(int entry) => Encoding.GetString(EntryNumbers.Bytes(entry)).Trim();

    public string Text(ReadOnlySpan<byte> label) => Encoding.GetString(label).Trim();
}
