using Ptce.Charts;
using Ptce.Reporting.Figures;
using Language = Ptce.Reporting.Figures.Language;

namespace Ptce.Reporting.Pages;

/// <summary>Words, numbers and dates of a page in its language.</summary>
internal sealed class Words(Language language)
{
    private static readonly NumberFormat Whole = new();
    private static readonly NumberFormat Hundredths = new(2, TrimZeros: true);
    private static readonly NumberFormat Percents = new(1, "%", TrimZeros: true);
    private static readonly NumberFormat Euros = new(0, "€");
    private static readonly NumberFormat Index = new(4);

    public Language Language => language;

    public Charts.Language ChartLanguage => language == Language.English ? Charts.Language.English : Charts.Language.French;

    public string Code => language == Language.English ? "en" : "fr";

    public string Say(string fr, string en) => language == Language.English ? en : fr;

    public string Say(Label label) => label.In(language);

    public string Number(decimal value, string? unit) => Format(unit).Write(value, ChartLanguage);

    public static NumberFormat Format(string? unit) => unit switch
    {
        Units.Percent => Percents,
        Units.Euros => Euros,
        Units.Index => Index,
        Units.Members or Units.Poles or Units.Count => Hundredths,
        null => Whole,
        _ => Hundredths,
    };

    public string Date(DateOnly date) => language == Language.English
        ? date.ToString("d MMMM yyyy", System.Globalization.CultureInfo.GetCultureInfo("en-GB"))
        : date.ToString("d MMMM yyyy", System.Globalization.CultureInfo.GetCultureInfo("fr-FR"));

    /// <summary>Sign of what is not stated; null for what is.</summary>
    public static string? Sign(Provenance origin) => origin switch
    {
        Provenance.Synthetic => "†",
        Provenance.Mixed => "‡",
        _ => null,
    };

    /// <summary>The sign behind a value: what it rests on.</summary>
    public Html Mark(Provenance origin, bool demonstration) => (demonstration, origin) switch
    {
        (true, Provenance.Synthetic) => Html.Of($"<sup class=\"mark\" title=\"{Say("valeur synthétique", "synthetic value")}\">†</sup>"),
        (true, Provenance.Mixed) => Html.Of($"<sup class=\"mark\" title=\"{Say("valeur en partie synthétique", "partly synthetic value")}\">‡</sup>"),
        _ => Html.Empty,
    };
}
