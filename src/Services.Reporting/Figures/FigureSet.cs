using Ptce.Reporting.Facts;

namespace Ptce.Reporting.Figures;

/// <summary>
/// Collects the figures of one indicator: each pole's own value, then the distribution across poles; for a share also the pooled
/// share over the same poles. Decides what may be published, by the kind of fact and the safety rules.
/// </summary>
/// <param name="campaign">The campaign.</param>
/// <param name="code">Indicator.</param>
/// <param name="period">Date or year that the figures are about.</param>
/// <param name="publish">Kind of fact.</param>
internal sealed class FigureSet(CampaignFacts campaign, string code, string period, Publish publish)
{
    private readonly List<Figure> _figures = [];

    public IReadOnlyList<Figure> Figures => _figures;

    /// <summary>Amounts or counts by pole, and their distribution.</summary>
    /// <param name="unit">Unit of the values.</param>
    /// <param name="values">One a pole, missing included.</param>
    /// <param name="part">Part of the indicator, null for the whole.</param>
    /// <param name="suffix">Variant of the units counted, e.g. <c>.enterprises</c>.</param>
    /// <param name="pooled">Total in which an organisation counts once; null: the sum over poles; a sum of no meaning is left out by <paramref name="sums"/>.</param>
    /// <param name="sums">Whether a total across poles means something.</param>
    public FigureSet Values(string unit, IReadOnlyList<PoleValue> values, string? part = null, string suffix = "", decimal? pooled = null, bool sums = true)
    {
        foreach (var value in values)
            Own(unit, value, part, suffix);
        var known = values.Where(value => value.Value is not null).ToArray();
        var safe = SafetyRules.IsSafe(known.Length, [.. known.Select(value => value.Value!.Value)]);
        Spread(unit, known, part, suffix, safe);
        if (sums)
            Across("pooled", unit, pooled ?? (known.Length == 0 ? null : known.Sum(value => value.Value!.Value)), known, part, suffix, safe);
        return this;
    }

    /// <summary>Shares by pole: mean of the poles' shares and pooled share, over the poles that know both terms.</summary>
    /// <param name="shares">One a pole, missing included.</param>
    /// <param name="part">Part of the indicator, null for the whole.</param>
    /// <param name="suffix">Variant of the units counted.</param>
    /// <param name="pooled">Terms in which an organisation counts once; null: the sums over poles.</param>
    /// <param name="unit">Percent by default; another unit makes a plain ratio of the two terms.</param>
    public FigureSet Shares(IReadOnlyList<PoleShare> shares, string? part = null, string suffix = "", (decimal Numerator, decimal Denominator)? pooled = null, string unit = Units.Percent)
    {
        var scale = unit == Units.Percent ? 100m : 1m;
        var values = shares.Select(share => new PoleValue(share.Pole, share.Of(scale), share.Origin)).ToArray();
        foreach (var value in values)
            Own(unit, value, part, suffix);
        var known = shares.Where(share => share.IsKnown).ToArray();
        var safe = SafetyRules.IsSafe(known.Length, [.. known.Select(share => share.Numerator!.Value)])
            && SafetyRules.IsSafe(known.Length, [.. known.Select(share => share.Denominator!.Value)]);
        var resting = values.Where(value => value.Value is not null).ToArray();
        Spread(unit, resting, part, suffix, safe);
        var terms = pooled ?? (known.Sum(share => share.Numerator!.Value), known.Sum(share => share.Denominator!.Value));
        Across("pooled", unit, terms.Denominator > 0 && known.Length > 0 ? scale * terms.Numerator / terms.Denominator : null, resting, part, suffix, safe);
        return this;
    }

    private void Own(string unit, PoleValue value, string? part, string suffix)
    {
        var measure = (part ?? "value") + suffix;
        var rounded = value.Value is { } known ? Rounding.For(unit, known) : (decimal?)null;
        var quoted = Quotations.For(campaign, code, measure, value.Pole.Key, rounded);
        _figures.Add(new(
            code,
            measure,
            value.Pole.Key,
            period,
            rounded,
            unit,
            rounded is null ? 0 : 1,
            rounded is null ? 1 : 0,
            [value.Pole.Digest],
            Quoted(quoted, rounded, value.Origin),
            quoted is not null || (publish == Publish.Named && value.Pole.Consents) ? Visibility.Public : Visibility.Restricted,
            rounded is null ? FigureStatus.Missing : FigureStatus.Ok));
    }

    private void Spread(string unit, PoleValue[] known, string? part, string suffix, bool safe)
    {
        var spread = Distribution.Of(known.Select(value => value.Value!.Value));
        Across("mean", unit, spread?.Mean, known, part, suffix, safe);
        Extreme("min", unit, spread?.Min, known, part, suffix);
        Extreme("q1", unit, spread?.LowerQuartile, known, part, suffix);
        Extreme("median", unit, spread?.Median, known, part, suffix);
        Extreme("q3", unit, spread?.UpperQuartile, known, part, suffix);
        Extreme("max", unit, spread?.Max, known, part, suffix);
    }

    private void Across(string statistic, string unit, decimal? value, PoleValue[] known, string? part, string suffix, bool safe) =>
        Add(statistic, unit, value, known, part, suffix, publish != Publish.Sensitive || safe);

    /// <summary>Minimum, maximum, quartiles and median can be one pole's own value.</summary>
    private void Extreme(string statistic, string unit, decimal? value, PoleValue[] known, string? part, string suffix) =>
        Add(statistic, unit, value, known, part, suffix, publish == Publish.Named && known.All(one => one.Pole.Consents));

    private void Add(string statistic, string unit, decimal? value, PoleValue[] known, string? part, string suffix, bool open)
    {
        var measure = (part is null ? statistic : $"{part}.{statistic}") + suffix;
        var rounded = value is { } found ? Rounding.For(unit, found) : (decimal?)null;
        var quoted = Quotations.For(campaign, code, measure, null, rounded);
        _figures.Add(new(
            code,
            measure,
            null,
            period,
            rounded,
            unit,
            known.Length,
            campaign.Participants - known.Length,
            [.. known.Select(one => one.Pole.Digest).Order(StringComparer.Ordinal)],
            Quoted(quoted, rounded, known.Select(one => one.Origin).Union()),
            open || quoted is not null ? Visibility.Public : Visibility.Restricted,
            rounded is null ? FigureStatus.Missing : FigureStatus.Ok));
    }

    private static Provenance Quoted(Quotation? quotation, decimal? value, Provenance computed) =>
        quotation is null ? computed : quotation.Value == value ? Provenance.Stated : Provenance.Mixed;
}
