using System.Text.Json;
using Ptce.Finance.Economics;
using Ptce.Finance.Economics.Lines;
using Ptce.Finance.Ledgers.Findings;
using Ptce.Finance.Ledgers.Mapping;
using Ptce.Finance.Ledgers.Storage;
using Ptce.ServiceDefaults.Problems;

namespace Ptce.Finance.Ledgers.ImportLedger;

/// <summary>What an import found and gives; kept as JSON, without a label of an entry or the name of a third party. Amounts in cents inside.</summary>
internal sealed record ImportReport(
    IReadOnlyList<Finding> Findings,
    IReadOnlyDictionary<string, long> Counts,
    IReadOnlyList<DraftLine> Lines,
    IReadOnlyList<MappedAccount> Accounts,
    decimal UnresolvedShare,
    IReadOnlyDictionary<string, long> ExcludedCents)
{
    public static ImportReport Of(FindingList findings, MappedLedger mapped) => new(
        findings.First,
        findings.Counts.ToDictionary(pair => FindingText.CodeOf(pair.Key), pair => pair.Value),
        mapped.Lines,
        mapped.Accounts,
        mapped.UnresolvedShare,
        mapped.ExcludedCents.ToDictionary(pair => Wire<LineSide>.Of(pair.Key), pair => pair.Value));

    public string Write() => JsonSerializer.Serialize(this, JsonSerializerOptions.Web);

    public static ImportReport Read(string json) => JsonSerializer.Deserialize<ImportReport>(json, JsonSerializerOptions.Web)!;
}

/// <summary>An import as the API shows it; amounts in EUR.</summary>
internal sealed record ImportView(
    Guid Id,
    string Pole,
    int Year,
    string Kind,
    string Regime,
    long LinesRead,
    long Bytes,
    string Sha256,
    DateTime At,
    DateTime? AppliedAt,
    IReadOnlyDictionary<string, long> Counts,
    IReadOnlyList<FindingView> Findings,
    IReadOnlyList<ImportedLine> Lines,
    IReadOnlyList<ImportedAccount> Accounts,
    decimal UnresolvedShare,
    IReadOnlyDictionary<string, decimal> Excluded,
    IReadOnlyList<UnknownPartyView>? UnknownParties)
{
    public static ImportView Of(LedgerImport import, string language, IReadOnlyList<UnknownParty>? unknown = null)
    {
        var report = ImportReport.Read(import.Report);
        return new(
            import.Id, import.PoleKey, import.Year, import.Kind, import.Regime, import.Lines, import.Bytes, import.Sha256, import.At, import.AppliedAt,
            report.Counts,
            [.. report.Findings.Select(finding => FindingView.Of(finding, language))],
            [.. report.Lines.Select(line => new ImportedLine(line.Line, line.FunderKey, line.Destination, line.Perimeter, line.Cents / 100m))],
            [.. report.Accounts.Select(account => new ImportedAccount(account.Account, account.Label, account.Line, account.Basis, account.Cents / 100m, account.SliceCents / 100m, account.Lines))],
            report.UnresolvedShare,
            report.ExcludedCents.ToDictionary(pair => pair.Key, pair => pair.Value / 100m),
            unknown is null ? null : [.. unknown.Take(200).Select(party => new UnknownPartyView(party.Auxiliary, party.Account, party.Cents / 100m, party.Lines))]);
    }
}

/// <summary>A finding in the language of the request.</summary>
internal sealed record FindingView(string Code, Severity Severity, int Part, int? Line, string? Column, string? Value, string Message)
{
    public static FindingView Of(Finding finding, string language)
    {
        var text = FindingText.Of(finding.Kind);
        return new(FindingText.CodeOf(finding.Kind), text.Severity, finding.Part, finding.Line == 0 ? null : finding.Line, finding.Column, finding.Value,
            new LocalText(text.Fr, text.En).Format(finding.Value ?? "").In(language));
    }
}

/// <summary>A line that an import gives, in EUR.</summary>
internal sealed record ImportedLine(string Line, string? FunderKey, string? Destination, string? Perimeter, decimal Amount);

/// <summary>An account and its line, in EUR: the whole and what lies in the slice.</summary>
internal sealed record ImportedAccount(string Account, string Label, string Line, MappingBasis Basis, decimal Amount, decimal InSlice, int Entries);

/// <summary>A third party that nobody described; told once, in the answer to the upload, and never stored.</summary>
internal sealed record UnknownPartyView(string Auxiliary, string Account, decimal Amount, int Lines);
