namespace Ptce.Finance.Ledgers.Reading;

/// <summary>
/// A list that grows by blocks, so that a million items never move. The first block starts small, for the small ledgers; the others are large enough to be
/// allocated once and not copied by the collector.
/// </summary>
internal sealed class ChunkedList<T> where T : struct
{
    private const int Bits = 14;
    private const int Size = 1 << Bits;

    private T[][] _blocks = [new T[64]];

    public int Count { get; private set; }

    public ref T this[int index] => ref _blocks[index >> Bits][index & (Size - 1)];

    /// <summary>Adds an item. References into the first block do not outlive this call.</summary>
    public ref T Add()
    {
        var block = Count >> Bits;
        var place = Count & (Size - 1);
        if (block == 0 && place == _blocks[0].Length)
            Array.Resize(ref _blocks[0], place * 2);
        else if (block > 0 && place == 0)
            AddBlock(block);
        Count++;
        return ref _blocks[block][place];
    }

    private void AddBlock(int block)
    {
        if (block == _blocks.Length)
            Array.Resize(ref _blocks, block * 2);
        _blocks[block] = new T[Size];
    }
}
