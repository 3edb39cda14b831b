using System.Runtime.InteropServices;
using Ptce.Finance.Economics;
using Ptce.Finance.Economics.Lines;
using Ptce.Finance.Ledgers.Reading;

namespace Ptce.Finance.Ledgers.Mapping;

/// <summary>How a ledger is to be mapped.</summary>
/// <param name="Regime">Chart of accounts.</param>
/// <param name="Overrides">The pole's own rules.</param>
/// <param name="Counterparties">Third parties that are known.</param>
/// <param name="Slice">Rules that cut out the PTCE's part; empty for the whole ledger.</param>
internal sealed record MappingOptions(
    string Regime,
    IReadOnlyList<MappingOverride> Overrides,
    IReadOnlyList<Counterparty> Counterparties,
    IReadOnlyList<SliceRule> Slice)
{
    public static MappingOptions For(string regime) => new(regime, [], [], []);
}

/// <summary>Why a posting stands on its line.</summary>
internal enum MappingBasis
{
    /// <summary>The number of its account.</summary>
    Account,

    /// <summary>A rule of the pole's own.</summary>
    Override,

    /// <summary>The third party of its entry.</summary>
    Counterparty,

    /// <summary>Words of a label: to be confirmed by the treasurer.</summary>
    Label,

    /// <summary>Nothing tells: not allocated.</summary>
    Unresolved,

    /// <summary>The account has no line in this chart.</summary>
    Unmapped,
}

/// <summary>A line of the economics drawn from a ledger. Cents in the sign of its side.</summary>
internal sealed record DraftLine(string Line, string? FunderKey, string? Destination, string? Perimeter, bool? Premises, long Cents);

/// <summary>One account's way into the economics. Cents in the sign of its side, before and inside the slice.</summary>
internal sealed record MappedAccount(string Account, string Label, string Line, MappingBasis Basis, long Cents, long SliceCents, int Lines);

/// <summary>A third party that income depends on and that nobody has described.</summary>
internal sealed record UnknownParty(string Auxiliary, string Account, long Cents, int Lines);

/// <summary>The economics that a ledger tells.</summary>
/// <param name="Lines">Lines inside the slice.</param>
/// <param name="Accounts">Every account of classes 6, 7, 86, 87 and of capital, with its line.</param>
/// <param name="UnknownParties">Third parties to be described, the largest first; never stored.</param>
/// <param name="ExcludedCents">Left out by the slice, by side.</param>
internal sealed record MappedLedger(
    IReadOnlyList<DraftLine> Lines,
    IReadOnlyList<MappedAccount> Accounts,
    IReadOnlyList<UnknownParty> UnknownParties,
    IReadOnlyDictionary<LineSide, long> ExcludedCents)
{
    public IEnumerable<MappedAccount> Unmapped => Accounts.Where(account => account.Basis is MappingBasis.Unmapped);

    public long Total(LineSide side) => Lines.Where(line => LineCatalogue.Get(line.Line).Side == side).Sum(line => line.Cents);

    /// <summary>Part of the income that is not resolved, 0–1.</summary>
    public decimal UnresolvedShare
    {
        get
        {
            var income = Lines.Where(line => LineCatalogue.Get(line.Line).Side is LineSide.Income).ToList();
            var total = income.Sum(line => Math.Abs(line.Cents));
            var open = income.Where(line => line.Line is "S.NV" or "X.NM" || LineCatalogue.Get(line.Line).Group is LineGroup.Unresolved).Sum(line => Math.Abs(line.Cents));
            return total == 0 ? 0 : Math.Round((decimal)open / total, 4);
        }
    }
}

/// <summary>Maps the postings of a ledger to harmonised lines.</summary>
internal sealed class MapLedger
{
    private readonly Ledger _ledger;
    private readonly PostingResolver _resolver;
    private readonly MappingOptions _options;
    private readonly Dictionary<SumKey, Sum> _sums = [];
    private readonly Dictionary<(int Auxiliary, int Account), Sum> _unknown = [];
    private readonly List<string?> _funders = [null];

    private MapLedger(Ledger ledger, MappingOptions options) => (_ledger, _options, _resolver) = (ledger, options, new PostingResolver(ledger, options));

    public static MappedLedger Run(Ledger ledger, MappingOptions options) => new MapLedger(ledger, options).Run();

    private MappedLedger Run()
    {
        for (var i = 0; i < _ledger.Postings.Count; i++)
            Take(ref _ledger.Postings[i]);
        var lines = DraftLines();
        return new MappedLedger(lines, Accounts(), UnknownParties(), Excluded(lines));
    }

    private void Take(ref Posting posting)
    {
        posting.Mapped = -1;
        if (_resolver.Resolve(ref posting) is not { } resolved)
            return;
        var line = resolved.Line;
        var cents = line.Side is LineSide.Expense or LineSide.Use ? -posting.Cents : posting.Cents;
        posting.Mapped = (short)line.Position;
        var rule = FindRule(ref posting);
        var share = _options.Slice.Count == 0 ? 10000 : rule < 0 ? 0 : _options.Slice[rule].BasisPoints;
        posting.BasisPoints = (short)share;
        ref var sum = ref CollectionsMarshal.GetValueRefOrAddDefault(_sums, new SumKey(posting.Account, line.Position, resolved.Basis, rule, FunderId(resolved.FunderKey)), out var known);
        if (!known)
            sum.Override = resolved.Override;
        sum.Cents += cents;
        sum.Parts += cents * share;
        sum.Lines++;
        if (resolved.UnknownAuxiliary < 0)
            return;
        ref var unknown = ref CollectionsMarshal.GetValueRefOrAddDefault(_unknown, (resolved.UnknownAuxiliary, posting.Account), out _);
        unknown.Cents += cents;
        unknown.Lines++;
    }

    private List<DraftLine> DraftLines()
    {
        var parts = new Dictionary<DraftKey, long>();
        foreach (var (key, sum) in _sums)
        {
            var line = LineCatalogue.All[key.Line];
            var rule = key.Rule < 0 ? null : _options.Slice[key.Rule];
            var draft = new DraftKey(
                line.Code,
                _funders[key.Funder],
                line.Side is LineSide.Expense or LineSide.Use ? rule?.Destination ?? sum.Override?.Destination : null,
                rule?.Perimeter ?? sum.Override?.Perimeter,
                sum.Override?.Premises);
            parts[draft] = parts.GetValueOrDefault(draft) + sum.Parts;
        }
        return
        [
            .. parts.Where(part => part.Value != 0).Select(part => part.Key.ToLine(Round(part.Value)))
                .OrderBy(line => LineCatalogue.PositionOf(line.Line)).ThenBy(line => line.FunderKey, StringComparer.Ordinal)
                .ThenBy(line => line.Destination, StringComparer.Ordinal).ThenBy(line => line.Perimeter, StringComparer.Ordinal).ThenBy(line => line.Premises),
        ];
    }

    private List<MappedAccount> Accounts() =>
    [
        .. _sums.GroupBy(sum => (sum.Key.Account, sum.Key.Line, sum.Key.Basis))
            .Select(group => new MappedAccount(
                _ledger.Accounts[group.Key.Account].Number, _ledger.Text(_ledger.Accounts[group.Key.Account].Label), LineCatalogue.All[group.Key.Line].Code, group.Key.Basis,
                group.Sum(sum => sum.Value.Cents), Round(group.Sum(sum => sum.Value.Parts)), group.Sum(sum => sum.Value.Lines)))
            .OrderBy(account => account.Account, StringComparer.Ordinal).ThenBy(account => account.Line, StringComparer.Ordinal),
    ];

    private List<UnknownParty> UnknownParties() =>
    [
        .. _unknown.Select(pair => new UnknownParty(_ledger.Text(_ledger.Auxiliaries.Bytes(pair.Key.Auxiliary)), _ledger.Accounts[pair.Key.Account].Number, pair.Value.Cents, pair.Value.Lines))
            .OrderByDescending(party => Math.Abs(party.Cents)).ThenBy(party => party.Auxiliary, StringComparer.Ordinal),
    ];

    private Dictionary<LineSide, long> Excluded(List<DraftLine> lines) => _sums
        .GroupBy(sum => LineCatalogue.All[sum.Key.Line].Side)
        .ToDictionary(group => group.Key, group => group.Sum(sum => sum.Value.Cents) - lines.Where(line => LineCatalogue.Get(line.Line).Side == group.Key).Sum(line => line.Cents));

    private int FunderId(string? key)
    {
        if (key is null)
            return 0;
        var id = _funders.IndexOf(key);
        if (id >= 0)
            return id;
        _funders.Add(key);
        return _funders.Count - 1;
    }

    // The first rule of the slice that fits, or -1.
    private int FindRule(ref Posting posting)
    {
        if (_options.Slice.Count == 0)
            return -1;
        var account = _ledger.Accounts[posting.Account].Number;
        var journal = _ledger.JournalOf(posting);
        var analytic = posting.Analytic < 0 ? "" : _ledger.Text(_ledger.Analytics.Bytes(posting.Analytic));
        for (var rule = 0; rule < _options.Slice.Count; rule++)
        {
            if (_options.Slice[rule].Fits(account, journal, analytic, posting.Date))
                return rule;
        }
        return -1;
    }

    // Parts are in ten-thousandths of a cent; a line is rounded once, half away from zero.
    private static long Round(long parts) => (long)Math.Round(parts / 10000m, MidpointRounding.AwayFromZero);

    private readonly record struct SumKey(int Account, int Line, MappingBasis Basis, int Rule, int Funder);

    private readonly record struct DraftKey(string Line, string? FunderKey, string? Destination, string? Perimeter, bool? Premises)
    {
        public DraftLine ToLine(long cents) => new(Line, FunderKey, Destination, Perimeter, Premises, cents);
    }

    private struct Sum
    {
        public long Cents;
        public long Parts;
        public int Lines;
        public MappingOverride? Override;
    }
}
