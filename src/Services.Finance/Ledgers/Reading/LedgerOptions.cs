namespace Ptce.Finance.Ledgers.Reading;

/// <summary>What is known of a ledger before it is read.</summary>
/// <param name="Opens">First day of the fiscal year.</param>
/// <param name="Closes">Last day of the fiscal year.</param>
/// <param name="AnalyticColumn">Extra column that holds the analytic key, if any.</param>
internal sealed record LedgerOptions(DateOnly Opens, DateOnly Closes, string? AnalyticColumn = null);

/// <summary>One file of a ledger: the only one, or a part of a split one.</summary>
/// <param name="Name">File name, when known.</param>
/// <param name="Content">Bytes; read once, from beginning to end.</param>
internal sealed record LedgerPart(string? Name, Stream Content);
