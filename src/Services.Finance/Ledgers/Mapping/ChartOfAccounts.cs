using System.Collections.Concurrent;
using System.Text.Json;

namespace Ptce.Finance.Ledgers.Mapping;

/// <summary>
/// One chart's mapping of accounts to harmonised lines: data, embedded as <c>account-rules.json</c> and <c>label-rules.json</c>. The longest prefix wins, so that every
/// account of classes 6 and 7 falls on exactly one line or is listed as unmapped.
/// </summary>
internal sealed class ChartOfAccounts
{
    private static readonly AccountRule[] Rules = Load<AccountRule>("account-rules.json");
    private static readonly LabelRule[] Labels = Load<LabelRule>("label-rules.json");
    private static readonly ConcurrentDictionary<string, ChartOfAccounts> Charts = new(StringComparer.Ordinal);

    private readonly Dictionary<string, MappingTarget> _byPrefix = new(StringComparer.Ordinal);
    private readonly LabelRule[] _accountLabels;
    private readonly LabelRule[] _funderLabels;

    private ChartOfAccounts(string regime)
    {
        foreach (var rule in Rules.Where(rule => rule.Regimes?.Contains(regime, StringComparer.Ordinal) ?? true))
        {
            foreach (var prefix in rule.Accounts)
                _byPrefix.Add(prefix, MappingTarget.Read(rule.To));
        }
        var labels = Labels.Where(rule => rule.Regimes?.Contains(regime, StringComparer.Ordinal) ?? true).ToArray();
        _accountLabels = [.. labels.Where(rule => rule.Of == "account")];
        _funderLabels = [.. labels.Where(rule => rule.Of == "funder")];
    }

    /// <summary>The chart of a regime.</summary>
    /// <exception cref="ArgumentException">There is no such regime.</exception>
    public static ChartOfAccounts Of(string regime) =>
        Regimes.Exists(regime) ? Charts.GetOrAdd(regime, name => new ChartOfAccounts(name)) : throw new ArgumentException($"There is no chart '{regime}'.", nameof(regime));

    /// <summary>The target of an account: words of its label where the chart lets them speak, else the longest prefix; null when none fits.</summary>
    public MappingTarget? Find(string account, string label)
    {
        if (account.Length > 0 && account[0] is '7' or '8')
        {
            var plain = PlainText.Of(label);
            foreach (var rule in _accountLabels)
            {
                if (rule.Accounts!.Any(prefix => account.StartsWith(prefix, StringComparison.Ordinal)) && PlainText.HasWords(plain, rule.Words))
                    return MappingTarget.Read(rule.To);
            }
        }
        for (var length = account.Length; length > 0; length--)
        {
            if (_byPrefix.TryGetValue(account[..length], out var target))
                return target;
        }
        return null;
    }

    /// <summary>The grant line that labels point to; null when they say nothing. To be confirmed by the treasurer.</summary>
    public string? FindFunder(params IEnumerable<string> labels)
    {
        foreach (var label in labels)
        {
            var plain = PlainText.Of(label);
            if (Array.Find(_funderLabels, rule => PlainText.HasWords(plain, rule.Words)) is { } rule)
                return rule.To;
        }
        return null;
    }

    private static T[] Load<T>(string name)
    {
        using var stream = typeof(ChartOfAccounts).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"{name} is not embedded.");
        return JsonSerializer.Deserialize<T[]>(stream, JsonSerializerOptions.Web)!;
    }
}
