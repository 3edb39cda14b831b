using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using Ptce.Finance.Ledgers.Findings;

namespace Ptce.Finance.Ledgers.Reading;

/// <summary>Takes the lines of a ledger one after the other: checks each, and keeps what the economics need.</summary>
internal sealed class LedgerLines(LedgerOptions options, FindingList findings)
{
    private readonly Ledger _ledger = new();
    private readonly ByteInterner _accounts = new();
    private readonly ByteInterner _journals = new();
    private readonly ShortKeyCache _accountCache = new();
    private readonly ShortKeyCache _auxiliaryCache = new();
    private readonly HashSet<int> _auxiliariesRenamed = [];
    private readonly LedgerDate[] _dates = [new(), new(), new(), new()];
    private readonly int _opens = LedgerDate.Number(options.Opens);
    private readonly int _closes = LedgerDate.Number(options.Closes);
    private FecLayout _layout = null!;
    private int[] _fields = [];
    private int _analyticField = -1;
    private byte[] _line = [];
    private int[] _ends = [];
    private int _part;
    private int _number;
    private int _lastJournal = -1;
    private int _lastEntry = -1;
    private int _lastDate;
    private int _lastValidation;
    private readonly byte[] _head = new byte[256];
    private int _headLength = -1;
    private bool _headed;
    private bool _letters;
    private bool _signs;

    public Ledger Ledger => _ledger;

    public void Begin(FecLayout layout, int part)
    {
        (_layout, _fields, _part) = (layout, layout.Fields, part);
        _analyticField = layout.FieldOf(options.AnalyticColumn);
        _headed = _fields.AsSpan(0, 4).SequenceEqual([0, 1, 2, 3]);
        _headLength = -1;
    }

    /// <summary>Takes one line.</summary>
    /// <param name="buffer">Bytes that hold the line.</param>
    /// <param name="ends">Field <c>i</c> stands between <c>ends[i] + 1</c> and <c>ends[i + 1]</c>.</param>
    /// <param name="fields">Number of fields.</param>
    /// <param name="number">Line in the part, from 1.</param>
    public void Take(byte[] buffer, int[] ends, int fields, int number)
    {
        (_line, _ends, _number) = (buffer, ends, number);
        if (fields != _layout.FieldCount && !(_layout.TrailingSeparator && fields == _layout.FieldCount + 1))
        {
            if (fields == 1 && IsBlank(buffer.AsSpan(ends[0] + 1, ends[1] - ends[0] - 1)))
                Add(FindingKind.LineBlank);
            else
                Add(FindingKind.LineFieldCount, null, fields.ToString(System.Globalization.CultureInfo.InvariantCulture));
            return;
        }
        _ledger.Lines++;
        ReadHead();
        var (journal, entry, date) = (_lastJournal, _lastEntry, _lastDate);
        var account = ReadAccount();
        var auxiliary = ReadAuxiliary();
        var cents = ReadAmounts();
        ReadRest(date);
        Post(journal, entry, account, auxiliary, date, cents);
    }

    // Lines of one entry mostly follow one another, with the same journal, number and date: one comparison tells.
    private void ReadHead()
    {
        if (_headed)
        {
            var head = _line.AsSpan(_ends[0] + 1, _ends[4] - _ends[0] - 1);
            if (_headLength == head.Length && head.SequenceEqual(_head.AsSpan(0, _headLength)))
                return;
            _headLength = head.Length <= _head.Length ? head.Length : 0;
            head[.._headLength].CopyTo(_head);
        }
        var before = findings.Total;
        var journal = ReadJournal();
        ReadEntry(journal);
        _lastDate = ReadDate(FecColumn.EcritureDate, 0, FindingKind.FieldRequired);
        if (_lastDate != 0 && (_lastDate < _opens || _lastDate > _closes))
            Add(FindingKind.DateOutsideYear, FecColumn.EcritureDate);
        // What is wrong is wrong on every line.
        if (findings.Total != before)
            _headLength = -1;
    }

    private int ReadJournal()
    {
        var code = Field(FecColumn.JournalCode);
        var label = Field(FecColumn.JournalLib);
        var id = _lastJournal >= 0 && code.SequenceEqual(_journals.Bytes(_lastJournal)) ? _lastJournal : _journals.Intern(code);
        _lastJournal = id;
        if (id == _ledger.Journals.Count)
            _ledger.Journals.Add(JournalNames.Read(code, label));
        if (IsBlank(code))
            Add(FindingKind.FieldMissing, FecColumn.JournalCode);
        if (IsBlank(label))
        {
            Add(FindingKind.FieldMissing, FecColumn.JournalLib);
        }
        else if (_ledger.Journals[id] is var journal && !journal.SeveralLabels && !label.SequenceEqual(journal.Label))
        {
            journal.SeveralLabels = true;
            Add(FindingKind.JournalLabels, FecColumn.JournalLib, journal.Code);
        }
        return id;
    }

    private int ReadEntry(int journal)
    {
        var number = Field(FecColumn.EcritureNum);
        if (IsBlank(number))
            Add(FindingKind.FieldRequired, FecColumn.EcritureNum);
        if (_lastEntry >= 0 && _ledger.EntryNumbers.Journal(_lastEntry) == journal && number.SequenceEqual(_ledger.EntryNumbers.Bytes(_lastEntry)))
            return _lastEntry;
        var id = _ledger.EntryNumbers.Intern(number, journal);
        if (id == _ledger.Entries.Count)
            _ledger.Entries.Add() = new LedgerEntry { Auxiliary = Ledger.NoAuxiliary, FirstLine = _number, Part = (short)_part };
        return _lastEntry = id;
    }

    private int ReadAccount()
    {
        var number = Field(FecColumn.CompteNum);
        var label = Field(FecColumn.CompteLib);
        if (!number.IsEmpty && (number[^1] == ' ' || number[0] == ' '))
            number = number.Trim((byte)' ');
        var id = _accountCache.Find(number, _accounts);
        if (id == _ledger.Accounts.Count)
        {
            var text = Encoding.Latin1.GetString(number);
            _ledger.Accounts.Add(new LedgerAccount { Number = text, Label = label.ToArray(), Kind = AccountKinds.Of(text) });
            if (number.Length > 0 && (number.Length < 3 || number[..3].ContainsAnyExceptInRange((byte)'0', (byte)'9')))
                Add(FindingKind.AccountDigits, FecColumn.CompteNum, text);
        }
        if (number.IsEmpty)
            Add(FindingKind.FieldRequired, FecColumn.CompteNum);
        if (IsBlank(label))
        {
            Add(FindingKind.FieldRequired, FecColumn.CompteLib);
        }
        else if (_ledger.Accounts[id] is var account && !account.SeveralLabels && !label.SequenceEqual(account.Label))
        {
            account.SeveralLabels = true;
            Add(FindingKind.AccountLabels, FecColumn.CompteLib, account.Number);
        }
        return id;
    }

    private int ReadAuxiliary()
    {
        var number = Field(FecColumn.CompAuxNum);
        var label = Field(FecColumn.CompAuxLib);
        if (IsBlank(number))
        {
            if (!IsBlank(label))
                Add(FindingKind.AuxiliaryWithoutLabel, FecColumn.CompAuxNum);
            return Ledger.NoAuxiliary;
        }
        var id = _auxiliaryCache.Find(number.Trim((byte)' '), _ledger.Auxiliaries);
        if (id == _ledger.AuxiliaryLabels.Count)
            _ledger.AuxiliaryLabels.Add(label.ToArray());
        if (IsBlank(label))
            Add(FindingKind.AuxiliaryWithoutLabel, FecColumn.CompAuxLib);
        else if (!label.SequenceEqual(_ledger.AuxiliaryLabels[id]) && _auxiliariesRenamed.Add(id))
            Add(FindingKind.AuxiliaryLabels, FecColumn.CompAuxLib);
        return id;
    }

    /// <summary>Credit minus debit, EUR cents.</summary>
    private long ReadAmounts()
    {
        var first = ReadAmount(FecColumn.Debit);
        if (_layout.Signed)
        {
            if (first == 0)
                Add(FindingKind.AmountNeither, FecColumn.Debit);
            return ReadDirection() * first;
        }
        var credit = ReadAmount(FecColumn.Credit);
        if (first != 0 && credit != 0)
            Add(FindingKind.AmountBoth);
        else if (first == 0 && credit == 0)
            Add(FindingKind.AmountNeither);
        return credit - first;
    }

    private long ReadAmount(FecColumn column)
    {
        var field = Field(column);
        if (LedgerAmount.Read(field, out var cents) is { } kind)
            Add(kind, column, Text(field));
        return cents;
    }

    private int ReadDirection()
    {
        var sens = Field(FecColumn.Credit).Trim((byte)' ');
        var letter = sens is [(byte)'D'] or [(byte)'C'] or [(byte)'d'] or [(byte)'c'];
        var sign = sens is [(byte)'+', (byte)'1'] or [(byte)'-', (byte)'1'];
        if (!letter && !sign)
        {
            Add(FindingKind.SensInvalid, FecColumn.Credit, Text(sens));
            return 0;
        }
        if (letter && _signs || sign && _letters)
            Add(FindingKind.SensMixed, FecColumn.Credit, Text(sens));
        (_letters, _signs) = (_letters || letter, _signs || sign);
        // +1 is a debit, as D is.
        return sens[0] is (byte)'C' or (byte)'c' or (byte)'-' ? 1 : -1;
    }

    private void ReadRest(int date)
    {
        if (IsBlank(Field(FecColumn.PieceRef)))
            Add(FindingKind.FieldMissing, FecColumn.PieceRef);
        if (IsBlank(Field(FecColumn.EcritureLib)))
            Add(FindingKind.FieldRequired, FecColumn.EcritureLib);
        ReadDate(FecColumn.PieceDate, 1, FindingKind.FieldMissing);
        var validated = ReadDate(FecColumn.ValidDate, 2, FindingKind.FieldMissing);
        if (validated != 0)
        {
            if (validated < date)
                Add(FindingKind.ValidBeforeEntry, FecColumn.ValidDate);
            else if (validated > _closes)
                Add(FindingKind.ValidAfterClosing, FecColumn.ValidDate);
            if (validated < _lastValidation)
                Add(FindingKind.ValidationOrder, FecColumn.ValidDate);
            _lastValidation = validated;
        }
        var lettered = !IsBlank(Field(FecColumn.EcritureLet));
        if (lettered != (ReadDate(FecColumn.DateLet, 3, null) != 0 || !IsBlank(Field(FecColumn.DateLet))))
            Add(FindingKind.LetteringIncomplete, lettered ? FecColumn.DateLet : FecColumn.EcritureLet);
        var foreign = Field(FecColumn.Montantdevise);
        var currency = !IsBlank(Field(FecColumn.Idevise));
        var amount = !IsBlank(foreign);
        if (amount)
        {
            // Other currencies have other decimals; and "0,00" without a currency is how some software says nothing.
            if (LedgerAmount.Read(foreign, out var cents) is { } kind and not FindingKind.AmountDecimals)
                Add(kind, FecColumn.Montantdevise, Text(foreign));
            else
                amount = cents != 0 || currency;
        }
        if (amount != currency)
            Add(FindingKind.CurrencyIncomplete, amount ? FecColumn.Idevise : FecColumn.Montantdevise);
    }

    private int ReadDate(FecColumn column, int reader, FindingKind? whenBlank)
    {
        var field = Field(column);
        if (IsBlank(field))
        {
            if (whenBlank is { } missing)
                Add(missing, column);
            return 0;
        }
        if (_dates[reader].Read(field, out var date) is { } kind)
            Add(kind, column, Text(field));
        return date;
    }

    private void Post(int journalId, int entryId, int accountId, int auxiliary, int date, long cents)
    {
        var account = _ledger.Accounts[accountId];
        account.Balance += cents;
        account.Lines++;
        _ledger.Journals[journalId].Balance += cents;
        ref var entry = ref _ledger.Entries[entryId];
        entry.Balance += cents;
        if (entry.Date == 0)
            entry.Date = date;
        else if (entry.Date != date && date != 0 && (entry.Traits & EntryTraits.SeveralDates) == 0)
            entry.Traits |= EntryTraits.SeveralDates;
        if (account.Kind is AccountKind.ThirdParty && auxiliary >= 0 && auxiliary != entry.Auxiliary)
            entry.Auxiliary = entry.Auxiliary == Ledger.NoAuxiliary ? auxiliary : Ledger.SeveralAuxiliaries;
        switch (account.Kind)
        {
            case AccountKind.Balance or AccountKind.ThirdParty:
                return;
            case AccountKind.YearResult or AccountKind.Closing:
                entry.Traits |= EntryTraits.Closing;
                return;
            case AccountKind.Expense or AccountKind.Income or AccountKind.Grant:
                entry.Traits |= EntryTraits.Result;
                break;
        }
        ref var posting = ref _ledger.Postings.Add();
        posting.Cents = cents;
        posting.Account = accountId;
        posting.Entry = entryId;
        posting.Auxiliary = auxiliary;
        posting.Analytic = _analyticField < 0 ? -1 : _ledger.Analytics.Intern(Field(_analyticField).Trim((byte)' '));
        posting.Label = account.Kind is AccountKind.Grant ? _ledger.Labels.Intern(Field(FecColumn.EcritureLib)) : -1;
        posting.Date = date;
        posting.Line = _number;
        posting.Part = (short)_part;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ReadOnlySpan<byte> Field(FecColumn column) => Field(_fields[(int)column]);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ReadOnlySpan<byte> Field(int field)
    {
        // The splitter found these places in this very buffer, and the number of fields was checked.
        ref var end = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_ends), field);
        var start = end + 1;
        return MemoryMarshal.CreateReadOnlySpan(ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_line), start), Unsafe.Add(ref end, 1) - start);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsBlank(ReadOnlySpan<byte> field) => field.IsEmpty || field[0] == ' ' && !field.ContainsAnyExcept((byte)' ');

    private static string Text(ReadOnlySpan<byte> field) => Encoding.Latin1.GetString(field.Length > 60 ? field[..60] : field);

    private void Add(FindingKind kind, FecColumn? column = null, string? value = null)
    {
        if (!findings.Count(kind))
            return;
        if (value is null && column is { } shown && IsPlace(shown))
            value = Text(Field(shown));
        findings.Keep(new Finding(kind, _part, _number, column is { } named ? _layout.NameOf(named) : null, value));
    }

    // Dates may be shown; labels may not.
    private static bool IsPlace(FecColumn column) => column is FecColumn.EcritureDate or FecColumn.ValidDate or FecColumn.PieceDate or FecColumn.DateLet;
}
