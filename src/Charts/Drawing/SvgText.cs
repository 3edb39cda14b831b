using System.Globalization;
using System.Text;

namespace Ptce.Charts.Drawing;

/// <summary>Writes well-formed SVG, byte for byte the same on every machine.</summary>
internal sealed class SvgText
{
    private readonly StringBuilder text = new();

    public SvgText Open(string name, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        Start(name, attributes);
        text.Append(">\n");
        return this;
    }

    public SvgText Close(string name)
    {
        text.Append("</").Append(name).Append(">\n");
        return this;
    }

    public SvgText Leaf(string name, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        Start(name, attributes);
        text.Append("/>\n");
        return this;
    }

    public SvgText Element(string name, string content, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        Start(name, attributes);
        text.Append('>');
        Escape(content);
        text.Append("</").Append(name).Append(">\n");
        return this;
    }

    public SvgText Append(SvgText other)
    {
        text.Append(other.text);
        return this;
    }

    public override string ToString() => text.ToString();

    public static string Number(double value)
    {
        var rounded = Math.Round(value, 2, MidpointRounding.AwayFromZero);
        return (rounded == 0 ? 0 : rounded).ToString("0.##", CultureInfo.InvariantCulture);
    }

    private void Start(string name, ReadOnlySpan<(string Name, string Value)> attributes)
    {
        text.Append('<').Append(name);
        foreach (var (key, value) in attributes)
        {
            if (value.Length == 0)
                continue;
            text.Append(' ').Append(key).Append("=\"");
            Escape(value);
            text.Append('"');
        }
    }

    private void Escape(string value)
    {
        // EnumerateRunes turns a lone surrogate, which XML refuses, into U+FFFD.
        foreach (var rune in value.EnumerateRunes())
        {
            _ = rune.Value switch
            {
                '&' => text.Append("&amp;"),
                '<' => text.Append("&lt;"),
                '>' => text.Append("&gt;"),
                '"' => text.Append("&quot;"),
                '\t' or '\n' or '\r' => text.Append(' '),
                < 0x20 or 0xFFFE or 0xFFFF => text.Append('\uFFFD'),
                _ => text.Append(rune.ToString()),
            };
        }
    }
}
