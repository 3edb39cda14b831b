using Ptce.Reporting.Facts;

namespace Ptce.Reporting.Figures;

/// <summary>A pole's own value of an indicator; null is missing.</summary>
internal sealed record PoleValue(PoleFacts Pole, decimal? Value, Provenance Origin);

/// <summary>A pole's own share, kept as its two terms; missing unless both are known and the second is above zero.</summary>
internal sealed record PoleShare(PoleFacts Pole, decimal? Numerator, decimal? Denominator, Provenance Origin)
{
    public bool IsKnown => Numerator is not null && Denominator > 0;

    public decimal? Of(decimal scale) => IsKnown ? scale * Numerator!.Value / Denominator!.Value : null;
}
