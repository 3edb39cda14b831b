using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Ptce.Finance.Ledgers.Reading;

/// <summary>
/// Finds fields and records in bytes: 64 at a time, separators become bits of one mask and ends of records bits of another. Records end with CR, LF or
/// CRLF (A. 47 A-1 VI-1°); there is no quoting in a FEC.
/// </summary>
internal sealed class RecordSplitter(byte separator, LedgerLines lines)
{
    /// <summary>Most fields told apart; a line with more has the wrong number of fields anyway.</summary>
    public const int MostFields = 512;

    private readonly int[] _ends = new int[MostFields + 2];
    private bool _afterReturn;

    /// <summary>Line of the part that comes next, from 1.</summary>
    public int NextLine { get; set; } = 2;

    /// <summary>Takes the records between two positions. Blocks hold whole records; only the last of a file may lack its end.</summary>
    /// <param name="buffer">Buffer.</param>
    /// <param name="from">Where the first record begins.</param>
    /// <param name="to">Where the bytes end.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Take(byte[] buffer, int from, int to)
    {
        _ends[0] = from - 1;
        var fields = 0;
        var position = from;
        ref var start = ref MemoryMarshal.GetArrayDataReference(buffer);
        var wanted = Vector256.Create(separator);
        var feed = Vector256.Create((byte)'\n');
        var carriage = Vector256.Create((byte)'\r');
        for (; position + 64 <= to; position += 64)
        {
            var low = Vector256.LoadUnsafe(ref start, (nuint)position);
            var high = Vector256.LoadUnsafe(ref start, (nuint)position + 32);
            var separators = Mask(Vector256.Equals(low, wanted), Vector256.Equals(high, wanted));
            var ends = Mask(Vector256.Equals(low, feed) | Vector256.Equals(low, carriage), Vector256.Equals(high, feed) | Vector256.Equals(high, carriage));
            fields = TakeMarks(buffer, position, separators, ends, fields);
        }
        if (position < to)
        {
            ulong separators = 0, ends = 0;
            for (var i = 0; position + i < to; i++)
            {
                var value = buffer[position + i];
                separators |= value == separator ? 1UL << i : 0;
                ends |= value is (byte)'\n' or (byte)'\r' ? 1UL << i : 0;
            }
            fields = TakeMarks(buffer, position, separators, ends, fields);
        }
        if (_ends[0] + 1 < to)
            EndRecord(buffer, to, fields, isReturn: false);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Mask(Vector256<byte> low, Vector256<byte> high) => low.ExtractMostSignificantBits() | (ulong)high.ExtractMostSignificantBits() << 32;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int TakeMarks(byte[] buffer, int position, ulong separators, ulong ends, int fields)
    {
        while (ends != 0)
        {
            var end = BitOperations.TrailingZeroCount(ends);
            var before = (1UL << end) - 1;
            fields = EndRecord(buffer, position + end, Note(position, separators & before, fields), buffer[position + end] == '\r');
            separators &= ~before;
            ends &= ends - 1;
        }
        return Note(position, separators, fields);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int Note(int position, ulong separators, int fields)
    {
        fields = Math.Min(fields, MostFields - 64);
        ref var ends = ref MemoryMarshal.GetArrayDataReference(_ends);
        while (separators != 0)
        {
            Unsafe.Add(ref ends, ++fields) = position + BitOperations.TrailingZeroCount(separators);
            separators &= separators - 1;
        }
        return fields;
    }

    private int EndRecord(byte[] buffer, int mark, int fields, bool isReturn)
    {
        var secondHalf = _afterReturn && !isReturn && fields == 0 && mark == _ends[0] + 1 && mark < buffer.Length && buffer[mark] == '\n';
        _afterReturn = isReturn;
        if (!secondHalf)
        {
            _ends[++fields] = mark;
            lines.Take(buffer, _ends, fields, NextLine++);
        }
        _ends[0] = mark;
        return 0;
    }
}
