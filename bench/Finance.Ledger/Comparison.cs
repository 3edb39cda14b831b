using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Ptce.Finance.Tests.Ledgers;

namespace Ptce.Bench.Ledger;

/// <summary>Writes the file, runs each measure in turn several times, and prints medians and ratios.</summary>
internal static class Comparison
{
    private static readonly string[] Whats = ["bytes", "csvhelper", "ledger"];

    public static async Task<int> RunAsync(int lines, int runs)
    {
        var file = Path.Combine(Path.GetTempPath(), $"732829320FEC20211231_{Environment.ProcessId}.txt");
        try
        {
            Write(lines, file);
            var size = new FileInfo(file).Length;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{lines:N0} lines, {size / 1e6:F1} MB, {runs} runs each in turn"));
            var measured = Whats.ToDictionary(what => what, _ => new List<Measure>());
            for (var run = 0; run < runs; run++)
            {
                foreach (var what in Whats)
                    measured[what].Add(await MeasureAsync(what, file));
            }
            var best = measured.ToDictionary(pair => pair.Key, pair => Median(pair.Value));
            foreach (var (what, measure) in best)
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                    $"{what,-10} {measure.Seconds,7:F3} s ({measure.ProcessorSeconds:F3} s of processor)  {size / 1e6 / measure.Seconds,7:F0} MB/s  {measure.PeakMegabytes,6:F0} MB peak  {measure.AllocatedMegabytes,6:F0} MB allocated  {measure.Said}"));
            var ratio = best["ledger"].Seconds / best["csvhelper"].Seconds;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"parse + check + map / CsvHelper split: {ratio:F2} (asked: at most 4); peak {best["ledger"].PeakMegabytes:F0} MB (asked: under 200)"));
            Console.WriteLine(JsonSerializer.Serialize(new { lines, bytes = size, runs, ratio, measures = best }));
            return ratio <= 4 && best["ledger"].PeakMegabytes < 200 ? 0 : 1;
        }
        finally
        {
            File.Delete(file);
        }
    }

    public static int Write(int lines, string file)
    {
        using var stream = File.Create(file);
        FecFile.Write(stream, new SampleLedger(7, 2021).Lines(lines), new FecVariant());
        return 0;
    }

    private static async Task<Measure> MeasureAsync(string what, string file)
    {
        using var process = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, [.. Self(), "measure", what, file]) { RedirectStandardOutput = true })!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return JsonSerializer.Deserialize<Measure>(output.Trim().Split('\n')[^1])!;
    }

    // Run by "dotnet x.dll" or by its own executable.
    private static string[] Self() =>
        Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? [typeof(Comparison).Assembly.Location] : [];

    private static Measure Median(List<Measure> measures) => measures.OrderBy(m => m.Seconds).ElementAt(measures.Count / 2);
}

/// <summary>One measure of one run.</summary>
internal sealed record Measure(double Seconds, double ProcessorSeconds, double PeakMegabytes, double AllocatedMegabytes, string Said);
