namespace Ptce.Reporting.Figures;

/// <summary>Units of figures, as the JSON writes them.</summary>
internal static class Units
{
    public const string Members = "members";
    public const string Percent = "percent";
    public const string Fte = "fte";
    public const string Euros = "eur";
    public const string People = "people";
    public const string Count = "count";
    public const string Poles = "poles";
    public const string Index = "index";

    /// <summary>Decimals: percentages, FTE, euros and means of counts have two, an index from 0 to 1 has four.</summary>
    public static int Digits(string unit) => unit == Index ? 4 : 2;
}
