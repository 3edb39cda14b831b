using Ptce.Finance.Ledgers.Findings;

namespace Ptce.Finance.Ledgers.Reading;

/// <summary>Reads a FEC as a stream: a few blocks of bytes are in memory, and what the economics need.</summary>
internal sealed class LedgerReader
{
    private static readonly byte[] Utf8Mark = [0xEF, 0xBB, 0xBF];

    private readonly FindingList _findings;
    private readonly LedgerLines _lines;
    private readonly Charset _charset = new();
    private FecLayout? _first;

    private LedgerReader(LedgerOptions options, FindingList findings) => (_findings, _lines) = (findings, new LedgerLines(options, findings));

    /// <summary>Reads one file, or the parts of a split one in their order.</summary>
    /// <returns>The ledger with everything found; it may be imported when nothing found is an error.</returns>
    public static Task<LedgerReading> ReadAsync(IReadOnlyList<LedgerPart> parts, LedgerOptions options, CancellationToken ct) =>
        ReadAsync(parts.ToAsyncEnumerable(), options, ct);

    /// <summary>Reads parts as they come; each is read to its end before the next is asked for.</summary>
    public static async Task<LedgerReading> ReadAsync(IAsyncEnumerable<LedgerPart> parts, LedgerOptions options, CancellationToken ct)
    {
        var findings = new FindingList();
        var reader = new LedgerReader(options, findings);
        var number = 0;
        await foreach (var part in parts.WithCancellation(ct))
        {
            FileName.Check(part.Name, ++number, options, findings);
            await reader.ReadPartAsync(part.Content, number, ct);
        }
        var ledger = reader._lines.Ledger;
        ledger.Encoding = reader._charset.Conclude(findings);
        if (ledger.Lines == 0 && !findings.HasErrors)
            findings.Add(FindingKind.FileWithoutEntry);
        LedgerChecks.Run(ledger, findings);
        return new LedgerReading(ledger, findings);
    }

    private async Task ReadPartAsync(Stream content, int part, CancellationToken ct)
    {
        var blocks = new LedgerBlocks(content, part, _charset);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var reading = Task.Run(() => blocks.ReadAsync(stop.Token), CancellationToken.None);
        try
        {
            RecordSplitter? splitter = null;
            await foreach (var block in blocks.Ready.ReadAllAsync(ct))
            {
                var readable = Take(block, part, ref splitter);
                blocks.GiveBack(block);
                if (!readable)
                    break;
            }
        }
        finally
        {
            await stop.CancelAsync();
            await reading;
            blocks.Clear();
            _lines.Ledger.Bytes += blocks.Bytes;
        }
    }

    private bool Take(LedgerBlock block, int part, ref RecordSplitter? splitter)
    {
        if (block.LineTooLong)
        {
            _findings.Add(FindingKind.LineTooLong, part, splitter?.NextLine ?? 1);
            if (splitter is null)
                return false;
            splitter.NextLine++;
            return true;
        }
        var from = 0;
        if (splitter is null)
        {
            var bytes = block.Buffer.AsSpan(0, block.Length);
            if (!IsText(bytes, part))
                return false;
            from = bytes.StartsWith(Utf8Mark) ? Utf8Mark.Length : 0;
            var header = bytes[from..].IndexOfAny((byte)'\r', (byte)'\n');
            if (header < 0)
                header = bytes.Length - from;
            splitter = ReadHeader(bytes.Slice(from, header), part);
            if (splitter is null)
                return false;
            from += header;
            from += bytes[from..] switch { [(byte)'\r', (byte)'\n', ..] => 2, [] => 0, _ => 1 };
        }
        splitter.Take(block.Buffer, from, block.Length);
        return true;
    }

    private bool IsText(ReadOnlySpan<byte> start, int part)
    {
        if (start.IsEmpty || start.Length <= 3 && Utf8Mark.AsSpan().StartsWith(start))
        {
            _findings.Add(FindingKind.FileEmpty, part);
            return false;
        }
        if (start.StartsWith(Utf8Mark))
            _findings.Add(FindingKind.EncodingBom, part);
        if (start is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] or [(byte)'J' or (byte)'j', 0, ..] or [0, (byte)'J' or (byte)'j', ..])
        {
            _findings.Add(FindingKind.EncodingUtf16, part);
            return false;
        }
        if (start.TrimStart(" \r\n\t\uFEFF"u8) is [(byte)'<', ..])
        {
            _findings.Add(FindingKind.FileXml, part);
            return false;
        }
        return true;
    }

    private RecordSplitter? ReadHeader(ReadOnlySpan<byte> header, int part)
    {
        if (FecLayout.Read(header, part, _findings) is not { } layout)
            return null;
        _first ??= layout;
        if (!_first.SameAs(layout))
        {
            _findings.Add(FindingKind.PartHeader, part, 1);
            return null;
        }
        _lines.Begin(layout, part);
        return new RecordSplitter(layout.Separator, _lines);
    }
}

/// <summary>What reading a ledger gave.</summary>
/// <param name="Ledger">What was read.</param>
/// <param name="Findings">What was found.</param>
internal sealed record LedgerReading(Ledger Ledger, FindingList Findings);
