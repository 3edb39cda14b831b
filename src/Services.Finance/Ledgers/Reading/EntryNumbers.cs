using System.Runtime.CompilerServices;

namespace Ptce.Finance.Ledgers.Reading;

/// <summary>
/// Numbers the entries of a file from 0, each a number inside a journal. Numbers mostly rise in the order of the file, so a journal keeps its entries in a row as long as
/// they do: a new one is recognised by one comparison, an old one by halving. Only journals out of order are looked up by hash.
/// </summary>
internal sealed class EntryNumbers
{
    private readonly ChunkedList<Entry> _entries = new();
    private readonly List<Sequence> _journals = [];
    private readonly ByteInterner _unordered = new();
    private readonly List<int> _unorderedIds = [];
    private readonly List<byte[]> _blocks = [new byte[1024]];
    private int _used;

    public int Count => _entries.Count;

    /// <summary>The entry of a number in a journal; a new one gets <see cref="Count"/> as it was.</summary>
    public int Intern(ReadOnlySpan<byte> number, int journal)
    {
        while (journal >= _journals.Count)
            _journals.Add(new Sequence());
        var sequence = _journals[journal];
        if (!sequence.Ordered)
            return InternUnordered(number, journal);
        if (sequence.Ids.Count == 0 || Compare(number, Bytes(sequence.Last)) > 0)
        {
            sequence.Last = Add(number, journal);
            sequence.Ids.Add() = sequence.Last;
            return sequence.Last;
        }
        var (low, high) = (0, sequence.Ids.Count - 1);
        while (low <= high)
        {
            var middle = (low + high) >>> 1;
            var id = sequence.Ids[middle];
            var order = Compare(number, Bytes(id));
            if (order == 0)
                return id;
            if (order < 0)
                high = middle - 1;
            else
                low = middle + 1;
        }
        LeaveOrder(sequence, journal);
        return InternUnordered(number, journal);
    }

    public int Journal(int id) => _entries[id].Journal;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ReadOnlySpan<byte> Bytes(int id)
    {
        ref var entry = ref _entries[id];
        return _blocks[entry.Block].AsSpan(entry.Offset, entry.Length);
    }

    // Longer numbers are larger: 9 comes before 10.
    private static int Compare(ReadOnlySpan<byte> one, ReadOnlySpan<byte> other) =>
        one.Length != other.Length ? one.Length - other.Length : one.SequenceCompareTo(other);

    private int InternUnordered(ReadOnlySpan<byte> number, int journal)
    {
        var place = _unordered.Intern(number, journal);
        if (place == _unorderedIds.Count)
            _unorderedIds.Add(Add(number, journal));
        return _unorderedIds[place];
    }

    private void LeaveOrder(Sequence sequence, int journal)
    {
        for (var i = 0; i < sequence.Ids.Count; i++)
        {
            _unordered.Intern(Bytes(sequence.Ids[i]), journal);
            _unorderedIds.Add(sequence.Ids[i]);
        }
        sequence.Ordered = false;
    }

    private int Add(ReadOnlySpan<byte> number, int journal)
    {
        if (_used + number.Length > _blocks[^1].Length)
        {
            _blocks.Add(new byte[Math.Max(1024 << Math.Min(_blocks.Count, 7), number.Length)]);
            _used = 0;
        }
        number.CopyTo(_blocks[^1].AsSpan(_used));
        _entries.Add() = new Entry { Journal = journal, Block = _blocks.Count - 1, Offset = _used, Length = number.Length };
        _used += number.Length;
        return _entries.Count - 1;
    }

    private sealed class Sequence
    {
        public ChunkedList<int> Ids { get; } = new();

        public int Last { get; set; }

        public bool Ordered { get; set; } = true;
    }

    private struct Entry
    {
        public int Journal;
        public int Block;
        public int Offset;
        public int Length;
    }
}
