using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using CsvHelper;
using Ptce.Finance.Ledgers.Findings;
using Ptce.Finance.Ledgers.Mapping;
using Ptce.Finance.Ledgers.Reading;

namespace Ptce.Bench.Ledger;

/// <summary>What is timed: counting line ends, splitting with CsvHelper, and reading, checking and mapping a ledger. Each passes over the file several times.</summary>
internal static class Measures
{
    private const int WarmUps = 6;
    private const int Passes = 5;

    public static int Run(string what, string file)
    {
        Func<Stream, string> work = what switch
        {
            "bytes" => CountLines,
            "csvhelper" => Split,
            "ledger" => Read,
            _ => throw new ArgumentException($"There is no measure '{what}'."),
        };
        // Whole passes until the compiler has settled: a service has been running for a while when a ledger comes. Then the median of five.
        var said = "";
        var passes = new List<(double Wall, double Processor, double Allocated)>();
        for (var pass = 0; pass < WarmUps + Passes; pass++)
        {
            GC.Collect();
            var allocated = GC.GetTotalAllocatedBytes(true);
            var processor = Process.GetCurrentProcess().TotalProcessorTime;
            var clock = Stopwatch.StartNew();
            using (var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read, 1, FileOptions.SequentialScan))
                said = work(stream);
            if (pass >= WarmUps)
                passes.Add((clock.Elapsed.TotalSeconds, (Process.GetCurrentProcess().TotalProcessorTime - processor).TotalSeconds, (GC.GetTotalAllocatedBytes(true) - allocated) / 1e6));
        }
        var median = passes.OrderBy(pass => pass.Wall).ElementAt(passes.Count / 2);
        Console.WriteLine(JsonSerializer.Serialize(new Measure(median.Wall, median.Processor, PeakMegabytes(), median.Allocated, said)));
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
        var mapped = MapLedger.Run(reading.Ledger, MappingOptions.For("PCA2018"));
        return string.Create(CultureInfo.InvariantCulture,
            $"{mapped.Lines.Count} harmonised lines, {reading.Ledger.Lines} lines, {reading.Ledger.Entries.Count} entries, {reading.Ledger.Postings.Count} postings, {reading.Findings.CountOf(Severity.Error)} errors, {reading.Findings.CountOf(Severity.Warning)} warnings");
    }

    private static double PeakMegabytes()
    {
        var peak = File.ReadLines("/proc/self/status").First(line => line.StartsWith("VmHWM", StringComparison.Ordinal));
        return double.Parse(peak.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2], CultureInfo.InvariantCulture) / 1000;
    }
}
