using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Ptce.Finance.Ledgers.Reading;

/// <summary>
/// Remembers the numbers given to short byte strings: account and auxiliary numbers seldom have more than eight bytes and are few, so that most are found by one
/// comparison of a machine word.
/// </summary>
internal sealed class ShortKeyCache
{
    private const int Bits = 8;

    private readonly Slot[] _slots = new Slot[1 << Bits];

    /// <summary>The number of a byte string, from the cache or else from where it is kept.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Find(ReadOnlySpan<byte> bytes, ByteInterner kept)
    {
        if (bytes.Length is 0 or > 8)
            return kept.Intern(bytes);
        var word = Word(bytes);
        ref var slot = ref _slots[(int)(((word ^ (ulong)bytes.Length) * 0x9E3779B97F4A7C15UL) >> (64 - Bits))];
        if (slot.Word != word || slot.Length != bytes.Length)
            slot = new Slot { Word = word, Length = bytes.Length, Id = kept.Intern(bytes) };
        return slot.Id;
    }

    // Two loads that overlap cover four to eight bytes without reading past their end.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Word(ReadOnlySpan<byte> bytes)
    {
        ref var start = ref MemoryMarshal.GetReference(bytes);
        if (bytes.Length >= 4)
            return Unsafe.ReadUnaligned<uint>(ref start) | (ulong)Unsafe.ReadUnaligned<uint>(ref Unsafe.Add(ref start, bytes.Length - 4)) << 32;
        return start | (ulong)Unsafe.Add(ref start, bytes.Length >> 1) << 8 | (ulong)Unsafe.Add(ref start, bytes.Length - 1) << 16;
    }

    private struct Slot
    {
        public ulong Word;
        public int Length;
        public int Id;
    }
}
