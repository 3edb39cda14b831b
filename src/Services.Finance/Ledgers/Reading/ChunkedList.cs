namespace Ptce.Finance.Ledgers.Reading;

/// <summary>A list that grows by blocks, so that a million items never move and no large array is thrown away.</summary>
internal sealed class ChunkedList<T> where T : struct
{
    private const int Bits = 10;
    private const int Size = 1 << Bits;

    private T[][] _blocks = new T[16][];

    public int Count { get; private set; }

    public ref T this[int index] => ref _blocks[index >> Bits][index & (Size - 1)];

    public ref T Add()
    {
        var block = Count >> Bits;
        if ((Count & (Size - 1)) == 0)
        {
            if (block == _blocks.Length)
                Array.Resize(ref _blocks, block * 2);
            _blocks[block] = new T[Size];
        }
        return ref this[Count++];
    }
}
