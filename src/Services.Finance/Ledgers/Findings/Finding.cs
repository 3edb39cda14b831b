namespace Ptce.Finance.Ledgers.Findings;

/// <summary>One thing found at one place of a ledger file.</summary>
/// <param name="Kind">What.</param>
/// <param name="Part">Part of a split file, from 1.</param>
/// <param name="Line">Line in that part, from 1 (the header); 0 when it concerns the whole file.</param>
/// <param name="Column">Column name, if one.</param>
/// <param name="Value">Value found, shortened; never a label, which may name a person.</param>
internal sealed record Finding(FindingKind Kind, int Part, int Line, string? Column, string? Value)
{
    public Severity Severity => FindingText.Of(Kind).Severity;
}

/// <summary>Findings of one file: the first thousand, errors before warnings, and exact counts.</summary>
internal sealed class FindingList
{
    public const int Kept = 1000;

    private static readonly Severity[] Severities = [.. Enum.GetValues<FindingKind>().Select(kind => FindingText.Of(kind).Severity)];

    private readonly long[] _counts = new long[Enum.GetValues<FindingKind>().Length];
    private readonly List<Finding>[] _kept = [[], [], []];

    public bool HasErrors { get; private set; }

    public long Total { get; private set; }

    /// <summary>Counts a finding and says whether its details are still wanted.</summary>
    public bool Count(FindingKind kind)
    {
        _counts[(int)kind]++;
        Total++;
        var severity = Severities[(int)kind];
        HasErrors |= severity is Severity.Error;
        return _kept[(int)severity].Count < Kept;
    }

    /// <summary>Keeps the details of a finding that was counted.</summary>
    public void Keep(Finding finding) =>
        _kept[(int)finding.Severity].Add(finding.Value is { Length: > 60 } value ? finding with { Value = value[..60] + "…" } : finding);

    public void Add(FindingKind kind, int part = 1, int line = 0, string? column = null, string? value = null)
    {
        if (Count(kind))
            Keep(new(kind, part, line, column, value));
    }

    /// <summary>Exact count of each kind that was found.</summary>
    public IReadOnlyDictionary<FindingKind, long> Counts =>
        Enum.GetValues<FindingKind>().Where(kind => _counts[(int)kind] > 0).ToDictionary(kind => kind, kind => _counts[(int)kind]);

    public long CountOf(Severity severity) =>
        Enum.GetValues<FindingKind>().Where(kind => FindingText.Of(kind).Severity == severity).Sum(kind => _counts[(int)kind]);

    /// <summary>The first thousand, by severity and then place.</summary>
    public IReadOnlyList<Finding> First =>
        [.. _kept.SelectMany(list => list.OrderBy(finding => finding.Part).ThenBy(finding => finding.Line)).Take(Kept)];
}
