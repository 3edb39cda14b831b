using System.Buffers;
using System.Collections.Concurrent;
using System.Threading.Channels;
using Ptce.Finance.Ledgers.Findings;

namespace Ptce.Finance.Ledgers.Reading;

/// <summary>Bytes that hold whole records.</summary>
/// <param name="Buffer">Rented; whoever takes the block gives it back.</param>
/// <param name="Length">Bytes filled.</param>
/// <param name="Last">Nothing comes after.</param>
/// <param name="LineTooLong">The record that stood here was longer than any can be, and was left out.</param>
internal readonly record struct LedgerBlock(byte[] Buffer, int Length, bool Last, bool LineTooLong);

/// <summary>
/// Reads a part of a ledger ahead of who takes its lines: while one block is being checked, the next is read and its encoding looked at. A few blocks are
/// in memory at most.
/// </summary>
internal sealed class LedgerBlocks(Stream content, int part, Charset charset)
{
    private const int BlockSize = 512 * 1024;
    private const int LongestLine = 500_000;

    private readonly ConcurrentQueue<byte[]> _free = new();
    private readonly Channel<LedgerBlock> _ready = Channel.CreateBounded<LedgerBlock>(new BoundedChannelOptions(2) { SingleReader = true, SingleWriter = true });

    public ChannelReader<LedgerBlock> Ready => _ready.Reader;

    /// <summary>Bytes read so far.</summary>
    public long Bytes { get; private set; }

    public async Task ReadAsync(CancellationToken ct)
    {
        Exception? failure = null;
        try
        {
            await CutAsync(ct);
        }
        catch (Exception e)
        {
            failure = e;
        }
        _ready.Writer.Complete(failure);
    }

    /// <summary>The block's lines were taken; its buffer is filled again.</summary>
    public void GiveBack(LedgerBlock block) => _free.Enqueue(block.Buffer);

    /// <summary>Empties the buffers: third parties' names were in them.</summary>
    public void Clear()
    {
        while (_ready.Reader.TryRead(out var left))
            _free.Enqueue(left.Buffer);
        while (_free.TryDequeue(out var buffer))
            ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
    }

    private byte[] Take() => _free.TryDequeue(out var buffer) ? buffer : ArrayPool<byte>.Shared.Rent(BlockSize);

    private async Task CutAsync(CancellationToken ct)
    {
        var buffer = Take();
        var filled = 0;
        var skipping = false;
        var first = true;
        while (true)
        {
            var room = buffer.Length - filled;
            var read = await content.ReadAtLeastAsync(buffer.AsMemory(filled), room, throwOnEndOfStream: false, ct);
            var last = read < room;
            Bytes += read;
            filled += read;
            if (skipping && !last)
            {
                filled = AfterLongLine(buffer, filled, ref skipping);
                continue;
            }
            if (skipping)
                filled = AfterLongLine(buffer, filled, ref skipping);
            var cut = last ? filled : buffer.AsSpan(0, filled).LastIndexOfAny((byte)'\n', (byte)'\r') + 1;
            var tooLong = cut == 0 && !last && filled > LongestLine;
            if (tooLong)
                (skipping, filled) = (true, 0);
            var next = Take();
            buffer.AsSpan(cut, filled - cut).CopyTo(next);
            if (cut > 0)
                charset.See(buffer.AsSpan(0, cut), part, first);
            first = false;
            await _ready.Writer.WriteAsync(new LedgerBlock(buffer, cut, last, tooLong), ct);
            (buffer, filled) = (next, filled - cut);
            if (last)
            {
                _free.Enqueue(buffer);
                return;
            }
        }
    }

    private static int AfterLongLine(byte[] buffer, int filled, ref bool skipping)
    {
        var end = buffer.AsSpan(0, filled).IndexOfAny((byte)'\r', (byte)'\n') + 1;
        if (end == 0)
            return 0;
        skipping = false;
        buffer.AsSpan(end, filled - end).CopyTo(buffer);
        return filled - end;
    }
}
