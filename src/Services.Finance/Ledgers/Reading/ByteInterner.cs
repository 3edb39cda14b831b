using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Ptce.Finance.Ledgers.Reading;

/// <summary>
/// Numbers the distinct byte strings of a file from 0: accounts, journals, third parties. The hash is seeded for each process, so
/// that a crafted file cannot make every look-up collide.
/// </summary>
internal sealed class ByteInterner
{
    private const int FirstBlock = 1024;
    private const int LargestBlock = 1 << 17;

    private static readonly ulong Seed = BinaryPrimitives.ReadUInt64LittleEndian(RandomNumberGenerator.GetBytes(8));
    private static readonly ulong Multiplier = (0x9E3779B97F4A7C15UL ^ Seed) | 1;

    private readonly ChunkedList<Key> _keys = new();
    private readonly List<byte[]> _blocks = [];
    private int[] _slots = new int[256];
    private int _used;

    public int Count => _keys.Count;

    /// <summary>The number of a byte string in a scope; a new one gets <see cref="Count"/> as it was.</summary>
    public int Intern(ReadOnlySpan<byte> bytes, int scope = 0)
    {
        var hash = Hash(bytes, scope);
        var mask = _slots.Length - 1;
        for (var slot = (int)hash & mask; ; slot = (slot + 1) & mask)
        {
            var id = _slots[slot] - 1;
            if (id < 0)
                return Add(bytes, scope, hash, slot);
            ref var key = ref _keys[id];
            if (key.Hash == hash && key.Scope == scope && bytes.SequenceEqual(Bytes(ref key)))
                return id;
        }
    }

    public ReadOnlySpan<byte> Bytes(int id) => Bytes(ref _keys[id]);

    public int Scope(int id) => _keys[id].Scope;

    private ReadOnlySpan<byte> Bytes(ref Key key) => _blocks[key.Block].AsSpan(key.Offset, key.Length);

    private int Add(ReadOnlySpan<byte> bytes, int scope, uint hash, int slot)
    {
        var id = _keys.Count;
        if (_blocks.Count == 0 || _used + bytes.Length > _blocks[^1].Length)
        {
            _blocks.Add(new byte[Math.Max(Math.Min(FirstBlock << Math.Min(_blocks.Count, 7), LargestBlock), bytes.Length)]);
            _used = 0;
        }
        bytes.CopyTo(_blocks[^1].AsSpan(_used));
        _keys.Add() = new Key { Hash = hash, Scope = scope, Block = _blocks.Count - 1, Offset = _used, Length = bytes.Length };
        _used += bytes.Length;
        _slots[slot] = id + 1;
        if (_keys.Count * 2 > _slots.Length)
            Grow();
        return id;
    }

    private void Grow()
    {
        var slots = new int[_slots.Length * 2];
        var mask = slots.Length - 1;
        for (var id = 0; id < _keys.Count; id++)
        {
            var slot = (int)_keys[id].Hash & mask;
            while (slots[slot] != 0)
                slot = (slot + 1) & mask;
            slots[slot] = id + 1;
        }
        _slots = slots;
    }

    private static uint Hash(ReadOnlySpan<byte> bytes, int scope)
    {
        var hash = Seed ^ ((ulong)(uint)scope << 32 | (uint)bytes.Length);
        while (bytes.Length >= 8)
        {
            hash = Mix(hash ^ BinaryPrimitives.ReadUInt64LittleEndian(bytes));
            bytes = bytes[8..];
        }
        var tail = 0UL;
        for (var i = 0; i < bytes.Length; i++)
            tail |= (ulong)bytes[i] << (i * 8);
        hash = Mix(hash ^ tail);
        return (uint)(hash ^ (hash >> 32));
    }

    private static ulong Mix(ulong value)
    {
        var high = Math.BigMul(value, Multiplier, out var low);
        return high ^ low;
    }

    private struct Key
    {
        public uint Hash;
        public int Scope;
        public int Block;
        public int Offset;
        public int Length;
    }
}
