using System.Globalization;
using System.Text;
using Ptce.Finance.Economics.Lines;
using Ptce.Finance.Ledgers.Mapping;

namespace Ptce.Finance.Tests.Ledgers;

/// <summary>
/// Random damage to a valid file never crashes or hangs the reader, and what it lets through has the totals of a plain, slow reading of the same bytes.
/// </summary>
public sealed class MutationTests
{
    private const int InEveryRun = 10_000;
    private const int All = 100_000;

    [Fact]
    public Task Ten_thousand_damaged_files_crash_nothing_and_pass_no_wrong_total() => DamageAsync(InEveryRun, seed: 2021);

    [Fact]
    [Trait("Category", "Long")]
    public Task A_hundred_thousand_damaged_files_crash_nothing_and_pass_no_wrong_total() => DamageAsync(All, seed: 47);

    private static async Task DamageAsync(int times, int seed)
    {
        var random = new Random(seed);
        var sound = Enumerable.Range(0, 6).Select(i => FecFile.Bytes(new SampleLedger(i, 2021).Lines(24), new FecVariant(
            i % 2 == 0 ? '\t' : '|', i % 3 == 0 ? "\r\n" : "\n", i % 2 == 0 ? "utf-8" : "iso-8859-15", Notation: (AmountNotation)(i % 3), SignLast: i > 3))).ToArray();
        var passed = 0;
        for (var i = 0; i < times; i++)
        {
            var bytes = Damage(sound[random.Next(sound.Length)], random);
            var reading = await Reading.ReadAsync(bytes);
            if (reading.Findings.HasErrors)
                continue;
            passed++;
            var mapped = MapLedger.Run(reading.Ledger, MappingOptions.For("PCA2018"));
            var (income, expenses) = PlainTotals(bytes);
            Assert.Equal((income, expenses), (mapped.Total(LineSide.Income), mapped.Total(LineSide.Expense)));
        }
        // A test in which nothing passed, or everything, would show nothing.
        Assert.InRange(passed, times / 50, times - (times / 10));
    }

    private static byte[] Damage(byte[] sound, Random random)
    {
        var bytes = sound.ToList();
        for (var strokes = random.Next(1, 4); strokes > 0; strokes--)
        {
            var at = random.Next(bytes.Count);
            var length = Math.Min(random.Next(1, 40), bytes.Count - at);
            switch (random.Next(8))
            {
                case 0:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 1:
                    bytes.RemoveRange(at, length);
                    break;
                case 2:
                    bytes.InsertRange(at, bytes.GetRange(at, length));
                    break;
                case 3:
                    bytes.Insert(at, "\t|\r\n,.-+ 0159E\"\0"u8[random.Next(16)]);
                    break;
                case 4:
                    bytes.RemoveRange(at, bytes.Count - at);
                    break;
                case 5:
                    var to = random.Next(bytes.Count);
                    (bytes[at], bytes[to]) = (bytes[to], bytes[at]);
                    break;
                case 6:
                    SwapLines(bytes, random);
                    break;
                default:
                    bytes[at] ^= (byte)(1 << random.Next(8));
                    break;
            }
            if (bytes.Count == 0)
                break;
        }
        return [.. bytes];
    }

    private static void SwapLines(List<byte> bytes, Random random)
    {
        var lines = Encoding.Latin1.GetString([.. bytes]).Split('\n');
        var (one, other) = (random.Next(lines.Length), random.Next(lines.Length));
        (lines[one], lines[other]) = (lines[other], lines[one]);
        bytes.Clear();
        bytes.AddRange(Encoding.Latin1.GetBytes(string.Join('\n', lines)));
    }

    // The plainest reading there is, of a file in which no error was found.
    private static (long Income, long Expenses) PlainTotals(byte[] bytes)
    {
        var text = Encoding.Latin1.GetString(bytes);
        if (text.StartsWith("ï»¿", StringComparison.Ordinal))
            text = text[3..];
        var lines = text.Split(["\r\n", "\n", "\r"], StringSplitOptions.None);
        var separator = lines[0].Contains('\t') ? '\t' : '|';
        var header = lines[0].Split(separator).Select(h => h.Trim().ToLowerInvariant()).ToList();
        var (account, signed) = (header.IndexOf("comptenum"), header.Contains("montant") && !header.Contains("debit"));
        var (first, second) = signed ? (header.IndexOf("montant"), header.IndexOf("sens")) : (header.IndexOf("debit"), header.IndexOf("credit"));
        var (income, expenses) = (0m, 0m);
        foreach (var line in lines.Skip(1).Where(l => l.Trim(' ').Length > 0))
        {
            var fields = line.Split(separator);
            var amount = Money(fields[first]);
            var net = signed ? (fields[second].Trim() is "C" or "c" or "-1" ? amount : -amount) : Money(fields[second]) - amount;
            var number = fields[account].Trim(' ');
            income += number.StartsWith('7') ? net : 0;
            expenses -= number.StartsWith('6') ? net : 0;
        }
        return ((long)(income * 100), (long)(expenses * 100));
    }

    private static decimal Money(string field)
    {
        var text = field.Trim(' ').Replace(',', '.');
        if (text.Length == 0)
            return 0;
        if (text[^1] is '-' or '+')
            text = text[^1] + text[..^1].Trim(' ');
        return decimal.Parse(text.Replace("+ ", "+", StringComparison.Ordinal).Replace("- ", "-", StringComparison.Ordinal), NumberStyles.Float | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
    }
}
