using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using CsvHelper;
using Ptce.Finance.Ledgers.Findings;
using Ptce.Finance.Ledgers.Reading;

namespace Ptce.Bench.Ledger;

/// <summary>What is timed: counting line ends, splitting with CsvHelper, and reading, checking and mapping a ledger. Each warms up on a small part first.</summary>
internal static class Measures
{
    public static int Run(string what, string file)
    {
        Func<Stream, string> work = what switch
        {
            "bytes" => CountLines,
            "csvhelper" => Split,
            "ledger" => Read,
            _ => throw new ArgumentException($"There is no measure '{what}'."),
        };
        var warmUp = Head(file);
        // Long enough for the compiler's last tier: a service has been running for a while when a ledger comes.
        var warm = Stopwatch.StartNew();
        while (warm.Elapsed < TimeSpan.FromSeconds(6))
        {
            using var small = new MemoryStream(warmUp);
            work(small);
        }
        GC.Collect();
        var allocated = GC.GetTotalAllocatedBytes(true);
        var processor = Process.GetCurrentProcess().TotalProcessorTime;
        var clock = Stopwatch.StartNew();
        string said;
        using (var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read, 1, FileOptions.SequentialScan))
            said = work(stream);
        var seconds = clock.Elapsed.TotalSeconds;
        var used = (Process.GetCurrentProcess().TotalProcessorTime - processor).TotalSeconds;
        Console.WriteLine(JsonSerializer.Serialize(new Measure(seconds, used, PeakMegabytes(), (GC.GetTotalAllocatedBytes(true) - allocated) / 1e6, said)));
        return 0;
    }

    private static string CountLines(Stream stream)
    {
        var buffer = new byte[512 * 1024];
        var lines = 0L;
        for (int read; (read = stream.Read(buffer)) > 0;)
            lines += buffer.AsSpan(0, read).Count((byte)'\n');
        return string.Create(CultureInfo.InvariantCulture, $"{lines} line ends");
    }

    private static string Split(Stream stream)
    {
        var options = new CsvReaderOptions { Separator = '\t', Mode = CsvMode.NoEscape, BufferSize = 512 * 1024 };
        using var reader = CsvReader.Create(stream, options, leaveOpen: true);
        var (rows, fields) = (0L, 0L);
        while (reader.Read())
        {
            rows++;
            fields += reader.FieldCount;
        }
        return string.Create(CultureInfo.InvariantCulture, $"{rows} records, {fields} fields");
    }

    private static string Read(Stream stream)
    {
        var options = new LedgerOptions(new DateOnly(2021, 1, 1), new DateOnly(2021, 12, 31));
        var reading = LedgerReader.ReadAsync([new LedgerPart("732829320FEC20211231.txt", stream)], options, CancellationToken.None).GetAwaiter().GetResult();
        return string.Create(CultureInfo.InvariantCulture,
            $"{reading.Ledger.Lines} lines, {reading.Ledger.Entries.Count} entries, {reading.Ledger.Postings.Count} postings, {reading.Findings.CountOf(Severity.Error)} errors, {reading.Findings.CountOf(Severity.Warning)} warnings");
    }

    private static byte[] Head(string file)
    {
        using var stream = File.OpenRead(file);
        var bytes = new byte[4 * 1024 * 1024];
        var read = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        return bytes[..(bytes.AsSpan(0, read).LastIndexOf((byte)'\n') + 1)];
    }

    private static double PeakMegabytes()
    {
        var peak = File.ReadLines("/proc/self/status").First(line => line.StartsWith("VmHWM", StringComparison.Ordinal));
        return double.Parse(peak.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2], CultureInfo.InvariantCulture) / 1000;
    }
}
