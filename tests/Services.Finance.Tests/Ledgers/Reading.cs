using System.Text;
using Ptce.Finance.Ledgers.Findings;
using Ptce.Finance.Ledgers.Mapping;
using Ptce.Finance.Ledgers.Reading;

namespace Ptce.Finance.Tests.Ledgers;

/// <summary>Shorthand for reading bytes as a ledger of one year.</summary>
internal static class Reading
{
    public static LedgerOptions Options(int year = 2021, string? column = null) => new(new DateOnly(year, 1, 1), new DateOnly(year, 12, 31), column);

    public static Task<LedgerReading> ReadAsync(byte[] bytes, LedgerOptions? options = null, string? name = null) =>
        LedgerReader.ReadAsync([new LedgerPart(name, new MemoryStream(bytes))], options ?? Options(), CancellationToken.None);

    public static Task<LedgerReading> ReadAsync(string text) => ReadAsync(Encoding.UTF8.GetBytes(text));

    public static async Task<MappedLedger> MapAsync(byte[] bytes, string regime, LedgerOptions? options = null)
    {
        var reading = await ReadAsync(bytes, options);
        Assert.False(reading.Findings.HasErrors, string.Join("; ", reading.Findings.First.Take(3)));
        return MapLedger.Run(reading.Ledger, MappingOptions.For(regime));
    }

    public static IEnumerable<(string Kind, int Line)> Found(this LedgerReading reading) => reading.Findings.First.Select(finding => (finding.Kind.ToString(), finding.Line));
}
