namespace Ptce.Reporting.Figures;

/// <summary>
/// Rounds results once, at the end, half away from zero. A division is first cut at 18 decimals, so that 12.345 reached by
/// way of thirds is the same tie as 12.345 reached directly and an independent recomputation agrees to the last digit.
/// </summary>
internal static class Rounding
{
    private const MidpointRounding Half = MidpointRounding.AwayFromZero;

    public static decimal To(decimal value, int digits) => Math.Round(Math.Round(value, 18, Half), digits, Half);

    /// <summary>Decimals that a unit is shown with.</summary>
    public static decimal For(string unit, decimal value) => To(value, Units.Digits(unit));
}
