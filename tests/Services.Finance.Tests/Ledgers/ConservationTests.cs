using CsCheck;
using Ptce.Finance.Economics.Lines;
using Ptce.Finance.Ledgers.Mapping;
using Ptce.Finance.Ledgers.Reading;

namespace Ptce.Finance.Tests.Ledgers;

/// <summary>Whatever the form of the file: every cent of classes 6 and 7 stands on one line, and the same ledger gives the same economics.</summary>
public sealed class ConservationTests
{
    private static readonly string[] Regimes = ["PCA1999", "PCA2018", "PCA2025", "PCG2014", "PCG2025"];

    private static readonly Gen<FecVariant> Variants =
        from separator in Pick('\t', '|')
        from newLine in Pick("\n", "\r\n", "\r")
        from charset in Pick("utf-8", "iso-8859-15", "windows-1252", "ascii")
        from bom in Gen.Bool
        from notation in Pick(AmountNotation.DebitCredit, AmountNotation.SensLetters, AmountNotation.SensSigns)
        from signLast in Gen.Bool
        from padded in Gen.Bool
        from trailing in Gen.Bool
        from extra in Gen.Bool
        from columns in Pick(18, 21, 22)
        select new FecVariant(separator, newLine, charset, bom && charset == "utf-8", notation, signLast, padded, trailing, extra ? ["Axe", "Projet"] : null, columns);

    [Fact]
    public void Every_cent_of_classes_6_and_7_stands_on_exactly_one_line_in_every_form_of_the_file() =>
        Gen.Select(Variants, Gen.Int[1, 1_000_000], Pick(Regimes), Gen.Int[20, 400]).Sample((variant, seed, regime, size) =>
        {
            var lines = new SampleLedger(seed, 2021).Lines(size).ToList();
            var mapped = Reading.MapAsync(FecFile.Bytes(lines, variant), regime).GetAwaiter().GetResult();

            Assert.Equal(lines.Where(l => l.Account[0] == '7').Sum(l => l.Credit - l.Debit), mapped.Total(LineSide.Income));
            Assert.Equal(lines.Where(l => l.Account[0] == '6').Sum(l => l.Debit - l.Credit), mapped.Total(LineSide.Expense));
            Assert.Equal(lines.Where(l => l.Account.StartsWith("87", StringComparison.Ordinal)).Sum(l => l.Credit - l.Debit), mapped.Total(LineSide.Contribution));
            Assert.Equal(mapped.Total(LineSide.Use), mapped.Total(LineSide.Contribution));
            foreach (var account in lines.Where(l => l.Account[0] is '6' or '7').GroupBy(l => l.Account))
            {
                var sign = account.Key[0] == '7' ? 1 : -1;
                Assert.Equal(sign * account.Sum(l => l.Credit - l.Debit), mapped.Accounts.Where(a => a.Account == account.Key).Sum(a => a.Cents));
                Assert.Equal(account.Count(), mapped.Accounts.Where(a => a.Account == account.Key).Sum(a => a.Lines));
            }
        }, iter: 300);

    [Fact]
    public void One_ledger_in_two_forms_gives_the_same_economics() =>
        Gen.Select(Variants, Variants, Gen.Int[1, 1_000_000], Pick(Regimes)).Sample((one, other, seed, regime) =>
        {
            var lines = new SampleLedger(seed, 2021).Lines(200).ToList();
            var first = Reading.MapAsync(FecFile.Bytes(lines, one), regime).GetAwaiter().GetResult();
            var second = Reading.MapAsync(FecFile.Bytes(lines, other), regime).GetAwaiter().GetResult();
            Assert.Equal(first.Lines, second.Lines);
        }, iter: 200);

    [Fact]
    public void A_ledger_split_into_parts_is_read_as_one() =>
        Gen.Select(Variants, Gen.Int[1, 1_000_000], Gen.Int[1, 199]).Sample((variant, seed, cut) =>
        {
            var lines = new SampleLedger(seed, 2021).Lines(200).ToList();
            var whole = Reading.MapAsync(FecFile.Bytes(lines, variant), "PCA2018").GetAwaiter().GetResult();
            var parts = LedgerReader.ReadAsync(
                [
                    new("732829320FEC20211231_1.txt", new MemoryStream(FecFile.Bytes(lines.Take(cut), variant))),
                    new("732829320FEC20211231_2.txt", new MemoryStream(FecFile.Bytes(lines.Skip(cut), variant))),
                ],
                Reading.Options(), CancellationToken.None).GetAwaiter().GetResult();
            Assert.False(parts.Findings.HasErrors);
            Assert.Equal(whole.Lines, MapLedger.Run(parts.Ledger, MappingOptions.For("PCA2018")).Lines);
        }, iter: 50);

    [Fact]
    public void A_stream_that_gives_a_few_bytes_at_a_time_changes_nothing() =>
        Gen.Select(Variants, Gen.Int[1, 1_000_000], Gen.Int[1, 9000]).Sample((variant, seed, piece) =>
        {
            var lines = new SampleLedger(seed, 2021).Lines(8000).ToList();
            var bytes = FecFile.Bytes(lines, variant);
            var reading = LedgerReader.ReadAsync([new(null, new PiecesStream(bytes, piece))], Reading.Options(), CancellationToken.None).GetAwaiter().GetResult();
            Assert.False(reading.Findings.HasErrors);
            Assert.Equal(bytes.Length, reading.Ledger.Bytes);
            Assert.Equal(lines.Count, reading.Ledger.Lines);
            Assert.Equal(lines.Where(l => l.Account[0] == '7').Sum(l => l.Credit - l.Debit), MapLedger.Run(reading.Ledger, MappingOptions.For("PCA2018")).Total(LineSide.Income));
        }, iter: 10);

    [Fact]
    public void Inside_and_outside_a_slice_add_up_to_the_whole_to_the_cent() =>
        Gen.Select(Gen.Int[1, 1_000_000], Gen.Int[0, 10_000], Gen.Int[0, 10_000]).Sample((seed, first, second) =>
        {
            var lines = new SampleLedger(seed, 2021).Lines(300).ToList();
            var bytes = FecFile.Bytes(lines, new FecVariant(ExtraColumns: ["Axe"]));
            var reading = Reading.ReadAsync(bytes, Reading.Options(column: "Axe")).GetAwaiter().GetResult();
            var mapped = MapLedger.Run(reading.Ledger, MappingOptions.For("PCA2018") with
            {
                Slice = [new("column", "PTCE"), new("column", "LIEU", first / 100m, "Surface occupée"), new("prefix", "64", second / 100m, "Temps de travail")],
            });
            foreach (var (side, letter, sign) in new[] { (LineSide.Income, '7', 1), (LineSide.Expense, '6', -1) })
            {
                var whole = sign * lines.Where(l => l.Account[0] == letter).Sum(l => l.Credit - l.Debit);
                Assert.Equal(whole, mapped.Total(side) + mapped.ExcludedCents.GetValueOrDefault(side));
            }
            var own = lines.Where(l => l.Account[0] == '7' && l.Analytic == "PTCE").Sum(l => l.Credit - l.Debit);
            var shared = lines.Where(l => l.Account[0] == '7' && l.Analytic == "LIEU").Sum(l => l.Credit - l.Debit);
            Assert.InRange(mapped.Total(LineSide.Income) - own - (shared * first / 10000m), -20, 20);
        }, iter: 100);

    private static Gen<T> Pick<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(index => values[index]);

    private sealed class PiecesStream(byte[] bytes, int piece) : MemoryStream(bytes)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            base.ReadAsync(buffer[..Math.Min(piece, buffer.Length)], cancellationToken);
    }
}
