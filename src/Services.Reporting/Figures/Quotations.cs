namespace Ptce.Reporting.Figures;

/// <summary>
/// Figures that the study of 2015 printed itself: its extremes, without a name, and the ratios that it prints by name. They are
/// published elsewhere, so the demonstration may quote them; the rule that withholds individual values keeps the rest.
/// </summary>
internal static class Quotations
{
    private static readonly Quotation[] Study =
    [
        new("I01", "min", null, 6m, 0m),
        new("I01", "max", null, 20m, 0m),
        new("I05", "min", null, 60m, 0m),
        new("I05", "max", null, 162m, 0m),
        new("I11", "min", null, 35_000m, 0m),
        new("I11", "max", null, 748_000m, 0m),
        new("I14", "premises", "phares", 27m, 0.5m),
        new("I14b", "premises", "phares", 45m, 0.5m),
        new("I14", "premises", "lille-metropole-solidaire", 29m, 0.5m),
    ];

    /// <summary>The quotation that covers a figure: same indicator, measure and pole, and a value that agrees with the print.</summary>
    public static Quotation? For(Facts.CampaignFacts campaign, string code, string measure, string? pole, decimal? value) =>
        campaign is { Demonstration: true, Year: 2015 } && value is { } computed
            ? Study.FirstOrDefault(quotation => quotation.Code == code && quotation.Measure == measure && quotation.Pole == pole
                && Math.Abs(computed - quotation.Value) <= quotation.Tolerance)
            : null;
}

/// <param name="Tolerance">Half of the last digit printed: the study says "about 27 %".</param>
/// <param name="Code">Indicator.</param>
/// <param name="Measure">Measure of the indicator.</param>
/// <param name="Pole">PoleKey, null across poles.</param>
/// <param name="Value">Value as printed.</param>
internal sealed record Quotation(string Code, string Measure, string? Pole, decimal Value, decimal Tolerance);
