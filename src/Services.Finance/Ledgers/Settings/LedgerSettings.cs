using System.Text.Json;
using Ptce.Finance.Economics;
using Ptce.Finance.Economics.Lines;
using Ptce.Finance.Economics.Perimeters;
using Ptce.Finance.Ledgers.Mapping;
using Ptce.Messaging.Storage;
using Ptce.ServiceDefaults.Problems;

namespace Ptce.Finance.Ledgers.Settings;

/// <summary>How a pole's ledgers are read (paramètres de la comptabilité): its own rules, third parties, analytic slice, rates of volunteering.</summary>
internal sealed class LedgerSettings : IVersioned
{
    public required string PoleKey { get; init; }

    public long Version { get; set; }

    /// <summary>The settings as JSON: a document, read and written whole.</summary>
    public required string Content { get; set; }

    public LedgerSettingsContent Read() => JsonSerializer.Deserialize<LedgerSettingsContent>(Content, JsonSerializerOptions.Web)!;

    public static string Write(LedgerSettingsContent content) => JsonSerializer.Serialize(content, JsonSerializerOptions.Web);
}

/// <summary>What a client sets.</summary>
/// <param name="Regime">Chart of accounts; the year's when left out.</param>
/// <param name="AnalyticColumn">Extra column of the FEC that holds the analytic key.</param>
/// <param name="Overrides">Own rules, which come before the chart's.</param>
/// <param name="Counterparties">Third parties by auxiliary account.</param>
/// <param name="Slice">Rules that cut out the PTCE's part.</param>
/// <param name="Volunteering">Rates by level of qualification.</param>
internal sealed record LedgerSettingsContent(
    string? Regime = null,
    string? AnalyticColumn = null,
    IReadOnlyList<MappingOverride>? Overrides = null,
    IReadOnlyList<Counterparty>? Counterparties = null,
    IReadOnlyList<SliceRule>? Slice = null,
    IReadOnlyList<Volunteering.VolunteerRate>? Volunteering = null)
{
    public MappingOptions ToMapping(string regime) => new(regime, Overrides ?? [], Counterparties ?? [], Slice ?? []);

    public IEnumerable<FieldError> Errors()
    {
        if (Regime is not null && !Regimes.Exists(Regime))
            yield return EconomicsProblems.RegimeUnknown;
        foreach (var (index, rule) in (Overrides ?? []).Index())
        {
            if (string.IsNullOrEmpty(rule.Accounts) || !rule.Accounts.All(char.IsAsciiLetterOrDigit) || string.IsNullOrWhiteSpace(rule.Reason)
                || !IsLine(rule.Line) || !Known<Destination>(rule.Destination) || !Known<Perimeter>(rule.Perimeter))
                yield return Wrong($"/overrides/{index}", rule.Accounts);
        }
        foreach (var (index, party) in (Counterparties ?? []).Index())
        {
            if (string.IsNullOrWhiteSpace(party.Auxiliary) || party.Kind is not ("member" or "third" or "funder") || !IsLine(party.Line)
                || party.Siren is { } siren && !Ledgers.Reading.FileName.IsSiren(siren) || party.From > party.To)
                yield return Wrong($"/counterparties/{index}", party.Siren);
        }
        foreach (var (index, rule) in (Slice ?? []).Index())
        {
            if (!rule.IsSound() || !Known<Destination>(rule.Destination) || !Known<Perimeter>(rule.Perimeter))
                yield return Wrong($"/slice/{index}", rule.ToString());
        }
        foreach (var (index, rate) in (Volunteering ?? []).Index())
        {
            if (!rate.IsSound())
                yield return Wrong($"/volunteering/{index}", rate.Level);
        }
    }

    private static bool IsLine(string? code) => code is null || LineCatalogue.Find(code) is not null;

    private static bool Known<T>(string? name) where T : struct, Enum => name is null || Wire<T>.TryParse(name, out _);

    private static FieldError Wrong(string pointer, string? value) => new("finance.settings.rule",
        new("Cette règle n’est pas cohérente.", "This rule is not sound."),
        new("Une règle a un début de compte, une ligne du catalogue et un motif ; une part inférieure à 100 % dit pourquoi ; un SIREN a neuf chiffres justes.",
            "A rule has first digits, a line of the catalogue and a reason; a part below 100 % says why; a SIREN has nine right digits."))
    { Pointer = pointer, Value = value };
}
