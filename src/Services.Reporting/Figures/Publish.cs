namespace Ptce.Reporting.Figures;

/// <summary>What kind of fact a figure is made of, hence what may be published of it.</summary>
internal enum Publish
{
    /// <summary>Membership facts of tables 1 and 2: aggregates exempt from suppression, a pole's own value and an extreme with consent.</summary>
    Named,

    /// <summary>Membership facts of tables 3 to 6 and 8: aggregates exempt, a pole's own value and an extreme never.</summary>
    Exempt,

    /// <summary>Everything else: aggregates only when safe, a pole's own value and an extreme never.</summary>
    Sensitive,
}

/// <summary>
/// Primary rules of statistical disclosure control (secret statistique primaire) for what is published across poles: at least
/// three contributors, and none above 85 % of an amount. Adopted by policy; the law of 1951 binds statistical services only.
/// </summary>
internal static class SafetyRules
{
    public const int MinimumContributors = 3;
    public const decimal DominancePercent = 85m;

    public static bool IsSafe(int n, IReadOnlyCollection<decimal> contributions)
    {
        if (n is > 0 and < MinimumContributors)
            return false;
        var sizes = contributions.Select(Math.Abs).Where(size => size > 0).ToArray();
        if (sizes.Length is > 0 and < MinimumContributors)
            return false;
        return sizes.Length == 0 || sizes.Max() <= DominancePercent / 100m * sizes.Sum();
    }
}
