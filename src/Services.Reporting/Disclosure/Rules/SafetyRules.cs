using Ptce.Reporting.Disclosure.Tables;

namespace Ptce.Reporting.Disclosure.Rules;

/// <summary>Verdict of the rules on a cell (secret primaire).</summary>
internal enum Sensitivity
{
    /// <summary>May be published.</summary>
    None,

    /// <summary>Too few units (A in τ-Argus).</summary>
    Frequency,

    /// <summary>Too concentrated (B in τ-Argus): (n, k) or p % rule.</summary>
    Dominance,
}

/// <summary>
/// Safety rules (règles de secret statistique). Defaults are INSEE's for enterprise data: 3 units, one contributor at most 85 % (CoCoES, 7 July 1960).
/// They are adopted here by policy: the law of 7 June 1951 does not bind the observatory by itself.
/// </summary>
/// <param name="MinCount">Cells of 1 to MinCount − 1 units are unsafe.</param>
/// <param name="DominantCount">n of the (n, k) rule.</param>
/// <param name="DominantPercent">k of the (n, k) rule, percent; unsafe when strictly above.</param>
/// <param name="PPercent">p of the p % rule, percent, or null.</param>
/// <param name="ProtectionPercent">Half width of the interval an attacker must not get below, percent of the value.</param>
/// <param name="Insiders">Whether contributors are attackers too; null: where they are listed.</param>
internal sealed record SafetyRules(
    decimal MinCount = 3, int DominantCount = 1, decimal DominantPercent = 85, decimal? PPercent = null, decimal ProtectionPercent = 10, bool? Insiders = null)
{
    /// <summary>Judges a cell. An empty cell is safe; a count is judged by frequency only.</summary>
    public Sensitivity Judge(LinkedCell cell)
    {
        if (cell.Exempt)
            return Sensitivity.None;
        if (cell.Count is { } count && count > 0 && count < MinCount)
            return Sensitivity.Frequency;
        if (cell.IsCount || cell.Count == 0 || cell.Contributions is not { Absolute: > 0 } contributions)
            return Sensitivity.None;
        var dominated = contributions.Top(DominantCount) is { } top && top * 100 > DominantPercent * contributions.Absolute;
        return dominated || Estimable(contributions) ? Sensitivity.Dominance : Sensitivity.None;
    }

    /// <summary>How far below and above its value a suppressed unsafe cell must seem possible. A count is known to be whole: its interval is widened to whole numbers.</summary>
    public (decimal Below, decimal Above) Protection(LinkedCell cell)
    {
        var value = cell.Value ?? 0;
        var margin = Math.Abs(value) * ProtectionPercent / 100;
        // An unsafe zero, of contributors whose amounts are zero, must seem able to be something.
        return margin == 0 ? (0, 1) : cell.IsCount ? (value - Math.Floor(value - margin), Math.Ceiling(value + margin) - value) : (margin, margin);
    }

    private bool Estimable(Contributions contributions)
    {
        if (PPercent is not { } p || contributions.Top(1) is not { } first || contributions.Top(2) is not { } two)
            return false;
        return (contributions.Absolute - two) * 100 < p * first;
    }
}
