using Ptce.Finance.Economics.Lines;
using Ptce.Finance.Ledgers.Reading;

namespace Ptce.Finance.Ledgers.Mapping;

/// <summary>The line of a posting and why.</summary>
/// <param name="Line">Harmonised line.</param>
/// <param name="Basis">Why.</param>
/// <param name="FunderKey">The funder itself, when known.</param>
/// <param name="UnknownAuxiliary">Third party that would have to be known, or -1.</param>
/// <param name="Override">The pole's own rule that spoke, if any.</param>
internal readonly record struct ResolvedPosting(HarmonisedLine Line, MappingBasis Basis, string? FunderKey, int UnknownAuxiliary, MappingOverride? Override);

/// <summary>
/// Finds the line of each posting. In this order: the pole's own rule for the account; the chart; for what depends on who pays, the auxiliary account of the
/// line, else the only third party of its entry, looked up among the known; for grants then the words of labels; else not allocated, visibly.
/// </summary>
internal sealed class PostingResolver
{
    private readonly Ledger _ledger;
    private readonly ChartOfAccounts _chart;
    private readonly AccountPlan[] _plans;
    private readonly List<Counterparty>?[] _parties;
    private readonly Dictionary<(int Account, int Auxiliary, int Label), string?> _funders = [];

    public PostingResolver(Ledger ledger, MappingOptions options)
    {
        _ledger = ledger;
        _chart = ChartOfAccounts.Of(options.Regime);
        _plans = [.. ledger.Accounts.Select(account => Plan(account, options))];
        var known = options.Counterparties.GroupBy(party => party.Auxiliary, StringComparer.OrdinalIgnoreCase).ToDictionary(group => group.Key, group => group.ToList(), StringComparer.OrdinalIgnoreCase);
        _parties = new List<Counterparty>?[ledger.Auxiliaries.Count];
        for (var id = 0; id < _parties.Length; id++)
            _parties[id] = known.GetValueOrDefault(ledger.Text(ledger.Auxiliaries.Bytes(id)));
    }

    /// <returns>Null for a posting that is no part of the economics: an opening balance of capital.</returns>
    public ResolvedPosting? Resolve(ref Posting posting)
    {
        var plan = _plans[posting.Account];
        if (plan.Kind is AccountKind.Capital && (plan.Target is null || _ledger.Journals[_ledger.EntryNumbers.Journal(posting.Entry)].Opening))
            return null;
        if (plan.OwnLine is { } own)
            return new(own, MappingBasis.Override, null, -1, plan.Override);
        if (plan.Target is not { } target)
            return new(plan.Unmapped, MappingBasis.Unmapped, null, -1, plan.Override);
        if (target is { ByParty: false, ByFunder: false })
            return new(plan.Member!, MappingBasis.Account, null, -1, plan.Override);
        var auxiliary = posting.Auxiliary >= 0 ? posting.Auxiliary : _ledger.Entries[posting.Entry].Auxiliary;
        var party = PartyAt(auxiliary, posting.Date);
        return target.ByFunder ? ResolveFunder(ref posting, plan, auxiliary, party) : ResolveParty(plan, auxiliary, party);
    }

    private static ResolvedPosting ResolveParty(AccountPlan plan, int auxiliary, Counterparty? party)
    {
        if (party is null)
            return new(plan.Unknown!, MappingBasis.Unresolved, null, auxiliary, plan.Override);
        var line = party switch
        {
            { Kind: "member", Line: { } agreed } => LineCatalogue.Get(agreed),
            { Kind: "member" } => plan.Member!,
            _ => plan.Third!,
        };
        return new(line, MappingBasis.Counterparty, null, -1, plan.Override);
    }

    private ResolvedPosting ResolveFunder(ref Posting posting, AccountPlan plan, int auxiliary, Counterparty? party)
    {
        var key = party?.Siren is { } siren ? "siren:" + siren : null;
        if (party?.Line is { } known)
            return new(LineCatalogue.Get(known), MappingBasis.Counterparty, key, -1, plan.Override);
        var about = (posting.Account, auxiliary, posting.Label);
        if (!_funders.TryGetValue(about, out var line))
        {
            var labels = new List<string>(3);
            if (posting.Label >= 0)
                labels.Add(_ledger.Text(_ledger.Labels.Bytes(posting.Label)));
            if (auxiliary >= 0)
                labels.Add(_ledger.Text(_ledger.AuxiliaryLabels[auxiliary]));
            labels.Add(_ledger.Text(_ledger.Accounts[posting.Account].Label));
            _funders[about] = line = _chart.FindFunder(labels);
        }
        return line is not null
            ? new(LineCatalogue.Get(line), MappingBasis.Label, key, -1, plan.Override)
            : new(LineCatalogue.Get("S.NV"), MappingBasis.Unresolved, key, auxiliary, plan.Override);
    }

    private Counterparty? PartyAt(int auxiliary, int date)
    {
        if (auxiliary < 0 || _parties[auxiliary] is not { } parties)
            return null;
        return parties.Find(party => (party.From is not { } from || date >= LedgerDate.Number(from)) && (party.To is not { } to || date <= LedgerDate.Number(to)));
    }

    private AccountPlan Plan(LedgerAccount account, MappingOptions options)
    {
        var own = options.Overrides.Where(rule => account.Number.StartsWith(rule.Accounts, StringComparison.Ordinal)).MaxBy(rule => rule.Accounts.Length);
        var unmapped = account.Kind switch
        {
            AccountKind.Expense => "C.NM",
            AccountKind.Use => "U.AUT",
            AccountKind.Contribution => "V.AUT",
            _ => "X.NM",
        };
        return new(account.Kind, _chart.Find(account.Number, _ledger.Text(account.Label)), own, LineCatalogue.Get(unmapped));
    }

    private sealed record AccountPlan(AccountKind Kind, MappingTarget? Target, MappingOverride? Override, HarmonisedLine Unmapped)
    {
        public HarmonisedLine? OwnLine { get; } = Override?.Line is { } own ? LineCatalogue.Get(own) : null;

        public HarmonisedLine? Member { get; } = Target is null ? null : LineCatalogue.Get(Target.Member);

        public HarmonisedLine? Third { get; } = Target is null ? null : LineCatalogue.Get(Target.Third);

        public HarmonisedLine? Unknown { get; } = Target is null ? null : LineCatalogue.Get(Target.Unknown);
    }
}
