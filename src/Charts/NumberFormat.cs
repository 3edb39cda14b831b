using System.Globalization;
using System.Text;

namespace Ptce.Charts;

/// <summary>
/// How a quantity is written (format de nombre). Independent of the machine's culture data, so that a figure has the same bytes everywhere.
/// </summary>
/// <param name="Digits">Digits after the decimal sign, 0–6; values are rounded half away from zero.</param>
/// <param name="Unit">Unit written with the number: <c>€</c>, <c>%</c> (the value is a percent, 0–100), <c>ETP</c>…; empty for none.</param>
/// <param name="TrimZeros">Leaves out trailing zeros after the decimal sign.</param>
public sealed record NumberFormat(int Digits = 0, string Unit = "", bool TrimZeros = false)
{
    private const char NarrowSpace = '\u202f';
    private const char NoBreakSpace = '\u00a0';
    private const char Minus = '\u2212';

    /// <summary>A number of things (effectif).</summary>
    public static NumberFormat Count { get; } = new();

    /// <summary>An amount in whole euros (montant).</summary>
    public static NumberFormat Euros { get; } = new(0, "€");

    /// <summary>A percent, 0–100, with one digit (pourcentage).</summary>
    public static NumberFormat Percent { get; } = new(1, "%", TrimZeros: true);

    /// <summary>Writes a value in a language, for example <c>1 234,5 €</c> or <c>€1,234.5</c>.</summary>
    public string Write(decimal value, Language language)
    {
        var rounded = decimal.Round(value, Digits, MidpointRounding.AwayFromZero);
        var plain = Math.Abs(rounded).ToString("F" + Digits.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        var point = plain.IndexOf('.', StringComparison.Ordinal);
        var whole = point < 0 ? plain : plain[..point];
        var fraction = point < 0 ? "" : plain[(point + 1)..];
        if (TrimZeros)
            fraction = fraction.TrimEnd('0');

        var text = new StringBuilder();
        if (rounded < 0)
            text.Append(Minus);
        if (language == Language.English && Unit == "€")
            text.Append('€');
        for (var i = 0; i < whole.Length; i++)
        {
            if (i > 0 && (whole.Length - i) % 3 == 0)
                text.Append(language == Language.French ? NarrowSpace : ',');
            text.Append(whole[i]);
        }
        if (fraction.Length > 0)
            text.Append(language == Language.French ? ',' : '.').Append(fraction);
        return AppendUnit(text, language).ToString();
    }

    private StringBuilder AppendUnit(StringBuilder text, Language language) => Unit switch
    {
        "" => text,
        "€" when language == Language.English => text,
        "%" when language == Language.English => text.Append('%'),
        _ => text.Append(NoBreakSpace).Append(Unit),
    };
}
