using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;

namespace Ptce.Reporting.Pages;

/// <summary>A piece of HTML. Interpolated values are encoded unless they are HTML themselves, so that text never becomes markup.</summary>
internal readonly record struct Html(string Markup)
{
    public static readonly Html Empty = new("");

    public static Html Of(HtmlInterpolation html) => new(html.ToString());

    public static Html Join(IEnumerable<Html> parts) => new(string.Concat(parts.Select(part => part.Markup)));

    public static Html When(bool condition, Func<Html> html) => condition ? html() : Empty;

    public override string ToString() => Markup;
}

/// <summary>Collects an interpolated string into HTML.</summary>
[InterpolatedStringHandler]
internal readonly ref struct HtmlInterpolation
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(System.Text.Unicode.UnicodeRanges.All);

    private readonly StringBuilder _text;

    public HtmlInterpolation(int literalLength, int formattedCount) => _text = new StringBuilder(literalLength + (formattedCount * 24));

    public void AppendLiteral(string text) => _text.Append(text);

    public void AppendFormatted(Html html) => _text.Append(html.Markup);

    public void AppendFormatted(IEnumerable<Html> parts)
    {
        foreach (var part in parts)
            _text.Append(part.Markup);
    }

    public void AppendFormatted(string? text) => _text.Append(Encoder.Encode(text ?? ""));

    public void AppendFormatted(int number) => _text.Append(number);

    public override string ToString() => _text.ToString();
}
