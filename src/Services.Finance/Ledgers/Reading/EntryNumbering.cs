using Ptce.Finance.Ledgers.Findings;

namespace Ptce.Finance.Ledgers.Reading;

/// <summary>
/// Numbers of entries must run without a gap: over the whole file, or in each journal. Which of the two a software does is found out first: the one
/// under which less is amiss. A prefix before the digits (<c>VE2021-0001</c>) makes a sequence of its own.
/// </summary>
internal static class EntryNumbering
{
    public static void Check(Ledger ledger, FindingList findings)
    {
        if (ledger.Lines > 50 && ledger.Entries.Count <= ledger.Journals.Count)
        {
            findings.Add(FindingKind.NumberConstant, value: ledger.NumberOf(0));
            return;
        }
        for (var id = 0; id < ledger.Entries.Count; id++)
        {
            ref var entry = ref ledger.Entries[id];
            if ((entry.Traits & EntryTraits.SeveralDates) != 0)
                findings.Add(FindingKind.NumberRepeated, entry.Part, entry.FirstLine, null, LedgerChecks.Name(ledger, id));
        }
        var prefixes = new ByteInterner();
        var numbers = Read(ledger, prefixes);
        var perJournal = CountAmiss(numbers, prefixes.Count * ledger.Journals.Count, ledger.Journals.Count, 1);
        if (perJournal > 0 && CountAmiss(numbers, prefixes.Count, 1, 0) is var global && global > 0)
            Tell(numbers, perJournal <= global, ledger, findings);
    }

    private static Number[] Read(Ledger ledger, ByteInterner prefixes)
    {
        var numbers = new Number[ledger.Entries.Count];
        var count = 0;
        for (var id = 0; id < numbers.Length; id++)
        {
            var text = ledger.EntryNumbers.Bytes(id).Trim((byte)' ');
            var (value, power, at) = (0L, 1L, text.Length);
            while (at > 0 && text.Length - at < 18 && text[at - 1] is >= (byte)'0' and <= (byte)'9')
            {
                value += (text[--at] - '0') * power;
                power *= 10;
            }
            if (at < text.Length)
                numbers[count++] = new(id, ledger.EntryNumbers.Journal(id), at == 0 ? prefixes.Intern([]) : prefixes.Intern(text[..at]), value);
        }
        return numbers[..count];
    }

    // The sequence of a number is its prefix times the first weight and its journal times the second. Runs of missing numbers, and repetitions, in each sequence. A sequence that is nearly full is marked in a table; a sparse one is amiss at every step.
    private static long CountAmiss(Number[] numbers, int sequences, int ofPrefix, int ofJournal)
    {
        var spans = new Sequence[sequences];
        foreach (ref readonly var number in numbers.AsSpan())
        {
            ref var span = ref spans[(number.Prefix * ofPrefix) + (number.Journal * ofJournal)];
            span.Least = span.Count == 0 ? number.Value : Math.Min(span.Least, number.Value);
            span.Most = span.Count == 0 ? number.Value : Math.Max(span.Most, number.Value);
            span.Count++;
        }
        var amiss = 0L;
        for (var i = 0; i < spans.Length; i++)
        {
            if (spans[i].Count > 0 && (spans[i].Most - spans[i].Least) / 8 > spans[i].Count)
                amiss += spans[i].Count;
            else if (spans[i].Count > 0)
                spans[i].Seen = new bool[spans[i].Most - spans[i].Least + 1];
        }
        foreach (ref readonly var number in numbers.AsSpan())
        {
            ref var span = ref spans[(number.Prefix * ofPrefix) + (number.Journal * ofJournal)];
            if (span.Seen is not { } seen)
                continue;
            if (seen[number.Value - span.Least])
                amiss++;
            seen[number.Value - span.Least] = true;
        }
        foreach (var span in spans)
        {
            for (var i = 1; i < span.Seen?.Length; i++)
                amiss += !span.Seen[i] && span.Seen[i - 1] ? 1 : 0;
        }
        return amiss;
    }

    private static void Tell(Number[] numbers, bool perJournal, Ledger ledger, FindingList findings)
    {
        Array.Sort(numbers, (a, b) => (perJournal ? a.Journal.CompareTo(b.Journal) : 0) is not 0 and var journal ? journal
            : a.Prefix != b.Prefix ? a.Prefix.CompareTo(b.Prefix)
            : a.Value != b.Value ? a.Value.CompareTo(b.Value)
            : a.Entry.CompareTo(b.Entry));
        for (var i = 1; i < numbers.Length; i++)
        {
            var (before, number) = (numbers[i - 1], numbers[i]);
            if (before.Prefix != number.Prefix || perJournal && before.Journal != number.Journal || number.Value == before.Value + 1)
                continue;
            ref var entry = ref ledger.Entries[number.Entry];
            var kind = number.Value == before.Value ? FindingKind.NumberRepeated : FindingKind.NumberGap;
            if (findings.Count(kind))
                findings.Keep(new(kind, entry.Part, entry.FirstLine, null, $"{LedgerChecks.Name(ledger, before.Entry)} → {LedgerChecks.Name(ledger, number.Entry)}"));
        }
    }

    private readonly record struct Number(int Entry, int Journal, int Prefix, long Value);

    private struct Sequence
    {
        public long Least;
        public long Most;
        public int Count;
        public bool[]? Seen;
    }
}
