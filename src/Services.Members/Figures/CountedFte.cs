namespace Ptce.Members.Figures;

/// <summary>
/// Whether a member's FTE count in the pole's total (I05). The study leaves out local authorities, universities and large companies, whose
/// jobs say nothing of the pole.
/// </summary>
/// <param name="Counts">They count.</param>
/// <param name="Reason">Why not, or the reason stated; null when they count by the rule.</param>
internal sealed record CountedFte(bool Counts, string? Reason)
{
    public static CountedFte Rule(string? family, string sizeClass) => (family, sizeClass) switch
    {
        ("authority", _) => new(false, "authority"),
        ("research", _) => new(false, "research"),
        (_, "large") => new(false, "large-enterprise"),
        _ => new(true, null),
    };

    /// <summary>What applies: what was stated, else the rule.</summary>
    public static CountedFte Of(FiguresFacts facts, string? family)
    {
        var rule = Rule(family, facts.Size().Code);
        return facts.FteCounts is { } stated ? new(stated, facts.FteCountsReason ?? (stated == rule.Counts ? rule.Reason : null)) : rule;
    }
}
